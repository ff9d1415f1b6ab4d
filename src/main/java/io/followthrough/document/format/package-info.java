/** The kinds of files a postmortem comes in, each turned into text: plain, HTML, Word, e-mail. */
@NullMarked
package io.followthrough.document.format;

import org.jspecify.annotations.NullMarked;
