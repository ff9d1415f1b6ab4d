/** The making of tickets as external tasks of the process engine. */
@NullMarked
package io.followthrough.ticket.process;

import org.jspecify.annotations.NullMarked;
