package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.followthrough.sandbox.Fault;
import io.followthrough.sandbox.JiraSandbox;
import io.followthrough.sandbox.SandboxDialect;
import io.followthrough.sandbox.SandboxPerson;
import io.followthrough.sandbox.SandboxSettings;
import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketEdit;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketTracker;
import io.followthrough.ticket.TicketTracker.CreateOutcome;
import io.followthrough.ticket.TrackerGate;
import io.followthrough.ticket.TrackerProblem;
import io.followthrough.ticket.TrackerProblem.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** While Jira wants to be left alone nothing is sent, whatever the reason to call would be. */
class ForbiddenWindowTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:15:30Z"), ZoneOffset.UTC);
    private static final String MAIL = "kim@example.org";

    /** So that no edit is found to be made already. */
    private static final AtomicInteger RUNS = new AtomicInteger();

    private JiraSandbox sandbox;

    @AfterEach
    void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    /** Every reason for which Jira is called. */
    private enum Way {
        CREATE {
            @Override
            void go(TicketTracker tracker, JiraAccess access, TrackerGate gate, String id) {
                tracker.create(draft("ft-new"));
            }
        },
        FIND {
            @Override
            void go(TicketTracker tracker, JiraAccess access, TrackerGate gate, String id) {
                tracker.findByMarker("ft-known");
            }
        },
        FETCH {
            @Override
            void go(TicketTracker tracker, JiraAccess access, TrackerGate gate, String id) {
                tracker.fetch(List.of(id, "999"));
            }
        },
        CHANGES {
            @Override
            void go(TicketTracker tracker, JiraAccess access, TrackerGate gate, String id) {
                tracker.changes(List.of(id, "999"));
            }
        },
        EDIT {
            @Override
            void go(TicketTracker tracker, JiraAccess access, TrackerGate gate, String id) {
                tracker.edit(
                        id,
                        new TicketEdit("ft-late-" + RUNS.incrementAndGet(), List.of("Late, @" + MAIL), true, null),
                        "https://example.org/item");
            }
        },
        PROBE {
            @Override
            void go(TicketTracker tracker, JiraAccess access, TrackerGate gate, String id) {
                tracker.probe();
            }
        },
        /** At the start, on the page of administrators, before a mapping is saved, and by the command. */
        CHECK {
            @Override
            void go(TicketTracker tracker, JiraAccess access, TrackerGate gate, String id) {
                JiraCheck.run(access, JiraMapping.of(access), gate, CLOCK, List.of(MAIL));
            }
        };

        abstract void go(TicketTracker tracker, JiraAccess access, TrackerGate gate, String id);
    }

    static Stream<Arguments> waysAndDialects() {
        return Stream.of(SandboxDialect.values())
                .flatMap(dialect -> Stream.of(Way.values()).map(way -> Arguments.of(dialect, way)));
    }

    @ParameterizedTest
    @MethodSource("waysAndDialects")
    void sendsNothingWhileThePauseLasts(SandboxDialect dialect, Way way) {
        String id = start(dialect);
        TrackerGate gate = gate();
        gate.note(new TrackerProblem(
                Kind.THROTTLED, "Not now", Map.of(), CLOCK.instant().plusSeconds(1)));

        int before = sandbox.exchanges().size();
        go(way, gate, id);

        assertThat(sandbox.exchanges()).hasSize(before);
    }

    /** At each of its requests in turn, the one for the dialect included. */
    @ParameterizedTest
    @MethodSource("waysAndDialects")
    void sendsNothingMoreAfterTheAnswerThatAsksForAPause(SandboxDialect dialect, Way way) {
        String id = start(dialect);
        int all = requests(way, gate(), id, Integer.MAX_VALUE, Fault.THROTTLED);
        assertThat(all).isGreaterThan(1);

        for (Fault fault : List.of(Fault.THROTTLED, Fault.THROTTLED_UNTIL, Fault.UNAVAILABLE_FOR)) {
            for (int good = 0; good < all; good++) {
                TrackerGate gate = gate();

                assertThat(requests(way, gate, id, good, fault))
                        .as("%s after %d good answers", fault, good)
                        .isEqualTo(good + 1);
                assertThat(gate.closed()).as("%s", fault).isNotNull();
                assertThat(gate.closed().notBefore()).isEqualTo(CLOCK.instant().plusSeconds(7));
            }
        }
    }

    /** So that the ways above are all there are. */
    @Test
    void onlyThoseThatAskForAPauseHaveAClient() {
        var ticket = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.followthrough.ticket");

        assertThat(ticket.get(JiraHttp.class).getConstructorCallsToSelf().stream()
                        .map(JavaAccess::getOriginOwner)
                        .map(JavaClass::getSimpleName))
                .containsOnly("JiraHttp", "JiraTracker", "JiraDialects", "JiraCheck");
        assertThat(ticket.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass().getName())
                                .anyMatch(name -> name.startsWith("java.net.http.")
                                        || name.startsWith("org.apache.hc.")
                                        || name.equals("java.net.HttpURLConnection")
                                        || name.endsWith(".RestClient")
                                        || name.endsWith(".RestTemplate")))
                        .map(JavaClass::getSimpleName))
                .containsExactly("JiraHttp");
    }

    /** How many requests it makes when one after so many good ones is answered badly. */
    private int requests(Way way, TrackerGate gate, String id, int good, Fault fault) {
        AtomicInteger calls = new AtomicInteger();
        sandbox.misbehave()
                .plan((method, path) -> calls.getAndIncrement() == good ? Optional.of(fault) : Optional.empty());
        go(way, gate, id);
        return calls.get();
    }

    /** With a tracker that knows nothing yet. */
    private void go(Way way, TrackerGate gate, String id) {
        JiraAccess access = access();
        way.go(JiraConfiguration.tracker(access, () -> JiraMapping.of(access), gate, CLOCK), access, gate, id);
    }

    /** Starts a Jira with one issue, and says which. */
    private String start(SandboxDialect dialect) {
        sandbox = JiraSandbox.start(
                SandboxSettings.simple()
                        .withDialect(dialect)
                        .withPeople(List.of(new SandboxPerson("sandbox:kim", "Kim Roe", MAIL))),
                CLOCK);
        CreateOutcome made = JiraConfiguration.tracker(access(), CLOCK).create(draft("ft-known"));
        return ((CreateOutcome.Created) made).id();
    }

    private JiraAccess access() {
        String url = sandbox.url().toString();
        Duration patience = Duration.ofSeconds(10);
        return new JiraAccess(
                null,
                url,
                url,
                SandboxSettings.simple().user(),
                "sandbox",
                "OPS",
                "Task",
                "0123456789abcdef",
                Map.of(),
                patience,
                patience);
    }

    private static TrackerGate gate() {
        return TrackerGate.withoutDatabase(CLOCK);
    }

    private static TicketDraft draft(String marker) {
        return new TicketDraft(
                marker,
                "PM-7-1",
                "Alert when a disk is nearly full",
                TicketText.of(List.of("Why")),
                "https://example.org/action-items/PM-7-1",
                LocalDate.parse("2026-03-16"),
                "P1",
                List.of(),
                MAIL,
                null);
    }
}
