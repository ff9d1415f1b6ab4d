/** The lifecycle of a postmortem on the process engine. */
@NullMarked
package io.followthrough.postmortem.process;

import org.jspecify.annotations.NullMarked;
