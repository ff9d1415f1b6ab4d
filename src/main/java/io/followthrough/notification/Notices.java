package io.followthrough.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people hear once a day: collected in the transaction of what it is about, told with their next digest. */
@Service
public class Notices {

    private static final int TITLE_LENGTH = 500;
    private static final int SHORT_LENGTH = 250;

    /** What its reader has put off is not told yet; what others ask of them is. */
    private static final String WAITING = " handled_at is null and not (todo = 'FOLLOW' and exists (select 1 from"
            + " snooze s where s.person = recipient and s.action_item = about and s.ended_at is null"
            + " and s.ends_at > ?))";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Notices(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps it for each recipient's next digest; saying it again with the same key changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void collect(Notice notice) {
        for (String recipient : Set.copyOf(notice.recipients())) {
            jdbc.update(
                    "insert into notice (dedup_key, recipient, about, todo, title, words, source, page, created_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (dedup_key) do nothing",
                    notice.key() + "/" + recipient,
                    recipient,
                    notice.about(),
                    notice.todo().name(),
                    cut(notice.title(), TITLE_LENGTH),
                    notice.words(),
                    cut(notice.source(), SHORT_LENGTH),
                    notice.page(),
                    now());
        }
    }

    /** This person need not hear of it any more; changes nothing when they have. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String key, String recipient) {
        jdbc.update(
                "update notice set handled_at = ? where dedup_key = ? and handled_at is null",
                now(),
                key + "/" + recipient);
    }

    /** Nobody need hear any more of what was collected under keys that begin so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawAll(String keys) {
        jdbc.update(
                "update notice set handled_at = ? where starts_with(dedup_key, ?) and handled_at is null", now(), keys);
    }

    /** Somebody for whom notices wait, since when and until when they came. */
    record Waiting(String person, Instant first, Instant last) {}

    /** Everybody for whom notices wait. */
    List<Waiting> waiting() {
        return jdbc.query(
                "select recipient, min(created_at) as first, max(created_at) as last from notice" + " where" + WAITING
                        + " group by recipient order by recipient",
                (row, number) -> new Waiting(
                        row.getString("recipient"),
                        row.getTimestamp("first").toInstant(),
                        row.getTimestamp("last").toInstant()),
                now());
    }

    /** The notices that wait for this person, oldest first; nobody else gets them until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<WaitingNotice> take(String person) {
        return jdbc.query(
                "select * from notice where recipient = ? and" + WAITING + " order by id for update",
                (row, number) -> new WaitingNotice(
                        row.getLong("id"),
                        row.getString("about"),
                        Todo.valueOf(row.getString("todo")),
                        row.getString("title"),
                        row.getString("words"),
                        row.getString("source"),
                        row.getString("page")),
                person,
                now());
    }

    /** Notes that a digest told them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void told(List<WaitingNotice> notices, long digest) {
        notices.forEach(notice ->
                jdbc.update("update notice set handled_at = ?, digest = ? where id = ?", now(), digest, notice.id()));
    }

    /** Notes that they need not be told any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void outdated(List<WaitingNotice> notices) {
        notices.forEach(notice -> jdbc.update("update notice set handled_at = ? where id = ?", now(), notice.id()));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
