/** The ladder on the process engine. */
@NullMarked
package io.followthrough.escalation.process;

import org.jspecify.annotations.NullMarked;
