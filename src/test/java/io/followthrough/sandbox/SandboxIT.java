package io.followthrough.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketTracker;
import io.followthrough.ticket.TicketTracker.CreateOutcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The application and the sandbox it starts, as they find each other without any settings. */
class SandboxIT extends IntegrationTest {

    @Autowired
    private JiraSandbox sandbox;

    @Autowired
    private TicketTracker tracker;

    private String ticketId = "";

    @AfterEach
    void deleteTicket() {
        sandbox.misbehave().webhooksOff(true);
        sandbox.find(ticketId).ifPresent(issue -> sandbox.delete(issue.id()));
        sandbox.misbehave().reset();
    }

    @Test
    void isTheTrackerOfTheApplicationWhereNoneIsNamed() {
        assertThat(tracker.probe().problems()).isEmpty();
        assertThat(tracker.browseUrl("OPS-1")).startsWith(sandbox.url().toString());
    }

    @Test
    void hasItsWebhooksLetInByTheFrontDoor() {
        createTicket();

        sandbox.move(ticketId, "Done");

        // of its creation, its assignment and its move
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jdbc.queryForObject(
                                "select count(*) from ticket_hint where ticket_id = ?", Integer.class, ticketId))
                        .isEqualTo(3));
    }

    @Test
    void doesNotLetInWhatItDidNotSign() {
        assertThat(anybody()
                        .postJson("/webhooks/jira", "{\"webhookEvent\":\"jira:issue_deleted\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void canAssignThePeopleOfTheApplication() {
        createTicket();

        assertThat(sandbox.find(ticketId).orElseThrow().assignee()).isEqualTo("sandbox:lead");
    }

    private void createTicket() {
        CreateOutcome outcome = tracker.create(new TicketDraft(
                "ft-" + UUID.randomUUID(),
                "PM-0-1",
                "Alert on a full disk",
                TicketText.of(List.of("Why")),
                "http://localhost/action-items/PM-0-1",
                time.today(),
                "P2",
                List.of(),
                jdbc.queryForObject("select email_ from act_id_user where id_ = 'lead'", String.class),
                null));
        assertThat(outcome).isInstanceOf(CreateOutcome.Created.class);
        ticketId = ((CreateOutcome.Created) outcome).id();
    }
}
