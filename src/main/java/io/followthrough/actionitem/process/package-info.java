/** The following of an action item on the process engine. */
@NullMarked
package io.followthrough.actionitem.process;

import org.jspecify.annotations.NullMarked;
