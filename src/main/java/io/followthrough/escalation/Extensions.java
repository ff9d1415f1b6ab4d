package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * More time for an item: at most twice, each time at most half of what it was given at first. The database holds both
 * limits, too.
 */
@Service
@Transactional
public class Extensions {

    private final ActionItems items;
    private final JdbcClient jdbc;
    private final FollowthroughProperties properties;
    private final Clock clock;

    Extensions(ActionItems items, JdbcClient jdbc, FollowthroughProperties properties, Clock clock) {
        this.items = items;
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** What an item was given, oldest first. */
    @Transactional(readOnly = true)
    public List<Extension> of(String id) {
        return jdbc.sql("select * from extension where action_item = ? order by number")
                .param(id)
                .query((row, number) -> new Extension(
                        row.getInt("number"),
                        row.getObject("until_date", LocalDate.class),
                        row.getString("reason"),
                        row.getString("given_by"),
                        row.getTimestamp("given_at").toInstant()))
                .list();
    }

    /** What is allowed now. */
    @Transactional(readOnly = true)
    public Limits limits(ActionItem item) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        LocalDate countedFrom = item.dueDate().isBefore(today) ? today : item.dueDate();
        int had = of(item.id()).size();
        return new Limits(today, countedFrom, Math.max(item.windowDays() / 2, 1), Limits.EXTENSIONS - had);
    }

    /**
     * Gives an item more time on behalf of who may change it; a decision that is asked for is not needed any more.
     *
     * @throws ForbiddenException when the actor may not change it
     * @throws InvalidInputException when the reason is missing or the limits do not allow it; says what they allow
     */
    public void take(String id, LocalDate until, String reason, String actor) {
        if (!items.mayEdit(id, actor)) {
            throw new ForbiddenException("More time for " + id + " is taken by its owner, or by who may change it.");
        }
        give(items.lock(id), until, reason, actor);
        items.planAnew(id);
    }

    /** Gives a locked item more time; its process is left to the caller. */
    void give(ActionItem item, LocalDate until, String reason, String actor) {
        if (item.status() != ActionItemStatus.OPEN) {
            throw new ConflictException(item.id() + " is not open: it needs no more time.");
        }
        if (reason.isBlank()) {
            throw new InvalidInputException("Say why it takes longer.");
        }
        Limits limits = limits(item);
        if (!limits.allowsExtension(until)) {
            throw new InvalidInputException(
                    item.id() + " cannot be extended until " + until + ". Allowed: " + limits.extensions() + ".");
        }
        int number = Limits.EXTENSIONS - limits.extensionsLeft() + 1;
        jdbc.sql("insert into extension (action_item, number, counted_from, until_date, window_days, reason, given_by,"
                        + " given_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        item.id(),
                        number,
                        limits.countedFrom(),
                        until,
                        item.windowDays(),
                        reason.strip(),
                        actor,
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
        items.extend(
                item.id(),
                until,
                "Extension " + number + " of " + Limits.EXTENSIONS + ", until " + until + ": " + reason.strip(),
                actor);
    }
}
