/** The only package that knows Jira: speaks its REST API on behalf of {@link io.followthrough.ticket.TicketTracker}. */
@NullMarked
package io.followthrough.ticket.jira;

import org.jspecify.annotations.NullMarked;
