package io.followthrough.notification;

import io.followthrough.team.Calendars;
import io.followthrough.team.WallClock;
import io.followthrough.team.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Mornings by the calendars of people: when their own working hours begin, or else when the settings say. */
@Component
@EnableConfigurationProperties(DigestProperties.class)
class CalendarMornings implements Mornings {

    private final Calendars calendars;
    private final DigestProperties settings;

    CalendarMornings(Calendars calendars, DigestProperties settings) {
        this.calendars = calendars;
        this.settings = settings;
    }

    @Override
    public LocalDate dayOf(String person, Instant instant) {
        return clock(person).dayAt(instant);
    }

    @Override
    public Instant of(String person, LocalDate day) {
        WorkingTime time = calendars.workingTime(person);
        boolean own = !time.from().equals(calendars.standard().hours().from());
        LocalTime at = own ? time.from() : settings.at();
        return clock(person).first(day, at);
    }

    private WallClock clock(String person) {
        return new WallClock(calendars.workingTime(person).zone());
    }
}
