package io.followthrough.notification;

import io.followthrough.notification.DigestLog.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The one message of the day: sent to everybody for whom something waits, once their morning has come. */
@Service
public class Digests {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final int LONGEST_GATHERING = 6;

    private final Notices notices;
    private final DailyDigest daily;
    private final Mornings mornings;
    private final DigestLog log;
    private final DigestProperties settings;
    private final Clock clock;

    Digests(
            Notices notices,
            DailyDigest daily,
            Mornings mornings,
            DigestLog log,
            DigestProperties settings,
            Clock clock) {
        this.notices = notices;
        this.daily = daily;
        this.mornings = mornings;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends every digest that is due, each in a transaction of its own; who had one today waits for tomorrow. */
    public void sendDue() {
        Instant now = clock.instant();
        for (Notices.Waiting waiting : notices.waiting()) {
            String person = waiting.person();
            LocalDate day = mornings.dayOf(person, now);
            if (!now.isBefore(dueAt(waiting, day))
                    && !log.isWritten(person, Kind.DAILY, day)
                    && mornings.mayBeSent(person, now)) {
                send(person, day);
            }
        }
    }

    private void send(String person, LocalDate day) {
        try {
            daily.send(person, day);
        } catch (RuntimeException e) {
            // The others are not to suffer; it is tried again at the next look.
            LOG.error("digest not written person={} day={}", person, day, e);
        }
    }

    private Instant dueAt(Notices.Waiting waiting, LocalDate day) {
        Duration gather = settings.gather();
        Instant quiet = waiting.last().plus(gather);
        Instant latest = waiting.first().plus(gather.multipliedBy(LONGEST_GATHERING));
        Instant gathered = quiet.isBefore(latest) ? quiet : latest;
        Instant morning = mornings.of(waiting.person(), day);
        return gathered.isAfter(morning) ? gathered : morning;
    }
}
