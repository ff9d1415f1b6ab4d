package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.DueDatePolicy;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.History;
import io.followthrough.ticket.TicketTrouble.Kind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what people do to a ticket in the tracker against what was promised here, with who and when, and flags what
 * a person here has to say something to.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TicketDrifts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String SOMEBODY = "Somebody";
    private static final int LONGEST_ACTOR = 64;
    /** Names of priorities that trackers come with, most urgent first. */
    private static final List<List<String>> PRIORITIES = List.of(
            List.of("highest", "blocker", "p0"),
            List.of("high", "critical", "p1"),
            List.of("medium", "major", "normal", "p2"),
            List.of("low", "minor", "p3"),
            List.of("lowest", "trivial", "p4"));

    private final JdbcTemplate jdbc;
    private final DueDatePolicy dueDates;
    private final History history;
    private final FollowthroughProperties properties;
    private final Clock clock;

    TicketDrifts(
            JdbcTemplate jdbc,
            DueDatePolicy dueDates,
            History history,
            FollowthroughProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.dueDates = dueDates;
        this.history = history;
        this.properties = properties;
        this.clock = clock;
    }

    /** A drift that waits for a person, as its row tells it. */
    record Flagged(Kind kind, String why, Instant since) {}

    /** What a ticket looked like before. */
    record Before(
            @Nullable String key,
            @Nullable LocalDate dueDate,
            @Nullable String priority,
            @Nullable String assignee) {}

    void note(ActionItem item, Before before, TicketSnapshot after, TicketChanges changes) {
        if (before.key() != null && !before.key().equals(after.key())) {
            record(item, "MOVED", "key", before.key() + " is " + after.key() + " now", changes, after, false);
        }
        if (!Objects.equals(before.assignee(), after.assigneeName())) {
            String words = "From " + nobody(before.assignee()) + " to " + nobody(after.assigneeName()) + "; here "
                    + item.owner() + " still answers for it";
            record(item, "REASSIGNED", "assignee", words, changes, after, false);
        }
        noteDueDate(item, before.dueDate(), after, changes);
        if (isLowered(before.priority(), after.priorityName(), changes.priorities())) {
            String words = "From " + before.priority() + " to " + after.priorityName()
                    + "; the escalation still goes by " + item.priority();
            record(item, "PRIORITY_LOWERED", "priority", words, changes, after, false);
        }
    }

    private void noteDueDate(ActionItem item, @Nullable LocalDate before, TicketSnapshot after, TicketChanges changes) {
        LocalDate due = after.dueDate();
        if (before == null || (due != null && !due.isAfter(before))) {
            return;
        }
        if (due == null) {
            String words = "Taken off the ticket; here " + item.dueDate() + " still counts";
            record(item, "DUE_DATE_PUSHED", "duedate", words, changes, after, true);
            return;
        }
        DueDatePolicy.Term term = dueDates.termFor(item.priority());
        Instant opened = Objects.requireNonNullElse(item.openedAt(), clock.instant());
        LocalDate latest = LocalDate.ofInstant(opened, properties.zone()).plusDays(term.days());
        boolean beyond = due.isAfter(latest);
        String words = "From " + before + " to " + due
                + (beyond ? ", beyond " + latest + ", which the policy allows (" + term.source() + ")" : "");
        record(item, "DUE_DATE_PUSHED", "duedate", words, changes, after, beyond);
    }

    /** Closed there without having been done: here it stays open until a reviewer agrees. */
    void noteWontDo(ActionItem item, TicketSnapshot after, TicketChanges changes) {
        String words = after.key() + " was closed as " + after.resolutionName();
        record(item, "WONT_DO", "resolution", words, changes, after, true);
    }

    void noteDeleted(String actionItem, String words, String who) {
        insert(actionItem, "DELETED", words, who.isEmpty() ? SOMEBODY : who, clock.instant(), false);
    }

    /** Not to be found any more although nobody said that it was deleted. */
    void noteHidden(String actionItem, String words, Instant since) {
        insert(actionItem, "HIDDEN", words, SOMEBODY, since, false);
    }

    private void record(
            ActionItem item,
            String kind,
            String field,
            String words,
            TicketChanges changes,
            TicketSnapshot after,
            boolean flagged) {
        TicketChange change = changes.newestFirst().stream()
                .filter(each -> each.field().equals(field))
                .findFirst()
                .orElse(new TicketChange(field, "", "", SOMEBODY, after.updatedAt()));
        insert(item.id(), kind, words, change.who(), change.at(), flagged);
        String actor = change.who() + " (tracker)";
        history.record(
                item.id(),
                actor.length() <= LONGEST_ACTOR ? actor : actor.substring(0, LONGEST_ACTOR),
                "ticket-" + kind.toLowerCase(Locale.ROOT).replace('_', '-'),
                words + ". Done there on " + MOMENT.format(change.at()));
    }

    private void insert(String actionItem, String kind, String words, String who, Instant at, boolean flagged) {
        jdbc.update(
                "insert into ticket_drift (action_item, kind, detail, who, happened_at, noticed_at, flagged)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                actionItem,
                kind,
                words,
                who,
                Timestamp.from(at),
                Timestamp.from(clock.instant()),
                flagged);
    }

    /** The latest flagged drift of each kind, by item. */
    Map<String, List<Flagged>> flagged(Collection<String> actionItems) {
        Map<String, List<Flagged>> flagged = new HashMap<>();
        jdbc.query(
                "select distinct on (action_item, kind) action_item, kind, detail, who, happened_at, noticed_at"
                        + " from ticket_drift where action_item = any (?) and flagged"
                        + " order by action_item, kind, id desc",
                row -> {
                    flagged.computeIfAbsent(row.getString("action_item"), item -> new ArrayList<>())
                            .add(new Flagged(
                                    Kind.valueOf(row.getString("kind")),
                                    row.getString("detail") + ", by " + row.getString("who") + " on "
                                            + MOMENT.format(row.getTimestamp("happened_at")
                                                    .toInstant())
                                            + ".",
                                    row.getTimestamp("noticed_at").toInstant()));
                },
                (Object) actionItems.toArray(String[]::new));
        return flagged;
    }

    private static boolean isLowered(@Nullable String before, @Nullable String after, List<String> ownOrder) {
        int from = rank(before, ownOrder);
        int to = rank(after, ownOrder);
        if (from < 0 || to < 0) {
            // Taken out of the project since, or not told: the usual names still say something.
            from = usualRank(before);
            to = usualRank(after);
        }
        return from >= 0 && to > from;
    }

    private static int rank(@Nullable String priority, List<String> order) {
        for (int rank = 0; rank < order.size(); rank++) {
            if (order.get(rank).equalsIgnoreCase(priority)) {
                return rank;
            }
        }
        return -1;
    }

    private static int usualRank(@Nullable String priority) {
        for (int rank = 0; rank < PRIORITIES.size(); rank++) {
            if (rank(priority, PRIORITIES.get(rank)) >= 0) {
                return rank;
            }
        }
        return -1;
    }

    private static String nobody(@Nullable String name) {
        return name == null ? "nobody" : name;
    }
}
