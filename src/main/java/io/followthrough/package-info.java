/** Followthrough: what a postmortem promised gets done, on time, or somebody decides otherwise in the open. */
@NullMarked
package io.followthrough;

import org.jspecify.annotations.NullMarked;
