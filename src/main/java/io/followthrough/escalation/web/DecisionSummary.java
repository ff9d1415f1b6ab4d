package io.followthrough.escalation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything somebody needs to decide what becomes of an item, in one answer for the form, the page and the API.
 *
 * @param asked whether a decision is waited for
 * @param askedOf login name of who is asked, or null
 * @param askedOfName their name, or null
 * @param askedAt since when, or null
 * @param mayAnswer whether the reader may answer
 * @param own whether the reader owns the item: then somebody else has to agree that it will not be done
 * @param wish why the owner wants to give it up and somebody else is asked to agree, or null
 */
record DecisionSummary(
        String id,
        String postmortem,
        String title,
        String description,
        String owner,
        String priority,
        LocalDate due,
        long daysOverdue,
        boolean asked,
        @Nullable String askedOf,
        @Nullable String askedOfName,
        @Nullable Instant askedAt,
        boolean mayAnswer,
        boolean own,
        @Nullable String wish,
        Allowed allowed,
        List<Choice> people,
        List<Reached> escalations,
        List<Step> before,
        @Nullable Offer offer) {

    /**
     * What the limits allow now.
     *
     * @param extensions in words
     */
    record Allowed(
            LocalDate today,
            LocalDate promiseUntil,
            int extensionsLeft,
            LocalDate extendFrom,
            LocalDate extendUntil,
            String extensions) {}

    /** A person to choose. */
    record Choice(String id, String name) {}

    /** A rung that was reached, and who was told. */
    record Reached(String rung, Instant at, List<String> told) {}

    /** Something that was decided, extended or answered before. */
    record Step(Instant at, String words) {}

    /** An offer that waits for an answer. */
    record Offer(String to, String from, String reason, Instant answerBy) {}
}
