package io.followthrough.notification;

import io.followthrough.notification.DigestLog.Kind;
import io.followthrough.team.Team;
import io.followthrough.team.Teams;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes one report of one week or month: all of it or nothing, and never a second one. */
@Component
class ReportWriting {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWriting.class);
    private static final int ABOUT_LENGTH = 64;

    private final DigestLog log;
    private final Teams teams;
    private final ReportWords words;
    private final DigestBody body;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportWriting(
            DigestLog log,
            Teams teams,
            ReportWords words,
            DigestBody body,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.log = log;
        this.teams = teams;
        this.words = words;
        this.body = body;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    boolean isWritten(String person, Kind kind, LocalDate day) {
        return log.isWritten(person, kind, day);
    }

    /** Where there is nothing to report the week or month passes without a message. */
    @Transactional
    public void write(String person, Kind kind, LocalDate day) {
        if (log.begin(person, kind, day).isEmpty()) {
            return;
        }
        List<Team> about = teams.all().stream()
                .filter(team -> kind == Kind.MONTHLY || team.lead().equals(person))
                .toList();
        Digest report = kind == Kind.WEEKLY ? words.weekly(person, about) : words.monthly(person, day, about);
        if (report.groups().isEmpty()) {
            return;
        }
        String name = kind.name().toLowerCase(Locale.ROOT);
        outbox.put(
                "digest/" + name + "/" + day + "/" + person,
                name + "-" + day,
                person,
                report.subject(),
                reader -> body.letter(report, reader));
        if (kind == Kind.WEEKLY) {
            about.forEach(team -> tellChannels(team, day));
        }
        LOG.info("report written person={} kind={} day={}", person, name, day);
    }

    private void tellChannels(Team team, LocalDate day) {
        String name = team.name();
        events.publishEvent(new News(
                "weekly/" + team.id() + "/" + day,
                "team.weekly-report",
                name.length() <= ABOUT_LENGTH ? name : name.substring(0, ABOUT_LENGTH),
                "The week of " + name,
                words.numbers(team),
                "/action-items?overdue=true",
                clock.instant(),
                true,
                team.id()));
    }
}
