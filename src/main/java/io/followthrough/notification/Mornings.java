package io.followthrough.notification;

import java.time.Instant;
import java.time.LocalDate;

/** When the day of a person begins. */
interface Mornings {

    /** The day it is for this person. */
    LocalDate dayOf(String person, Instant instant);

    /** When this person reads what came; never before. */
    Instant of(String person, LocalDate day);
}
