/** Tickets over HTTP. */
@NullMarked
package io.followthrough.ticket.web;

import org.jspecify.annotations.NullMarked;
