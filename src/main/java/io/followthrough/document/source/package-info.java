/** The text of a document before any meaning: bytes to characters to lines to blocks. */
@NullMarked
package io.followthrough.document.source;

import org.jspecify.annotations.NullMarked;
