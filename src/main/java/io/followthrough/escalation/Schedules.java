package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.escalation.Schedule.Life;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.team.Calendars;
import io.followthrough.team.WallClock;
import java.time.Instant;
import java.util.Objects;
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
                calendars.freezes());
    }
}
