package io.followthrough.notification;

import io.followthrough.team.Calendars;
import io.followthrough.team.Freeze;
import io.followthrough.team.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Quiet hours by the calendars of people, and the freezes of all. */
@Component
class CalendarQuietHours implements QuietHours {

    private final Calendars calendars;

    CalendarQuietHours(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public Instant awake(@Nullable String person, Instant instant) {
        WorkingCalendar calendar = person == null ? calendars.standard() : calendars.of(person);
        List<Freeze> freezes = calendars.freezes();
        Instant awake = calendar.afterQuiet(instant);
        for (Optional<Freeze> freeze = at(awake, freezes, calendar);
                freeze.isPresent();
                freeze = at(awake, freezes, calendar)) {
            LocalDate after = freeze.get().until().plusDays(1);
            awake = calendar.afterQuiet(calendar.clock().first(after, LocalTime.MIDNIGHT));
        }
        return awake;
    }

    private static Optional<Freeze> at(Instant instant, List<Freeze> freezes, WorkingCalendar calendar) {
        LocalDate day = calendar.clock().dayAt(instant);
        return freezes.stream().filter(freeze -> freeze.covers(day)).findFirst();
    }
}
