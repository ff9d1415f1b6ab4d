package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemState;
import io.followthrough.actionitem.ActionItemStates;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.actionitem.Settlement;
import io.followthrough.escalation.DryRun;
import io.followthrough.escalation.DryRunReport;
import io.followthrough.escalation.Escalations;
import io.followthrough.escalation.Policies;
import io.followthrough.escalation.PolicyTables;
import io.followthrough.team.Calendars;
import io.followthrough.team.WorkingTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A table tried on what happened. */
class ReplayIT extends WithOpenItems {

    private static final int ITEMS = 12;
    private static final int DAYS = 120;

    @Autowired
    private DryRun dryRun;

    @Autowired
    private Policies policies;

    @Autowired
    private PolicyTables tables;

    @Autowired
    private ActionItems items;

    @Autowired
    private ActionItemStates states;

    @Autowired
    private Escalations escalations;

    @Autowired
    private Calendars calendars;

    private Random random = new Random();
    private final List<String> ids = new ArrayList<>();

    /** Other tests move the time machine, too, over days that come again here. */
    @BeforeEach
    void beginWithoutGaps() {
        jdbc.update("delete from escalation_gap");
    }

    @AfterEach
    void leaveNothingBehind() {
        jdbc.update("delete from working_time");
        beginWithoutGaps();
    }

    /** The table in force, tried on months in which everything changed all the time, says what really happened. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6, 12, 16})
    void saysOfTheTableInForceExactlyWhatReallyHappened(long seed) {
        time.hold();
        random = new Random(seed);
        WorkingTime like = calendars.workingTime("reviewer");
        calendars.set(
                "reviewer",
                new WorkingTime(
                        ZoneId.of("Asia/Tokyo"),
                        "",
                        like.workdays(),
                        like.from(),
                        like.until(),
                        like.quietFrom(),
                        like.quietUntil()),
                "admin");
        aMonday();
        Instant from = time.now();
        liveThrough(from.plus(Duration.ofDays(DAYS)));
        Instant until = time.now();

        List<String> real = mine(dryRun.real(from, until));
        List<String> replayed = mine(dryRun.back(policies.table(policies.inForce()), from, until));

        assertThat(real).hasSizeGreaterThan(5 * ITEMS);
        assertThat(replayed).containsExactlyElementsOf(real);
        assertThat(jdbc.queryForObject(
                        "select count(distinct due_date_cycle) from action_item_state where action_item = any (?)",
                        Integer.class,
                        (Object) ids.toArray(String[]::new)))
                .isGreaterThan(2);
    }

    /** As {@link #saysOfTheTableInForceExactlyWhatReallyHappened}, with the time machine jumping over rungs. */
    @Test
    void saysWhatReallyHappenedWhereTheTimeMachineJumped() {
        LocalDate monday = aMonday();
        Instant from = time.now();
        for (Priority priority : Priority.values()) {
            ids.add(anOpenItem(priority, monday.plusDays(14)));
        }
        for (int day : List.of(3, 11, 1, 6, 9, 17)) {
            moveTimeMachine(Duration.ofDays(day).plusMinutes(7));
            ids.forEach(engine::runDueJobs);
        }
        Instant until = time.now().plusSeconds(1);
        time.tick(Duration.ofSeconds(2));

        assertThat(loose(dryRun.back(policies.table(policies.inForce()), from, until)))
                .hasSizeGreaterThan(ids.size() * 3)
                .containsExactlyElementsOf(loose(dryRun.real(from, until)));
    }

    @Test
    void keepsEachStateOfAnItemAsItWas() {
        LocalDate monday = aMonday();
        String id = anOpenItem(Priority.P2, monday.plusDays(30));
        ids.add(id);
        Instant from = time.now();
        time.tick(Duration.ofHours(1));
        items.edit(id, new ActionItemEdit(null, Priority.P1, monday.plusDays(20), null), "reviewer");
        time.tick(Duration.ofHours(1));
        items.edit(id, new ActionItemEdit("lead", null, null, null), "reviewer");
        time.tick(Duration.ofHours(1));
        items.settle(id, Settlement.DONE, "author", "Done");
        time.tick(Duration.ofHours(1));
        items.reopen(id, "author", "Not done");

        List<ActionItemState> kept = statesOf(id, from);

        assertThat(kept)
                .extracting(state ->
                        state.status() + " " + state.priority() + " " + state.owner() + " " + state.dueDateCycle() + " "
                                + monday.until(state.dueDate()).getDays())
                .hasSize(5)
                .startsWith(
                        "OPEN P2 author 1 " + monday.until(monday.plusDays(30)).getDays())
                .endsWith("OPEN P1 lead 3 20");
        assertThat(kept.get(4).armedAt()).isEqualTo(items.get(id).armedAt());

        putTogetherFromTheHistory(id);

        assertThat(statesOf(id, from))
                .allMatch(state -> !state.recorded() && state.owner().equals("lead"))
                .extracting(ActionItemState::status, ActionItemState::priority, ActionItemState::dueDate)
                .containsSubsequence(kept.stream()
                        .filter(state -> !state.equals(kept.get(2)))
                        .map(state ->
                                org.assertj.core.groups.Tuple.tuple(state.status(), state.priority(), state.dueDate()))
                        .toList());
        ActionItemState last = statesOf(id, from).get(statesOf(id, from).size() - 1);
        assertThat(last.dueDateCycle()).isEqualTo(3);
        assertThat(last.armedAt()).isCloseTo(kept.get(4).armedAt(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void sendsAndChangesNothing() {
        LocalDate monday = aMonday();
        ids.add(anOpenItem(Priority.P0, monday.plusDays(7)));
        passThrough(monday.plusDays(10), ids.get(0));
        String before = effects();

        String page = visitor("manager")
                .get("/admin/policies/" + policies.inForce().number() + "/replay?from=" + monday + "&until="
                        + monday.plusDays(10))
                .body();
        visitor("manager")
                .get("/admin/policies/" + policies.inForce().number() + "/replay.csv?from=" + monday + "&until="
                        + monday.plusDays(10));
        visitor("manager").get("/admin/policies/" + policies.inForce().number() + "/dry-run?days=180");

        assertThat(page).contains("Nothing is sent.", ids.get(0), "late-1");
        assertThat(effects()).isEqualTo(before);
    }

    @Test
    void saysHowManyMessagesAnotherTableWouldHaveSentInstead() {
        LocalDate monday = aMonday();
        Instant from = time.now();
        String id = anOpenItem(Priority.P2, monday.plusDays(7));
        ids.add(id);
        passThrough(monday.plusDays(30), id);
        String kinder = tables.edit(shipped(), Map.of(), Set.of("Row_Late1", "Row_EarlyReminder"));
        int version = policies.propose(kinder, "Kinder", "admin").number();

        DryRunReport report = dryRun.back(policies.table(policies.get(version)), from, time.now());
        String page = visitor("manager")
                .get("/admin/policies/" + version + "/replay?from=" + monday + "&until=" + time.today())
                .body();
        String csv = visitor("manager")
                .get("/admin/policies/" + version + "/replay.csv?from=" + monday + "&until=" + time.today())
                .body();

        assertThat(mine(report)).noneMatch(step -> step.contains("late-1")).anyMatch(step -> step.contains("late-4"));
        assertThat(mine(dryRun.real(from, time.now()))).anyMatch(step -> step.contains("late-1"));
        assertThat(page)
                .contains("With this table, ", " instead of ", "would have reached a director", "really sent")
                .contains("replayed in the same way");
        assertThat(csv.lines().filter(line -> line.contains("\"" + id + "\"")))
                .anyMatch(line -> line.contains("late-1") && line.endsWith("\"really sent\""))
                .anyMatch(line -> line.contains("late-4") && line.endsWith(" v" + version + "\""))
                .noneMatch(line -> line.contains("late-1") && line.endsWith(" v" + version + "\""));
        assertThat(visitor("author")
                        .get("/admin/policies/" + version + "/replay")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor("author")
                        .get("/admin/policies/" + version + "/replay.csv")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor("manager")
                        .get("/admin/policies/" + version + "/replay?from=2020-01-01&until=" + time.today())
                        .statusCode())
                .isEqualTo(422);
    }

    /** Time goes from timer to timer, and between them somebody changes something. */
    private void liveThrough(Instant until) {
        while (time.now().isBefore(until)) {
            if (ids.size() < ITEMS && random.nextInt(4) == 0) {
                Priority priority = Priority.values()[random.nextInt(5)];
                if (random.nextInt(3) == 0) {
                    leaveUnowned();
                }
                ids.add(anOpenItem(priority, time.today().plusDays(3 + random.nextInt(30))));
            }
            Optional<Instant> timer = ids.stream()
                    .flatMap(id -> escalations.upcoming(id).stream())
                    .map(upcoming -> upcoming.at())
                    .min(Comparator.naturalOrder());
            Instant pause = time.now().plusSeconds(3_600 + random.nextInt(200_000));
            if (timer.isPresent() && timer.get().isBefore(pause)) {
                if (timer.get().isAfter(time.now())) {
                    time.tickTo(timer.get());
                }
                ids.forEach(engine::runDueJobs);
            } else {
                time.tickTo(pause);
                if (!ids.isEmpty()) {
                    change(ids.get(random.nextInt(ids.size())));
                }
            }
        }
    }

    private void change(String id) {
        ActionItem item = items.get(id);
        if (item.status() == ActionItemStatus.SETTLED) {
            items.reopen(id, "author", "Again");
        } else {
            switch (random.nextInt(6)) {
                case 0 -> items.settle(id, Settlement.DONE, "author", "Done");
                case 1 -> edit(id, new ActionItemEdit("reviewer", null, null, null));
                case 2 -> edit(id, new ActionItemEdit("author", null, null, null));
                case 3 -> edit(id, new ActionItemEdit(null, Priority.values()[random.nextInt(5)], null, null));
                default -> edit(id, new ActionItemEdit(null, null, time.today().plusDays(random.nextInt(25)), null));
            }
        }
        engine.runDueJobs(id);
    }

    private void edit(String id, ActionItemEdit edit) {
        items.edit(id, edit, "manager");
    }

    private List<ActionItemState> statesOf(String id, Instant from) {
        return states.between(from, time.now().plusSeconds(60)).stream()
                .filter(state -> state.item().equals(id))
                .toList();
    }

    /** As the migration does for items from before states were kept. */
    private void putTogetherFromTheHistory(String id) {
        jdbc.update("delete from action_item_state where action_item = ?", id);
        jdbc.execute(read(
                Path.of("src", "main", "resources", "db", "migration", "V048__put_earlier_item_states_together.sql")));
    }

    private List<String> mine(DryRunReport report) {
        return report.sent().stream()
                .filter(sent -> ids.contains(sent.item()))
                .map(sent -> sent.item() + " " + sent.rung() + " " + sent.row() + " " + sent.told() + " " + sent.at())
                .sorted()
                .toList();
    }

    /** Without the milliseconds that pass while jobs run. */
    private List<String> loose(DryRunReport report) {
        return report.sent().stream()
                .filter(sent -> ids.contains(sent.item()))
                .map(sent -> sent.item() + " " + sent.rung() + " " + sent.row() + " " + sent.told())
                .sorted()
                .toList();
    }

    /** Everything that a rung leaves behind. */
    private String effects() {
        return List.of(
                        "message",
                        "notice",
                        "ticket_edit",
                        "escalation",
                        "escalation_told",
                        "escalation_plan",
                        "history_entry",
                        "action_item_state",
                        "act_ru_job",
                        "act_ru_execution",
                        "act_hi_decinst",
                        "escalation_policy")
                .stream()
                .map(table -> table + "=" + jdbc.queryForObject("select count(*) from " + table, Long.class))
                .toList()
                .toString();
    }

    private static String shipped() {
        return read(Path.of("bpmn", "escalation-policy.dmn"));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
