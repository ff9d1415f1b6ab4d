package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketTracker.CreateOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JiraScreensTest {

    private static final String TYPE = "GET /issue/createmeta/OPS/issuetypes/1?startAt=";
    private static final String TYPES = "GET /issue/createmeta/OPS/issuetypes?startAt=";

    private final StubJira jira = new StubJira()
            .on("POST /issue", "{\"id\":\"7\",\"key\":\"OPS-7\"}")
            .on(TYPES + "0", "{\"issueTypes\":[{\"id\":\"1\",\"name\":\"Task\"}],\"total\":1}");

    @AfterEach
    void stop() {
        jira.close();
    }

    @Test
    void readsScreensOfMoreFieldsThanFitOnAPage() {
        String others = IntStream.range(0, 200)
                .mapToObj(n -> "{\"fieldId\":\"customfield_" + n + "\"}")
                .collect(Collectors.joining(","));
        jira.on(TYPE + "0", "{\"fields\":[" + others + "],\"total\":202}");
        jira.on(TYPE + "200", """
                {"fields":[{"fieldId":"labels"},{"fieldId":"priority","allowedValues":[{"id":"9"}]}],"total":202}
                """);

        CreateOutcome.Created created = (CreateOutcome.Created) create();

        assertThat(created.warnings()).containsExactly("Without duedate: it is not on the project's create screen");
        assertThat(jira.calls()).hasSize(4);
    }

    @Test
    void saysThatATicketGoesWithoutPriorityWhereTheProjectHasNone() {
        jira.on(TYPE + "0", "{\"fields\":[{\"fieldId\":\"labels\"},{\"fieldId\":\"duedate\"}],\"total\":2}");

        CreateOutcome.Created created = (CreateOutcome.Created) create();

        assertThat(created.warnings()).containsExactly("Without priority: the project has none that can be set");
    }

    @Test
    void doesNotAskForEverForPagesThatStayEmpty() {
        jira.on(TYPE + "0", "{\"fields\":[{\"fieldId\":\"labels\"}],\"total\":5000}");
        jira.on(TYPE + "1", "{\"fields\":[],\"total\":5000}");

        assertThat(create()).isInstanceOf(CreateOutcome.Created.class);
        assertThat(jira.calls()).hasSize(4);
    }

    @Test
    void makesNoTicketWithTheRestOfAScreenUnread() {
        jira.on(TYPE + "0", "{\"fields\":[{\"fieldId\":\"labels\"}],\"total\":2}");

        assertThat(create()).isInstanceOf(CreateOutcome.NotCreated.class);
        assertThat(jira.calls()).noneMatch(call -> call.startsWith("POST"));
    }

    private CreateOutcome create() {
        return jira.tracker()
                .create(new TicketDraft(
                        "m",
                        "PM-1-1",
                        "s",
                        TicketText.of(List.of()),
                        "http://x",
                        LocalDate.EPOCH,
                        "P2",
                        List.of(),
                        null,
                        null));
    }
}
