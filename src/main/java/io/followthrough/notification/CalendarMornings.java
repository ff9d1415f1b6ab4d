package io.followthrough.notification;

import io.followthrough.team.Calendars;
import io.followthrough.team.WallClock;
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
    private final QuietHours quietHours;
    private final DigestProperties settings;

    CalendarMornings(Calendars calendars, QuietHours quietHours, DigestProperties settings) {
        this.calendars = calendars;
        this.quietHours = quietHours;
        this.settings = settings;
    }

    @Override
    public LocalDate dayOf(String person, Instant instant) {
        return clock(person).dayAt(instant);
    }

    @Override
    public Instant of(String person, LocalDate day) {
        LocalTime at = calendars.isSet(person) ? calendars.workingTime(person).from() : settings.at();
        return clock(person).first(day, at);
    }

    @Override
    public boolean mayBeSent(String person, Instant instant) {
        boolean atWork = settings.onDaysOff() || calendars.of(person).isWorkday(dayOf(person, instant));
        return atWork && quietHours.awake(person, instant).equals(instant);
    }

    private WallClock clock(String person) {
        return new WallClock(calendars.workingTime(person).zone());
    }
}
