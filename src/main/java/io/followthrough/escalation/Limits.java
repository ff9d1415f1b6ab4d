package io.followthrough.escalation;

import java.time.LocalDate;

/**
 * How much time an item may still be given.
 *
 * @param today in the zone of the installation
 * @param countedFrom its last day, or today when that has passed: more time is added to this
 * @param halfWindow half of the days it was given at first, at least one: the most one extension adds
 * @param extensionsLeft how many extensions it may still have
 */
public record Limits(LocalDate today, LocalDate countedFrom, int halfWindow, int extensionsLeft) {

    /** How many extensions an item may have. */
    public static final int EXTENSIONS = 2;

    /** The first day an extension may end on. */
    public LocalDate extendFrom() {
        return countedFrom.plusDays(1);
    }

    /** The last day an extension may end on. */
    public LocalDate extendUntil() {
        return countedFrom.plusDays(halfWindow);
    }

    /** The last day somebody may promise. */
    public LocalDate promiseUntil() {
        return today.plusDays(halfWindow);
    }

    /** What is allowed, for people: {@code one more extension, at most until 2026-04-03}. */
    public String extensions() {
        return switch (extensionsLeft) {
            case 0 -> "no more extensions, it has had " + EXTENSIONS;
            case 1 -> "one more extension, at most until " + extendUntil();
            default -> extensionsLeft + " extensions, this one at most until " + extendUntil();
        };
    }

    boolean allowsExtension(LocalDate until) {
        return extensionsLeft > 0 && !until.isBefore(extendFrom()) && !until.isAfter(extendUntil());
    }

    boolean allowsPromise(LocalDate day) {
        return !day.isBefore(today) && !day.isAfter(promiseUntil());
    }
}
