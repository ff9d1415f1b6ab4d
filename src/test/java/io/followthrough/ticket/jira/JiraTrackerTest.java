package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.followthrough.sandbox.Fault;
import io.followthrough.sandbox.JiraSandbox;
import io.followthrough.sandbox.SandboxDialect;
import io.followthrough.sandbox.SandboxIssue;
import io.followthrough.sandbox.SandboxPerson;
import io.followthrough.sandbox.SandboxSettings;
import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketEdit;
import io.followthrough.ticket.TicketSnapshot;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketTracker;
import io.followthrough.ticket.TicketTracker.CreateOutcome;
import io.followthrough.ticket.TicketTracker.EditOutcome;
import io.followthrough.ticket.TicketTracker.FetchOutcome;
import io.followthrough.ticket.TicketTracker.SearchOutcome;
import io.followthrough.ticket.TrackerProblem;
import io.followthrough.ticket.TrackerProblem.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter against the sandbox over real HTTP. */
class JiraTrackerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final SandboxSettings settings = SandboxSettings.simple()
            .withDialect(dialect())
            .withPeople(List.of(
                    new SandboxPerson("account-kim", "Kim Roe", "kim@example.org"),
                    new SandboxPerson("account-kimberly", "Kimberly Roe", "kimberly@example.org")));
    private final JiraSandbox sandbox = JiraSandbox.start(settings, CLOCK);
    private final TicketTracker tracker = tracker("sandbox", "OPS", Map.of());

    /** Which Jira is spoken to: everything holds for both. */
    SandboxDialect dialect() {
        return SandboxDialect.CLOUD;
    }

    private String api() {
        return dialect() == SandboxDialect.CLOUD ? "/rest/api/3" : "/rest/api/2";
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void createsATicketThatSaysEverythingTheDraftSays() {
        CreateOutcome outcome = tracker.create(draft());

        SandboxIssue issue = onlyIssue();
        assertThat(outcome).isEqualTo(new CreateOutcome.Created(issue.id(), issue.key(), List.of()));
        assertThat(issue.summary()).isEqualTo("Alert when a disk is nearly full");
        assertThat(issue.description()).contains("First paragraph.", "Second with { braces } & <b>.", "Open in");
        assertThat(issue.dueDate()).isEqualTo("2026-03-16");
        assertThat(issue.priority()).isEqualTo("High");
        assertThat(issue.labels()).containsExactly("ft-marker", "pm-7", "two-words");
        assertThat(issue.assignee()).isEqualTo("account-kim");
        assertThat(issue.properties().at("/followthrough/marker").asText()).isEqualTo("ft-marker");
        assertThat(issue.properties().at("/followthrough/actionItemId").asText())
                .isEqualTo("PM-7-1");
        assertThat(tracker.browseUrl(issue.key())).isEqualTo(sandbox.url() + "/browse/" + issue.key());
    }

    @Test
    void fitsTextsOfAnyLengthAndShapeIntoATicket() {
        String emoji = "\uD83D\uDD25".repeat(20_000);

        CreateOutcome outcome = tracker.create(new TicketDraft(
                "ft-marker",
                "PM-7-1",
                "Line one\n\tline two " + emoji,
                TicketText.of(List.of("", "  ", emoji, "never seen")),
                "https://example.org/action-items/PM-7-1",
                LocalDate.parse("2026-03-16"),
                "P4",
                List.of(),
                null,
                null));

        assertThat(outcome).isInstanceOf(CreateOutcome.Created.class);
        SandboxIssue issue = onlyIssue();
        assertThat(issue.summary())
                .startsWith("Line one line two ")
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(255);
        assertThat(issue.description())
                .hasSizeLessThan(32_767)
                .doesNotContain("never seen")
                .endsWith("Open in Followthrough");
        assertThat(issue.summary().codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE))
                .isFalse();
    }

    @Test
    void keepsTheLinesAndParagraphsOfTexts() {
        TicketDraft draft = new TicketDraft(
                "ft-marker",
                "PM-7-1",
                "Alert when a disk is nearly full",
                TicketText.of(List.of("Steps:\r\n- one\n- two\u0000\n \n\n Then rest.\n")),
                "https://example.org/action-items/PM-7-1",
                LocalDate.parse("2026-03-16"),
                "P4",
                List.of(),
                null,
                null);

        tracker.create(draft);

        assertThat(onlyIssue().description()).isEqualTo("Steps:\n- one\n- two\nThen rest.\nOpen in Followthrough");
    }

    @ParameterizedTest
    @EnumSource
    void sendsOneRequestForOneCreationWhateverBecomesOfIt(Fault fault) {
        tracker.create(draft());
        long before = creations();
        sandbox.misbehave().tooLate(Duration.ofMillis(200)).next(fault, 1, "POST " + api() + "/issue");

        tracker.create(draft());

        assertThat(creations() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "ANSWER_LOST", "DROPPED", "HTML_ERROR"})
    void doesNotKnowWhetherATicketWasMadeWhenTheAnswerIsMissing(Fault fault) {
        sandbox.misbehave().next(fault, 1, "POST " + api() + "/issue");

        assertThat(tracker.create(draft())).isInstanceOf(CreateOutcome.Unknown.class);
    }

    @Test
    void findsTheTicketWhoseAnswerWasLost() {
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1, "POST " + api() + "/issue");
        tracker.create(draft());

        List<TicketSnapshot> found = found("ft-marker");

        assertThat(found).extracting(TicketSnapshot::key).containsExactly("OPS-1");
        assertThat(found("ft-other")).isEmpty();
    }

    @Test
    void knowsThatNothingWasMadeWhenJiraCannotBeReached() {
        tracker.create(draft());
        sandbox.close();

        TrackerProblem problem = notCreated(tracker.create(draft()));

        assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(problem.message()).contains("cannot be reached", "FOLLOWTHROUGH_JIRA_BASE_URL");
    }

    @Test
    void leavesJiraAloneForAsLongAsItAsks() {
        sandbox.misbehave().next(Fault.THROTTLED, 1, "POST " + api() + "/issue");

        TrackerProblem problem = notCreated(tracker.create(draft()));

        assertThat(problem.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(problem.notBefore()).isEqualTo(NOW.plusSeconds(7));
    }

    @Test
    void saysThatTheCredentialsAreWrong() {
        TicketTracker stranger = tracker("expired", "OPS", Map.of());

        assertThat(notCreated(stranger.create(draft())).kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(((FetchOutcome.Failed) stranger.fetch(List.of("10001")))
                        .problem()
                        .kind())
                .isEqualTo(Kind.AUTHENTICATION);
        // Jira answers a search by a stranger with 200 and nothing found.
        assertThat(((SearchOutcome.Failed) stranger.findByMarker("ft-marker"))
                        .problem()
                        .kind())
                .isEqualTo(Kind.AUTHENTICATION);
        assertThat(stranger.probe().problems()).singleElement().asString().contains("FOLLOWTHROUGH_JIRA_TOKEN");
    }

    @Test
    void doesWithoutOptionalFieldsThatAreRefusedAndSaysSo() {
        tracker.create(draft());
        sandbox.misbehave().refuseFields("priority", "duedate");

        CreateOutcome.Created created = (CreateOutcome.Created) tracker.create(draft());

        assertThat(created.warnings())
                .hasSize(2)
                .allSatisfy(warning -> assertThat(warning).contains("not on the appropriate screen"));
        assertThat(sandbox.find(created.id()).orElseThrow().dueDate()).isNull();
        assertThat(creations()).isEqualTo(3);
    }

    @Test
    void sendsNoFieldThatIsNotOnTheScreen() {
        sandbox.misbehave().refuseFields("duedate");

        CreateOutcome.Created created = (CreateOutcome.Created) tracker.create(draft());

        assertThat(created.warnings()).containsExactly("Without duedate: it is not on the project's create screen");
        assertThat(creations()).isEqualTo(1);
    }

    @Test
    void neverCreatesATicketWithoutItsMarker() {
        tracker.create(draft());
        sandbox.misbehave().refuseFields("labels");

        // once with what it remembers of the screen, once with what it finds
        assertThat(notCreated(tracker.create(draft())).kind()).isEqualTo(Kind.REFUSED);
        assertThat(notCreated(tracker.create(draft())).message()).contains("Add the field Labels");
        assertThat(sandbox.issues()).hasSize(1);
    }

    @Test
    void showsJirasWordsForAFieldThatIsRefused() {
        TrackerProblem problem = notCreated(
                tracker("sandbox", "OPS", Map.of("customfield_1", "\"x\"")).create(draft()));

        assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
        assertThat(problem.fieldErrors()).containsOnlyKeys("customfield_1");
    }

    @Test
    void createsTheTicketEvenIfNobodyCanBeAssigned() {
        CreateOutcome.Created created = (CreateOutcome.Created) tracker.create(draftFor("nobody@example.org"));

        assertThat(created.warnings()).singleElement().asString().contains("Not assigned", "nobody@example.org");
        assertThat(onlyIssue().assignee()).isNull();
    }

    @Test
    void readsTicketsByIdAsTheyAreNow() {
        CreateOutcome.Created created = (CreateOutcome.Created) tracker.create(draft());
        sandbox.move(created.id(), "Done");

        Map<String, TicketSnapshot> byId = ((FetchOutcome.Found) tracker.fetch(List.of(created.id(), "99999"))).byId();

        assertThat(byId)
                .containsOnly(Map.entry(
                        created.id(),
                        new TicketSnapshot(
                                created.id(),
                                "OPS-1",
                                TicketSnapshot.Phase.DONE,
                                "Done",
                                "Done",
                                LocalDate.parse("2026-03-16"),
                                "High",
                                "Kim Roe",
                                Set.of("ft-marker", "pm-7", "two-words"),
                                NOW)));
    }

    @Test
    void readsHundredsOfTicketsInPortionsJiraTakes() {
        List<String> ids = new ArrayList<>();
        IntStream.range(0, 3).forEach(n -> ids.add(((CreateOutcome.Created) tracker.create(draft())).id()));
        IntStream.range(0, 250).forEach(n -> ids.add(String.valueOf(50_000 + n)));

        Map<String, TicketSnapshot> byId = ((FetchOutcome.Found) tracker.fetch(ids)).byId();

        assertThat(byId).containsOnlyKeys(ids.subList(0, 3));
        assertThat(sandbox.exchanges().stream()
                        .filter(exchange -> exchange.method().equals("POST")
                                && (exchange.path().endsWith("/bulkfetch")
                                        || exchange.path().endsWith("/search"))))
                .hasSize(3);
    }

    @Test
    void findsMoreTicketsThanFitOnAPage() {
        IntStream.range(0, 51).forEach(n -> tracker.create(draftFor(null)));

        assertThat(found("ft-marker"))
                .hasSize(51)
                .extracting(TicketSnapshot::key)
                .startsWith("OPS-1", "OPS-2");
    }

    @Test
    void knowsNothingAboutTicketsWhenJiraFails() {
        sandbox.misbehave().next(Fault.HTML_ERROR, 2);

        assertThat(((FetchOutcome.Failed) tracker.fetch(List.of("10001")))
                        .problem()
                        .kind())
                .isEqualTo(Kind.UNAVAILABLE);
        assertThat(((SearchOutcome.Failed) tracker.findByMarker("x")).problem().kind())
                .isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void makesAnEditOnceHoweverOftenItIsAskedFor() {
        String id = ((CreateOutcome.Created) tracker.create(draft())).id();
        TicketEdit edit = new TicketEdit(
                "ft-rung-due",
                List.of("This is due today.", "Ask for more time?"),
                true,
                LocalDate.parse("2026-04-01"));

        assertThat(tracker.edit(id, edit, "https://example.org/item")).isEqualTo(new EditOutcome.Edited(List.of()));
        assertThat(tracker.edit(id, edit, "https://example.org/item")).isEqualTo(new EditOutcome.Edited(List.of()));

        SandboxIssue issue = onlyIssue();
        assertThat(issue.labels()).contains("ft-marker", "ft-rung-due");
        assertThat(issue.comments()).containsExactly("This is due today.\nAsk for more time?");
        assertThat(issue.priority()).isEqualTo("Highest");
        assertThat(issue.dueDate()).isEqualTo("2026-04-01");
    }

    @Test
    void commentsOnceWhenTheAnswerToAnEditIsLost() {
        String id = ((CreateOutcome.Created) tracker.create(draft())).id();
        TicketEdit edit = new TicketEdit("ft-rung-due", List.of("Due."), false, null);
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1, "PUT " + api() + "/issue/" + id);

        assertThat(((EditOutcome.Failed) tracker.edit(id, edit, "https://example.org/item"))
                        .problem()
                        .kind())
                .isEqualTo(Kind.UNAVAILABLE);
        assertThat(tracker.edit(id, edit, "https://example.org/item")).isInstanceOf(EditOutcome.Edited.class);

        assertThat(onlyIssue().comments()).hasSize(1);
    }

    @Test
    void leavesAPriorityThatIsTheHighestAlready() {
        String id = ((CreateOutcome.Created) tracker.create(draft())).id();

        tracker.edit(id, new TicketEdit("first", List.of("One."), true, null), "https://example.org/item");
        tracker.edit(id, new TicketEdit("second", List.of("Two."), true, null), "https://example.org/item");

        assertThat(onlyIssue().priority()).isEqualTo("Highest");
        assertThat(onlyIssue().comments()).containsExactly("One.", "Two.");
    }

    @Test
    void editsWithoutThePriorityWhereItIsRefused() {
        String id = ((CreateOutcome.Created) tracker.create(draft())).id();
        sandbox.misbehave().refuseFields("priority");

        EditOutcome outcome =
                tracker.edit(id, new TicketEdit("first", List.of("One."), true, null), "https://example.org/item");

        assertThat(((EditOutcome.Edited) outcome).warnings())
                .singleElement()
                .asString()
                .contains("priority");
        assertThat(onlyIssue().comments()).containsExactly("One.");
    }

    @Test
    void isRefusedTheEditOfATicketThatIsGone() {
        EditOutcome outcome =
                tracker.edit("12345", new TicketEdit("first", List.of("One."), true, null), "https://example.org/item");

        assertThat(((EditOutcome.Failed) outcome).problem().kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void letsPeopleWatchOnceHoweverOftenItIsAskedFor() {
        String id = ((CreateOutcome.Created) tracker.create(draft())).id();
        TicketEdit edit = marked().watchedBy(List.of("kim@example.org", "kimberly@example.org"));

        assertThat(edit(id, edit)).isEqualTo(new EditOutcome.Edited(List.of()));
        assertThat(edit(id, edit)).isEqualTo(new EditOutcome.Edited(List.of()));

        assertThat(onlyIssue().watchers()).containsExactly("account-kim", "account-kimberly");
        assertThat(onlyIssue().comments()).containsExactly("Late.");
    }

    @Test
    void makesTheRestOfAnEditWithoutWatchersThatAreUnknownOrRefused() {
        String id = ((CreateOutcome.Created) tracker.create(draft())).id();

        EditOutcome unknown = edit(id, marked().watchedBy(List.of("gone@example.org", "kim@example.org")));
        sandbox.misbehave().refuseFields("watches");
        EditOutcome refused = edit(id, marked().watchedBy(List.of("kimberly@example.org")));

        assertThat(((EditOutcome.Edited) unknown).warnings())
                .singleElement()
                .asString()
                .startsWith("Not watching:")
                .contains("gone@example.org");
        assertThat(((EditOutcome.Edited) refused).warnings())
                .singleElement()
                .asString()
                .contains("kimberly@example.org", "manage watcher lists");
        assertThat(onlyIssue().watchers()).containsExactly("account-kim");
        assertThat(onlyIssue().labels()).contains("ft-late");
    }

    @Test
    void addsWatchersLaterWhereJiraCouldNotAnswer() {
        String id = ((CreateOutcome.Created) tracker.create(draft())).id();
        TicketEdit edit = marked().watchedBy(List.of("kim@example.org", "kimberly@example.org"));
        sandbox.misbehave().next(Fault.UNAVAILABLE, 1, "POST " + api() + "/issue/" + id + "/watchers");

        assertThat(((EditOutcome.Failed) edit(id, edit)).problem().kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(edit(id, edit)).isInstanceOf(EditOutcome.Edited.class);

        assertThat(onlyIssue().watchers()).containsExactly("account-kim", "account-kimberly");
        assertThat(onlyIssue().comments()).containsExactly("Late.");
    }

    @Test
    void takesLabelsOffAndLeavesTheOthers() {
        String id = ((CreateOutcome.Created) tracker.create(draft())).id();
        edit(id, marked());
        TicketEdit off = new TicketEdit("", List.of(), false, null, List.of(), List.of("ft-late", "ft-never-there"));

        assertThat(edit(id, off)).isEqualTo(new EditOutcome.Edited(List.of()));
        assertThat(edit(id, off)).isEqualTo(new EditOutcome.Edited(List.of()));

        assertThat(onlyIssue().labels()).containsExactly("ft-marker", "pm-7", "two-words");
    }

    @Test
    void onlyWarnsWhereLabelsMayNotBeTakenOff() {
        String id = ((CreateOutcome.Created) tracker.create(draft())).id();
        edit(id, marked());
        sandbox.misbehave().refuseFields("labels");

        EditOutcome outcome = edit(id, new TicketEdit("", List.of(), false, null, List.of(), List.of("ft-late")));

        assertThat(((EditOutcome.Edited) outcome).warnings())
                .singleElement()
                .asString()
                .startsWith("Labels stay:");
        assertThat(onlyIssue().labels()).contains("ft-late");
    }

    private EditOutcome edit(String id, TicketEdit edit) {
        return tracker.edit(id, edit, "https://example.org/item");
    }

    private static TicketEdit marked() {
        return new TicketEdit("ft-late", List.of("Late."), false, null);
    }

    @Test
    void isHealthyWhenAllIsWell() {
        assertThat(tracker.probe().problems()).isEmpty();
        assertThat(tracker.probe().tracker())
                .contains(dialect() == SandboxDialect.CLOUD ? "Jira Cloud" : "Jira Data Center", "OPS");
    }

    @Test
    void saysWhatToChangeBeforeTicketsCanBeMade() {
        assertThat(tracker("sandbox", "NOPE", Map.of()).probe().problems())
                .singleElement()
                .asString()
                .contains("FOLLOWTHROUGH_JIRA_PROJECT");
        sandbox.misbehave().refuseFields("labels");
        assertThat(tracker.probe().problems()).singleElement().asString().contains("Add the field Labels");
        sandbox.misbehave().down(true);
        assertThat(tracker.probe().isHealthy()).isFalse();
    }

    @Test
    void mapsPrioritiesOntoAnyNumberOfThem() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        JiraScreen three = new JiraScreen("1", Set.of(), List.of(), List.of("a", "b", "c"), Map.of(), Set.of(), "");

        assertThat(List.of("P0", "P1", "P2", "P3", "P4"))
                .extracting(ours -> three.priorityId(ours).orElseThrow())
                .containsExactly("a", "b", "b", "c", "c");
        assertThat(JiraScreen.of("1", json.arrayNode()).priorityId("P0")).isEmpty();
    }

    private TicketTracker tracker(String token, String project, Map<String, String> fields) {
        String url = sandbox.url().toString();
        Duration patience = Duration.ofSeconds(10);
        JiraAccess access =
                new JiraAccess(null, url, url, settings.user(), token, project, "Task", "", fields, patience, patience);
        return JiraConfiguration.tracker(access, CLOCK);
    }

    private static TicketDraft draft() {
        return draftFor("Kim@example.org");
    }

    private static TicketDraft draftFor(String mail) {
        return new TicketDraft(
                "ft-marker",
                "PM-7-1",
                "Alert when a disk is nearly full",
                TicketText.of(List.of("First paragraph.", "Second with { braces } & <b>.")),
                "https://example.org/action-items/PM-7-1",
                LocalDate.parse("2026-03-16"),
                "P1",
                List.of("pm-7", "two words"),
                mail,
                null);
    }

    private SandboxIssue onlyIssue() {
        assertThat(sandbox.issues()).hasSize(1);
        return sandbox.issues().get(0);
    }

    private List<TicketSnapshot> found(String marker) {
        return ((SearchOutcome.Found) tracker.findByMarker(marker)).tickets();
    }

    private long creations() {
        return sandbox.exchanges().stream()
                .filter(exchange -> exchange.call().equals("POST " + api() + "/issue"))
                .count();
    }

    private static TrackerProblem notCreated(CreateOutcome outcome) {
        assertThat(outcome).isInstanceOf(CreateOutcome.NotCreated.class);
        return ((CreateOutcome.NotCreated) outcome).problem();
    }
}
