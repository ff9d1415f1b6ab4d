package io.followthrough.ticket;

/** How far the making of a ticket has come. */
public enum TicketState {
    /** Wanted, not asked for yet. */
    REQUESTED,
    /** Asked for; written down before the request leaves, so that a crash is noticed. */
    SENDING,
    /** Asked for, and the answer was lost: looked for by its marker before it is asked for again. */
    UNKNOWN,
    /** There is one. */
    LINKED,
    /** The tracker will not make it as things are: a person has to change something. */
    REFUSED,
    /** There was one and it cannot be found any more: a person has to look. */
    MISSING
}
