package io.followthrough.ticket.jira;

import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketEdit;
import io.followthrough.ticket.TicketTracker;
import io.followthrough.ticket.TrackerHealth;
import io.followthrough.ticket.TrackerProblem;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Jira, spoken to only in the dialect that it speaks. */
class VerifiedTracker implements TicketTracker {

    private final JiraAccess access;
    private final JiraDialects dialects;
    private final Function<JiraDialect, JiraTracker> trackers;
    private @Nullable JiraTracker tracker;

    VerifiedTracker(JiraAccess access, JiraDialects dialects, Function<JiraDialect, JiraTracker> trackers) {
        this.access = access;
        this.dialects = dialects;
        this.trackers = trackers;
    }

    @Override
    public CreateOutcome create(TicketDraft draft) {
        return with(tracker -> tracker.create(draft), CreateOutcome.NotCreated::new);
    }

    @Override
    public SearchOutcome findByMarker(String marker) {
        return with(tracker -> tracker.findByMarker(marker), SearchOutcome.Failed::new);
    }

    @Override
    public FetchOutcome fetch(Collection<String> ticketIds) {
        return with(tracker -> tracker.fetch(ticketIds), FetchOutcome.Failed::new);
    }

    @Override
    public ChangesOutcome changes(Collection<String> ticketIds) {
        return with(tracker -> tracker.changes(ticketIds), ChangesOutcome.Failed::new);
    }

    @Override
    public EditOutcome edit(String ticketId, TicketEdit edit, String link) {
        return with(tracker -> tracker.edit(ticketId, edit, link), EditOutcome.Failed::new);
    }

    @Override
    public TrackerHealth probe() {
        return with(JiraTracker::probe, problem -> new TrackerHealth(access.toString(), List.of(problem.message())));
    }

    @Override
    public String site() {
        return access.baseUrl();
    }

    @Override
    public String browseUrl(String ticketKey) {
        return access.siteUrl() + "/browse/" + ticketKey;
    }

    private <T> T with(Function<JiraTracker, T> call, Function<TrackerProblem, T> failure) {
        JiraDialects.Spoken spoken = dialects.get();
        return spoken instanceof JiraDialects.Spoken.Not not
                ? failure.apply(not.problem())
                : call.apply(speaking(((JiraDialects.Spoken.Dialect) spoken).dialect()));
    }

    private synchronized JiraTracker speaking(JiraDialect dialect) {
        JiraTracker present = tracker;
        if (present == null || !present.speaks(dialect)) {
            present = trackers.apply(dialect);
            tracker = present;
        }
        return present;
    }
}
