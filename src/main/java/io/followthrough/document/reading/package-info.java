/** Gives blocks a meaning: sections, window, timeline, detection, impact and action items. */
@NullMarked
package io.followthrough.document.reading;

import org.jspecify.annotations.NullMarked;
