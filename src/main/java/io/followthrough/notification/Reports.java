package io.followthrough.notification;

import io.followthrough.notification.DigestLog.Kind;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import io.followthrough.team.Team;
import io.followthrough.team.Teams;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Reports for those who answer for others: on Monday morning to leads about their team, on the first morning of a month
 * to managers about all teams. Who could not be told on the day is told later in the same week or month.
 */
@Service
public class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final Teams teams;
    private final People people;
    private final Mornings mornings;
    private final ReportWriting writing;
    private final Clock clock;

    Reports(Teams teams, People people, Mornings mornings, ReportWriting writing, Clock clock) {
        this.teams = teams;
        this.people = people;
        this.mornings = mornings;
        this.writing = writing;
        this.clock = clock;
    }

    /** Sends every report that is due, each in a transaction of its own; none of them twice. */
    public void sendDue() {
        Set<String> leads = new LinkedHashSet<>();
        Set<String> managers = new LinkedHashSet<>();
        for (Team team : teams.all()) {
            leads.add(team.lead());
            managers.add(team.manager());
        }
        people.inRole(Role.MANAGER).stream().map(Person::id).forEach(managers::add);
        leads.forEach(lead -> send(lead, Kind.WEEKLY));
        managers.forEach(manager -> send(manager, Kind.MONTHLY));
    }

    private void send(String person, Kind kind) {
        Instant now = clock.instant();
        LocalDate today = mornings.dayOf(person, now);
        LocalDate day = kind == Kind.WEEKLY
                ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : today.withDayOfMonth(1);
        if (now.isBefore(mornings.of(person, day))
                || writing.isWritten(person, kind, day)
                || !mornings.mayBeSent(person, now)) {
            return;
        }
        try {
            writing.write(person, kind, day);
        } catch (RuntimeException e) {
            // The others are not to suffer; it is tried again at the next look.
            LOG.error("report not written person={} kind={} day={}", person, kind, day, e);
        }
    }
}
