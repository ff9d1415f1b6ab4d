package io.followthrough.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.actionitem.ActionItemState;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.Priority;
import io.followthrough.escalation.Replay.Climbed;
import io.followthrough.escalation.Rung.Only;
import io.followthrough.escalation.Schedule.Life;
import io.followthrough.escalation.Schedule.Reached;
import io.followthrough.team.WallClock;
import io.followthrough.team.WorkingCalendar;
import io.followthrough.team.WorkingCalendar.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Made histories; what is expected was counted by hand on the calendar of 2026. */
class ReplayTest {

    /** A Monday; 7 December is the Monday of three weeks later. */
    private static final Instant OPENED = at("11-16T10:00");

    private static final Instant END = Instant.parse("2027-03-01T00:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 7);

    private static final List<Rung> LADDER = List.of(
            rung("created", "created", Only.ALWAYS),
            rung("unowned", "1 business day after created", Only.UNOWNED),
            rung("reminder", "2 business days before due", Only.ALWAYS),
            rung("due", "due", Only.ALWAYS),
            rung("late-1", "1 day after due", Only.ALWAYS),
            rung("late-2", "5 days after due", Only.ALWAYS));

    private static final List<Rung> URGENT = List.of(
            rung("created", "created", Only.ALWAYS),
            rung("due", "due", Only.ALWAYS),
            rung("late-1", "1 day after due", Only.ALWAYS),
            rung("late-2", "3 days after due", Only.ALWAYS),
            rung("late-3", "7 days after due", Only.ALWAYS));

    private final List<ActionItemState> life = new ArrayList<>();
    private List<Gap> gaps = List.of();

    @Test
    void climbsTheWholeLadderOfAnItemNobodyTouches() {
        open();

        assertThat(steps())
                .containsExactly(
                        "created 11-16T10:00",
                        "reminder 12-03T09:00",
                        "due 12-07T09:00",
                        "late-1 12-08T09:00",
                        "late-2 12-14T09:00");
        assertThat(climbed().decisions()).containsExactly(at("12-14T09:00"));
    }

    @Test
    void endsWhenTheItemIsSettled() {
        open();
        settle("12-05T12:00");

        assertThat(steps()).containsExactly("created 11-16T10:00", "reminder 12-03T09:00");
        assertThat(climbed().decisions()).isEmpty();
    }

    @Test
    void beginsAnewWhenTheDueDateMoves() {
        open();
        become("12-08T12:00", last -> with(last, LocalDate.of(2026, 12, 21)));

        assertThat(steps())
                .containsExactly(
                        "created 11-16T10:00",
                        "reminder 12-03T09:00",
                        "due 12-07T09:00",
                        "late-1 12-08T09:00",
                        "reminder 12-17T09:00",
                        "due 12-21T09:00",
                        "late-1 12-22T09:00",
                        "late-2 12-28T09:00");
    }

    @Test
    void goesOnWithWhatIsToComeWhenTheItemIsReopened() {
        open();
        settle("12-04T10:00");
        become("12-09T10:00", last -> again(last, at("12-09T10:00")));

        assertThat(steps()).containsExactly("created 11-16T10:00", "reminder 12-03T09:00", "late-2 12-14T09:00");
    }

    @Test
    void climbsTheLadderOfThePriorityOfTheDay() {
        open();
        become("12-08T15:00", last -> with(last, Priority.P0));

        assertThat(steps())
                .containsExactly(
                        "created 11-16T10:00",
                        "reminder 12-03T09:00",
                        "due 12-07T09:00",
                        "late-1 12-08T09:00",
                        "late-2 12-10T09:00",
                        "late-3 12-14T09:00");
    }

    @Test
    void asksForAnOwnerOnlyWhileThereIsNone() {
        life.add(state(OPENED, ActionItemStatus.OPEN, Priority.P2, "author", true, DUE, 1, OPENED));
        settle("11-20T12:00");
        assertThat(steps()).containsExactly("created 11-16T10:00", "unowned 11-17T10:00");

        life.clear();
        life.add(state(OPENED, ActionItemStatus.OPEN, Priority.P2, "author", true, DUE, 1, OPENED));
        become("11-16T15:00", last -> owned(last, "author"));
        settle("11-20T12:00");
        assertThat(steps()).containsExactly("created 11-16T10:00");
    }

    @Test
    void comesInTheMorningOfWhoeverOwnsTheItemThatDay() {
        open();
        become("12-06T12:00", last -> owned(last, "kenji"));
        settle("12-07T12:00");

        assertThat(steps()).containsExactly("created 11-16T10:00", "reminder 12-03T09:00", "due 12-07T00:00");
    }

    @Test
    void tellsOnlyTheHighestRungThatWasMissedAtTheEndOfAGap() {
        open();
        gaps = List.of(new Gap(at("12-05T00:00"), at("12-09T12:00")));

        assertThat(steps())
                .containsExactly(
                        "created 11-16T10:00", "reminder 12-03T09:00", "late-1 12-09T12:00", "late-2 12-14T09:00");
    }

    @Test
    void keepsADayBetweenTheRungsOfTwoDueDates() {
        open();
        become("11-16T11:00", last -> with(last, LocalDate.of(2026, 11, 17)));
        settle("11-18T12:00");

        assertThat(steps()).containsExactly("created 11-16T10:00", "due 11-17T10:00", "late-1 11-18T10:00");
    }

    @Test
    void knowsNothingOfWhatComesAfterThePeriod() {
        open();

        assertThat(steps(at("12-08T09:00")))
                .containsExactly("created 11-16T10:00", "reminder 12-03T09:00", "due 12-07T09:00");
    }

    @Test
    void asksForOneDecisionHoweverOftenAnUndecidedItemChangesHands() {
        open();
        become("12-20T12:00", last -> owned(last, "kenji"));
        become("12-21T12:00", last -> owned(last, "author"));

        assertThat(climbed().decisions()).containsExactly(at("12-14T09:00"));
    }

    @Test
    void takesUpWhereAnOpenItemIs() {
        open();

        Climbed climbed =
                replay().follow(life, new Reached(Map.of("due", at("12-07T09:30")), null), at("12-07T10:00"), END);

        assertThat(words(climbed)).containsExactly("late-1 12-08T09:30", "late-2 12-14T09:00");
    }

    private void open() {
        life.add(state(OPENED, ActionItemStatus.OPEN, Priority.P2, "author", false, DUE, 1, OPENED));
    }

    private void settle(String at) {
        become(
                at,
                last -> state(
                        at(at),
                        ActionItemStatus.SETTLED,
                        last.priority(),
                        last.owner(),
                        last.ownerProposed(),
                        last.dueDate(),
                        last.dueDateCycle(),
                        last.armedAt()));
    }

    private void become(String at, java.util.function.UnaryOperator<ActionItemState> change) {
        ActionItemState next = change.apply(life.get(life.size() - 1));
        life.add(state(
                at(at),
                next.status(),
                next.priority(),
                next.owner(),
                next.ownerProposed(),
                next.dueDate(),
                next.dueDateCycle(),
                next.dueDateCycle() > life.get(life.size() - 1).dueDateCycle() ? at(at) : next.armedAt()));
    }

    private static ActionItemState with(ActionItemState last, LocalDate due) {
        return state(
                last.at(),
                last.status(),
                last.priority(),
                last.owner(),
                last.ownerProposed(),
                due,
                last.dueDateCycle() + 1,
                last.armedAt());
    }

    private static ActionItemState again(ActionItemState last, Instant armedAt) {
        return state(
                last.at(),
                ActionItemStatus.OPEN,
                last.priority(),
                last.owner(),
                last.ownerProposed(),
                last.dueDate(),
                last.dueDateCycle() + 1,
                armedAt);
    }

    private static ActionItemState with(ActionItemState last, Priority priority) {
        return state(
                last.at(),
                last.status(),
                priority,
                last.owner(),
                last.ownerProposed(),
                last.dueDate(),
                last.dueDateCycle(),
                last.armedAt());
    }

    private static ActionItemState owned(ActionItemState last, String owner) {
        return state(
                last.at(),
                last.status(),
                last.priority(),
                owner,
                false,
                last.dueDate(),
                last.dueDateCycle(),
                last.armedAt());
    }

    private static ActionItemState state(
            Instant at,
            ActionItemStatus status,
            Priority priority,
            String owner,
            boolean proposed,
            LocalDate due,
            int cycle,
            Instant armedAt) {
        return new ActionItemState("PM-1-1", at, status, priority, owner, proposed, due, cycle, OPENED, armedAt, true);
    }

    private List<String> steps() {
        return steps(END);
    }

    private List<String> steps(Instant until) {
        return words(replay().follow(life, new Reached(Map.of(), null), OPENED, until));
    }

    private Climbed climbed() {
        return replay().follow(life, new Reached(Map.of(), null), OPENED, END);
    }

    private Replay replay() {
        PolicyTable table = new PolicyTable("", List.of(), Map.of(Priority.P2, LADDER, Priority.P0, URGENT));
        return new Replay(table, ReplayTest::schedule, gaps);
    }

    private static Schedule schedule(ActionItemState state) {
        return new Schedule(
                new Life(state.openedAt(), state.armedAt(), state.dueDate()),
                !state.ownerProposed(),
                new WallClock(ZoneId.of("UTC")),
                calendar(state.owner().equals("kenji") ? "Asia/Tokyo" : "UTC"),
                List.of());
    }

    private static WorkingCalendar calendar(String zone) {
        return new WorkingCalendar(
                ZoneId.of(zone),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                new Hours(LocalTime.of(20, 0), LocalTime.of(7, 0)),
                day -> false);
    }

    private static List<String> words(Climbed climbed) {
        return climbed.steps().stream()
                .map(step -> step.rung().name() + " "
                        + step.at().toString().substring("2026-".length(), "2026-".length() + 11))
                .toList();
    }

    /** Of the year 2026, in UTC. */
    private static Instant at(String moment) {
        return Instant.parse("2026-" + moment + ":00Z");
    }

    private static Rung rung(String name, String when, Only only) {
        return new Rung(
                name, RungTime.of(when), only, Set.of(Audience.OWNER), false, false, "pm-" + name, "", "Row_" + name);
    }
}
