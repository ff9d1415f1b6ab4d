package io.followthrough.notification;

import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.notification.DigestLog.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the digest of one person and day: all of it or nothing, and never a second one. */
@Component
class DailyDigest {

    private static final Logger LOG = LoggerFactory.getLogger(DailyDigest.class);

    private final Notices notices;
    private final ActionItems items;
    private final DigestLog digests;
    private final DigestWords words;
    private final DigestBody body;
    private final Outbox outbox;

    DailyDigest(
            Notices notices, ActionItems items, DigestLog digests, DigestWords words, DigestBody body, Outbox outbox) {
        this.notices = notices;
        this.items = items;
        this.digests = digests;
        this.words = words;
        this.body = body;
        this.outbox = outbox;
    }

    /** Tells the person what waits for them; does nothing when the day had its digest or nothing matters any more. */
    @Transactional
    public void send(String person, LocalDate day) {
        List<WaitingNotice> waiting = notices.take(person);
        List<WaitingNotice> current =
                waiting.stream().filter(this::stillMatters).toList();
        notices.outdated(
                waiting.stream().filter(notice -> !current.contains(notice)).toList());
        if (current.isEmpty()) {
            return;
        }
        OptionalLong digest = digests.begin(person, Kind.DAILY, day);
        if (digest.isEmpty()) {
            return;
        }
        notices.told(current, digest.getAsLong());
        Digest content = words.daily(person, day, current);
        outbox.put(
                "digest/" + Kind.DAILY.name().toLowerCase(Locale.ROOT) + "/" + day + "/" + person,
                "digest-" + day,
                person,
                content.subject(),
                reader -> body.letter(content, reader));
        LOG.info("digest written person={} day={} notices={}", person, day, current.size());
    }

    /** What was settled in between needs nobody any more. */
    private boolean stillMatters(WaitingNotice notice) {
        return items.find(notice.about())
                .map(item -> item.status() == ActionItemStatus.OPEN)
                .orElse(true);
    }
}
