package io.followthrough.notification;

import java.time.Instant;
import java.time.LocalDate;

/** When the day of a person begins. */
interface Mornings {

    /** The day it is for this person. */
    LocalDate dayOf(String person, Instant instant);

    /** When this person reads what came; never before. */
    Instant of(String person, LocalDate day);

    /** Whether this person may be sent what can wait: not on a day off, in quiet hours or in a freeze. */
    boolean mayBeSent(String person, Instant instant);
}
