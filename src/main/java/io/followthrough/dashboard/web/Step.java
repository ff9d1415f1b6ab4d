package io.followthrough.dashboard.web;

import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the lifecycle of a postmortem.
 *
 * @param at when it was reached, or null
 */
record Step(
        String name,
        boolean done,
        boolean current,
        @Nullable Instant at) {

    /** The steps in order, for the line at the top of the page. */
    static List<Step> of(Postmortem postmortem) {
        return List.of(
                step("Draft", PostmortemStatus.DRAFT, postmortem, postmortem.createdAt()),
                step("In review", PostmortemStatus.IN_REVIEW, postmortem, postmortem.submittedAt()),
                step("Published", PostmortemStatus.PUBLISHED, postmortem, postmortem.publishedAt()),
                step("Tracking", PostmortemStatus.TRACKING, postmortem, postmortem.publishedAt()),
                step("Closed", PostmortemStatus.CLOSED, postmortem, postmortem.closedAt()));
    }

    private static Step step(String name, PostmortemStatus status, Postmortem postmortem, @Nullable Instant at) {
        boolean current = postmortem.status() == status;
        // A closed postmortem has nothing left to do: its last step is done, too.
        boolean done = status.ordinal() < postmortem.status().ordinal() || current && status == PostmortemStatus.CLOSED;
        return new Step(name, done, current, done || current ? at : null);
    }
}
