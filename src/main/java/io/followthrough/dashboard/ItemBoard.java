package io.followthrough.dashboard;

import io.followthrough.dashboard.ItemRow.TicketCell;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.ticket.TicketTracker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Action items to look at, by one statement over a view of our own tables. */
@Component
public class ItemBoard {

    private static final String FROM = " from dashboard_action_item where true";
    private static final String BY_DUE_DATE = "due_date";
    private static final Map<String, String> ORDERS = Map.of(
            "due", BY_DUE_DATE,
            "priority", "priority",
            "owner", "owner",
            "id", "(postmortem_number, position)");

    private final JdbcClient jdbc;
    private final TicketTracker tracker;
    private final FollowthroughProperties properties;
    private final Clock clock;

    ItemBoard(JdbcClient jdbc, TicketTracker tracker, FollowthroughProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.tracker = tracker;
        this.properties = properties;
        this.clock = clock;
    }

    /** The items that fit, at most {@code limit} of them from {@code offset} on. */
    public List<ItemRow> find(ItemFilter filter, int offset, int limit) {
        LocalDate today = today();
        Conditions conditions = conditions(filter, today);
        String order = order(filter.sort());
        return conditions
                .bind(jdbc.sql(
                        "select *" + FROM + conditions.sql() + " order by " + order + " limit :limit offset :offset"))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> row(row, today))
                .list();
    }

    /** A leading minus turns the order round; what is equal follows by due date, priority and id. */
    private static String order(String sort) {
        boolean descending = sort.startsWith("-");
        String first = ORDERS.getOrDefault(descending ? sort.substring(1) : sort, BY_DUE_DATE);
        return first + (descending ? " desc" : "") + ", due_date, priority, postmortem_number, position";
    }

    /** How many items fit. */
    public long count(ItemFilter filter) {
        Conditions conditions = conditions(filter, today());
        return conditions
                .bind(jdbc.sql("select count(*)" + FROM + conditions.sql()))
                .query(Long.class)
                .single();
    }

    /** The items of one postmortem in the order of its document. */
    public List<ItemRow> of(PostmortemKey key) {
        LocalDate today = today();
        return jdbc.sql("select *" + FROM + " and postmortem_number = :number order by position")
                .param("number", key.number())
                .query((row, number) -> row(row, today))
                .list();
    }

    public ItemRow get(String id) {
        LocalDate today = today();
        return jdbc.sql("select *" + FROM + " and id = :id")
                .param("id", id)
                .query((row, number) -> row(row, today))
                .optional()
                .orElseThrow(() -> new NotFoundException("There is no action item " + id + ". Ids look like PM-42-3."));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), properties.zone());
    }

    private static Conditions conditions(ItemFilter filter, LocalDate today) {
        Conditions conditions = new Conditions();
        if (!filter.status().isBlank()) {
            conditions.and("status = :status", "status", status(filter.status()));
        }
        if (filter.overdue()) {
            conditions.and("status = 'OPEN' and due_date < :today", "today", today);
        }
        if (!filter.owner().isBlank()) {
            conditions.and("owner = :owner", "owner", filter.owner());
        }
        if (!filter.postmortem().isBlank()) {
            conditions.and(
                    "postmortem_number = :postmortem",
                    "postmortem",
                    PostmortemKey.of(filter.postmortem()).number());
        }
        if (!filter.priority().isBlank()) {
            conditions.and("priority = :priority", "priority", filter.priority().toUpperCase(Locale.ROOT));
        }
        if (!filter.q().isBlank()) {
            String words = filter.q().strip().toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1");
            conditions.and("(lower(title) like :words or lower(id) like :words)", "words", "%" + words + "%");
        }
        return conditions;
    }

    private static String status(String word) {
        String status = word.toUpperCase(Locale.ROOT);
        if (!List.of("PROPOSED", "OPEN", "SETTLED").contains(status)) {
            throw new InvalidInputException("There is no status " + word + ": choose proposed, open or settled.");
        }
        return status;
    }

    private ItemRow row(ResultSet row, LocalDate today) throws SQLException {
        LocalDate due = row.getObject("due_date", LocalDate.class);
        String status = row.getString("status");
        return new ItemRow(
                row.getString("id"),
                row.getString("postmortem"),
                row.getString("postmortem_title"),
                row.getString("title"),
                row.getString("description"),
                lower(row.getString("kind")),
                row.getString("priority"),
                row.getBoolean("priority_proposed"),
                row.getString("owner"),
                row.getBoolean("owner_proposed"),
                due,
                row.getBoolean("due_date_proposed"),
                row.getString("due_policy"),
                lower(status),
                row.getString("settlement") == null ? null : lower(row.getString("settlement")),
                status.equals("OPEN") && due.isBefore(today),
                ChronoUnit.DAYS.between(today, due),
                instant(row, "opened_at"),
                instant(row, "settled_at"),
                ticket(row));
    }

    private @Nullable TicketCell ticket(ResultSet row) throws SQLException {
        String state = row.getString("ticket_state");
        if (state == null) {
            return null;
        }
        String key = row.getString("ticket_key");
        return new TicketCell(
                lower(state),
                key,
                key == null ? null : tracker.browseUrl(key),
                row.getString("ticket_status"),
                row.getString("ticket_problem"));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
