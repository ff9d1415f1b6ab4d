package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemState;
import io.followthrough.escalation.Schedule.Life;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.team.Calendars;
import io.followthrough.team.Freeze;
import io.followthrough.team.WallClock;
import io.followthrough.team.WorkingCalendar;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The schedule of an item, by the calendar of whoever owns it. */
@Component
class Schedules {

    private final Calendars calendars;
    private final FollowthroughProperties properties;

    Schedules(Calendars calendars, FollowthroughProperties properties) {
        this.calendars = calendars;
        this.properties = properties;
    }

    Schedule of(ActionItem item) {
        Instant armedAt = Objects.requireNonNull(item.armedAt(), "an open item is armed");
        Instant openedAt = Objects.requireNonNullElse(item.openedAt(), armedAt);
        return new Schedule(
                new Life(openedAt, armedAt, item.dueDate()),
                !item.isOwnerProposed(),
                new WallClock(properties.zone()),
                calendars.of(item.owner()),
                calendars.freezesSince(openedAt));
    }

    /**
     * The schedules of many items by the present calendars, each of which is read once.
     *
     * @param since no item was opened before
     */
    Function<ActionItemState, Schedule> ofMany(Instant since) {
        List<Freeze> freezes = calendars.freezesSince(since);
        WallClock dueClock = new WallClock(properties.zone());
        Map<String, WorkingCalendar> known = new HashMap<>();
        return state -> new Schedule(
                new Life(state.openedAt(), state.armedAt(), state.dueDate()),
                !state.ownerProposed(),
                dueClock,
                known.computeIfAbsent(state.owner(), calendars::of),
                freezes);
    }
}
