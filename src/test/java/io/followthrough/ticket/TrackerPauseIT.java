package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Visitor;
import io.followthrough.ticket.TrackerProblem.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A pause that the tracker asks for holds for all that the application does there, and for nothing elsewhere. */
class TrackerPauseIT extends WithTickets {

    private static final String FORMER_SITE = "https://former.example.org";

    @Autowired
    private TrackerPauses pauses;

    @Autowired
    private TicketTracker tracker;

    @Autowired
    private TicketHints hints;

    /** As after somebody has set another address: what the former site asked for is not meant for this one. */
    @Test
    void holdsForTheSiteThatAskedForItOnly() {
        pauses.of(FORMER_SITE).note(problem(Kind.THROTTLED, Duration.ofHours(1)));

        anItemWithATicket();

        assertThat(tickets.paused()).isNull();
        assertThat(pauses.of(FORMER_SITE).closed()).isNotNull();
        pauses.of(tracker.site()).note(problem(Kind.UNAVAILABLE, Duration.ofMinutes(1)));
        assertThat(tickets.paused()).isEqualTo("Not now");
        time.tick(Duration.ofMinutes(2));
        assertThat(tickets.paused()).isNull();
        assertThat(pauses.of(FORMER_SITE).closed()).isNotNull();
    }

    /** Whoever has seen to the credentials may try at once, but not while the tracker wants to be left alone. */
    @Test
    void isNotEndedByThoseWhoMendTheCredentials() {
        TrackerPause pause = pauses.of(tracker.site());
        pause.note(problem(Kind.THROTTLED, Duration.ofSeconds(30)));
        pause.note(new TrackerProblem(Kind.AUTHENTICATION, "Who are you?", Map.of(), null));

        assertThat(pause.closed()).isNotNull();
        pause.lift();

        assertThat(pause.closed()).isNotNull();
        assertThat(tickets.paused()).isEqualTo("Not now");
        time.tick(Duration.ofSeconds(31));
        assertThat(tickets.paused()).isNull();
    }

    @Test
    void isKeptWhateverPeopleAndTheApplicationDo() {
        String known = anItemWithATicket();
        String missing = anItemWithATicket();
        String wanted = anItem();
        String issue = only(known).id();
        Visitor admin = visitor("admin");
        pauses.of(tracker.site()).note(problem(Kind.THROTTLED, Duration.ofMinutes(20)));

        int calls = callsDuring(() -> {
            hints.hint("paused-1", issue, false, "Somebody");
            hints.hint("paused-2", only(missing).id(), true, "Somebody");
            for (int round = 0; round < 3; round++) {
                worker.drain();
                desk.round();
                reconciliation.run();
                time.tick(Duration.ofMinutes(1));
            }
            script("manager").postJson("/api/action-items/" + wanted + "/ticket/retry", "{}");
            script("manager").postJson("/api/action-items/" + wanted + "/ticket/relink", "{\"ticket\":\"OPS-1\"}");
            script("manager").postJson("/api/action-items/" + missing + "/ticket/recreate", "{}");
            worker.drain();
            admin.postForm("/admin/jira/check", Map.of());
            admin.postForm("/admin/jira/mapping", Map.of("after", "0", "source", "default: {project: OPS}"));
            for (String page : List.of(
                    "/admin/jira",
                    "/admin/jira/mapping",
                    "/attention",
                    "/",
                    "/action-items/" + known,
                    "/actuator/health")) {
                assertThat(admin.get(page).statusCode()).as(page).isEqualTo(200);
            }
        });

        assertThat(calls).isZero();
        assertThat(admin.get("/admin/jira").body()).contains("Not now");
        time.tick(Duration.ofMinutes(20));
        workFor(2);
        only(wanted);
    }

    private TrackerProblem problem(Kind kind, Duration pause) {
        return new TrackerProblem(kind, "Not now", Map.of(), time.now().plus(pause));
    }
}
