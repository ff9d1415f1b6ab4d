/** The rules that say what a postmortem lacks and where it does not agree with itself. */
@NullMarked
package io.followthrough.document.lint;

import org.jspecify.annotations.NullMarked;
