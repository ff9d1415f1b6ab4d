package io.followthrough.team;

import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When each person works, and when nobody is told anything. */
@Service
@EnableConfigurationProperties(CalendarProperties.class)
public class Calendars {

    /** Whoever needs longer pauses more than reminders. */
    private static final int LONGEST_FREEZE = 60;

    private final JdbcClient jdbc;
    private final CalendarProperties defaults;
    private final FollowthroughProperties properties;
    private final PublicHolidays holidays;
    private final People people;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calendars(
            JdbcClient jdbc,
            CalendarProperties defaults,
            FollowthroughProperties properties,
            PublicHolidays holidays,
            People people,
            History history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.defaults = defaults;
        this.properties = properties;
        this.holidays = holidays;
        this.people = people;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** When this person works; as the settings say unless somebody has said otherwise. */
    @Transactional(readOnly = true)
    public WorkingCalendar of(String person) {
        return calendar(workingTime(person));
    }

    /** When people work who have not said so themselves. */
    public WorkingCalendar standard() {
        return calendar(standardTime());
    }

    private WorkingCalendar calendar(WorkingTime time) {
        return new WorkingCalendar(
                time.zone(),
                time.workdays(),
                new WorkingCalendar.Hours(time.from(), time.until()),
                new WorkingCalendar.Hours(time.quietFrom(), time.quietUntil()),
                holidays.in(time.region()));
    }

    /** As it is set for this person. */
    @Transactional(readOnly = true)
    public WorkingTime workingTime(String person) {
        return own(person).orElseGet(this::standardTime);
    }

    /** Whether somebody has said when this person works. */
    @Transactional(readOnly = true)
    public boolean isSet(String person) {
        return own(person).isPresent();
    }

    /** As the settings say it for those who have not said so themselves. */
    public WorkingTime standardTime() {
        return defaults.workingTime(properties.zone());
    }

    private Optional<WorkingTime> own(String person) {
        return jdbc.sql("select * from working_time where person = ?")
                .param(person)
                .query((row, number) -> new WorkingTime(
                        ZoneId.of(row.getString("zone")),
                        row.getString("region"),
                        Arrays.stream(row.getString("workdays").split(","))
                                .map(DayOfWeek::valueOf)
                                .collect(Collectors.toSet()),
                        row.getTime("work_from").toLocalTime(),
                        row.getTime("work_until").toLocalTime(),
                        row.getTime("quiet_from").toLocalTime(),
                        row.getTime("quiet_until").toLocalTime()))
                .optional();
    }

    /**
     * Sets when a person works; from the next planning on, rungs and messages go by it.
     *
     * @throws ForbiddenException when the actor is neither the person nor an administrator
     * @throws InvalidInputException when nobody could work like that
     */
    @Transactional
    public void set(String person, WorkingTime time, String actor) {
        requireSelfOrAdmin(person, actor);
        if (time.workdays().isEmpty()) {
            throw new InvalidInputException("Choose at least one working day.");
        }
        if (!time.from().isBefore(time.until())) {
            throw new InvalidInputException("Working hours end after they begin, on the same day.");
        }
        if (time.isQuietAllDay()) {
            throw new InvalidInputException("Quiet hours leave some of the working hours, or nothing could be told.");
        }
        if (!holidays.isKnown(time.region())) {
            throw new InvalidInputException("Nobody knows the public holidays of " + time.region()
                    + ": write a country such as de, or a part of it such as de/by.");
        }
        String workdays = time.workdays().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
        jdbc.sql("insert into working_time (person, zone, region, workdays, work_from, work_until, quiet_from,"
                        + " quiet_until, changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (person) do update set zone = excluded.zone, region = excluded.region,"
                        + " workdays = excluded.workdays, work_from = excluded.work_from,"
                        + " work_until = excluded.work_until, quiet_from = excluded.quiet_from,"
                        + " quiet_until = excluded.quiet_until, changed_by = excluded.changed_by,"
                        + " changed_at = excluded.changed_at")
                .params(
                        person,
                        time.zone().getId(),
                        time.region(),
                        workdays,
                        Time.valueOf(time.from()),
                        Time.valueOf(time.until()),
                        Time.valueOf(time.quietFrom()),
                        Time.valueOf(time.quietUntil()),
                        actor,
                        now())
                .update();
        events.publishEvent(new CalendarChanged(person));
        history.record(
                "person/" + person,
                actor,
                "working-time-set",
                time.zone() + ", " + time.from() + " to " + time.until() + ", holidays "
                        + (time.region().isEmpty() ? "none" : time.region()));
    }

    /** The present and coming freezes by their first day. */
    @Transactional(readOnly = true)
    public List<Freeze> freezes() {
        return freezesSince(clock.instant());
    }

    /** The freezes that were not over at this instant anywhere in the world, by their first day. */
    @Transactional(readOnly = true)
    public List<Freeze> freezesSince(Instant instant) {
        return jdbc.sql("select * from freeze_window where until_date >= ? order by from_date, id")
                .param(LocalDate.ofInstant(instant, properties.zone()).minusDays(1))
                .query((row, number) -> new Freeze(
                        row.getLong("id"),
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("until_date", LocalDate.class),
                        row.getString("reason")))
                .list();
    }

    /**
     * Announces days on which nobody is told anything.
     *
     * @throws InvalidInputException when they are over, too many, or nobody says why
     */
    @Transactional
    public void freeze(LocalDate from, LocalDate until, String reason, String actor) {
        requireAdmin(actor);
        if (until.isBefore(from)) {
            throw new InvalidInputException("A freeze ends on its first day or later.");
        }
        if (until.isBefore(today())) {
            throw new InvalidInputException("These days are over: choose present or coming ones.");
        }
        if (until.isAfter(from.plusDays(LONGEST_FREEZE - 1))) {
            throw new InvalidInputException("A freeze lasts " + LONGEST_FREEZE + " days at most.");
        }
        if (reason.isBlank()) {
            throw new InvalidInputException("Say why: the reason is shown with what waits.");
        }
        jdbc.sql("insert into freeze_window (from_date, until_date, reason, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(from, until, reason.strip(), actor, now())
                .update();
        events.publishEvent(new CalendarChanged(null));
        history.record("freeze", actor, "freeze-announced", from + " to " + until + ": " + reason.strip());
    }

    /** Ends a freeze, or does nothing when there is none of that id. */
    @Transactional
    public void thaw(long id, String actor) {
        requireAdmin(actor);
        jdbc.sql("delete from freeze_window where id = ? returning from_date || ' to ' || until_date || ': ' || reason")
                .param(id)
                .query(String.class)
                .optional()
                .ifPresent(freeze -> {
                    events.publishEvent(new CalendarChanged(null));
                    history.record("freeze", actor, "freeze-lifted", freeze);
                });
    }

    private void requireSelfOrAdmin(String person, String actor) {
        if (!person.equals(actor)) {
            requireAdmin(actor);
        }
    }

    private void requireAdmin(String actor) {
        if (people.find(actor).filter(found -> found.is(Role.ADMIN)).isEmpty()) {
            throw new ForbiddenException("Only administrators may do that.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), properties.zone());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
