/** Reviews as tasks of the process engine. */
@NullMarked
package io.followthrough.review.process;

import org.jspecify.annotations.NullMarked;
