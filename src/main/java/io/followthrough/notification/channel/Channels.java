package io.followthrough.notification.channel;

import io.followthrough.notification.News;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places that are told what happens; administrators keep them. */
@Service
@Transactional
public class Channels {

    /** The type of what is sent to try a channel out. */
    static final String TEST = "channel.test";

    private static final int SHOWN = 50;
    private static final int NAME_LENGTH = 100;

    private final JdbcTemplate jdbc;
    private final AddressGuard guard;
    private final ChannelTeams teams;
    private final People people;
    private final History history;
    private final FollowthroughProperties properties;
    private final Clock clock;

    Channels(
            JdbcTemplate jdbc,
            AddressGuard guard,
            ChannelTeams teams,
            People people,
            History history,
            FollowthroughProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.teams = teams;
        this.people = people;
        this.history = history;
        this.properties = properties;
        this.clock = clock;
    }

    /** All channels by name. */
    @Transactional(readOnly = true)
    public List<Channel> all(String actor) {
        requireAdmin(actor);
        return jdbc.query("select * from channel order by name", Channels::read);
    }

    /** The latest deliveries, newest first; those that failed before all others. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(String actor) {
        requireAdmin(actor);
        return jdbc.query(
                "select d.*, c.name from delivery d join channel c on c.id = d.channel"
                        + " order by d.state = 'FAILED' desc, d.id desc limit ?",
                (row, number) -> new Delivery(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getString("about"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getTimestamp("next_attempt_at") == null
                                ? null
                                : row.getTimestamp("next_attempt_at").toInstant(),
                        row.getString("last_error"),
                        row.getTimestamp("created_at").toInstant()),
                SHOWN);
    }

    /**
     * Opens a channel and returns it with the secret that signs its deliveries.
     *
     * @param team whose action items it hears of, or null for those of all
     * @throws InvalidInputException when there is one of that name, or it may not lead there
     */
    public Channel open(ChannelKind kind, String name, String url, @Nullable Long team, String actor) {
        requireAdmin(actor);
        if (name.isBlank() || name.strip().length() > NAME_LENGTH) {
            throw new InvalidInputException("Name the channel, in at most " + NAME_LENGTH + " characters.");
        }
        guard.objection(url.strip()).ifPresent(objection -> {
            throw new InvalidInputException(objection);
        });
        String secret = kind == ChannelKind.WEBHOOK ? WebhookSigning.newSecret() : "";
        try {
            Channel channel = jdbc.query(
                            "insert into channel (kind, name, url, secret, team, created_by, created_at)"
                                    + " values (?, ?, ?, ?, ?, ?, ?) returning *",
                            Channels::read,
                            kind.name(),
                            name.strip(),
                            url.strip(),
                            secret,
                            team,
                            actor,
                            now())
                    .get(0);
            history.record("channel", actor, "channel-opened", channel.name() + " to " + channel.shownUrl());
            return channel;
        } catch (DuplicateKeyException e) {
            throw new InvalidInputException("There is a channel called " + name.strip() + ".");
        }
    }

    /** Closes a channel with all that waits for it, or does nothing when there is none of that id. */
    public void close(long id, String actor) {
        requireAdmin(actor);
        for (Channel closed : jdbc.query("delete from channel where id = ? returning *", Channels::read, id)) {
            history.record("channel", actor, "channel-closed", closed.name());
        }
    }

    /** Sends a few words, so that one sees whether they arrive. */
    public void test(long id, String actor) {
        requireAdmin(actor);
        Channel channel = jdbc.query("select * from channel where id = ?", Channels::read, id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no channel " + id + "."));
        enqueue(
                channel,
                new News(
                        "test/" + UUID.randomUUID(),
                        TEST,
                        "Followthrough",
                        "This channel works",
                        "You will read here what may not wait.",
                        "/",
                        clock.instant(),
                        true));
    }

    /** Tries a delivery that was given up again, from the start. */
    public void retry(long delivery, String actor) {
        requireAdmin(actor);
        jdbc.update(
                "update delivery set state = 'QUEUED', attempts = 0, next_attempt_at = ?"
                        + " where id = ? and state = 'FAILED'",
                now(),
                delivery);
    }

    /** Lets each channel that is meant tell it after the commit, once. */
    @EventListener
    public void tell(News news) {
        List<Channel> heard = jdbc.query("select * from channel order by id", Channels::read).stream()
                .filter(channel -> news.urgent() || !channel.isForPeople())
                .toList();
        if (heard.isEmpty()) {
            return;
        }
        Long team = teams.concerned(news).orElse(null);
        heard.stream()
                .filter(channel -> channel.team() == null || channel.team().equals(team))
                .forEach(channel -> enqueue(channel, news));
    }

    private void enqueue(Channel channel, News news) {
        jdbc.update(
                "insert into delivery (channel, news, type, about, body, state, attempts, next_attempt_at, created_at)"
                        + " values (?, ?, ?, ?, ?, 'QUEUED', 0, ?, ?) on conflict (channel, news) do nothing",
                channel.id(),
                news.id(),
                news.type(),
                news.about(),
                ChannelWords.body(channel.kind(), news, properties.link(news.page())),
                now(),
                now());
    }

    private void requireAdmin(String actor) {
        if (people.find(actor).filter(person -> person.is(Role.ADMIN)).isEmpty()) {
            throw new ForbiddenException("Channels are for administrators.");
        }
    }

    private static Channel read(ResultSet row, int number) throws SQLException {
        return new Channel(
                row.getLong("id"),
                ChannelKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("url"),
                row.getString("secret"),
                row.getObject("team", Long.class));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
