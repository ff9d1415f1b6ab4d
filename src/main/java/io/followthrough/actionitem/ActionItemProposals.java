package io.followthrough.actionitem;

import io.followthrough.document.ProposedActionItem;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemSubmitted;
import io.followthrough.postmortem.RevisionRecorded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Turns what a document promises into items with owner, priority and due date; people may change each of them. */
@Component
class ActionItemProposals {

    /** After so many days without a review managers are called in, as {@code postmortem-lifecycle.bpmn} says. */
    private static final long REVIEW_DEADLINE_DAYS = 4;

    private static final int TITLE_LENGTH = 500;
    private static final int LONGEST_REFERENCE = 300;

    private final ActionItemRepository items;
    private final DueDatePolicy dueDates;
    private final People people;
    private final JdbcTemplate jdbc;
    private final FollowthroughProperties properties;
    private final Clock clock;

    ActionItemProposals(
            ActionItemRepository items,
            DueDatePolicy dueDates,
            People people,
            JdbcTemplate jdbc,
            FollowthroughProperties properties,
            Clock clock) {
        this.items = items;
        this.dueDates = dueDates;
        this.people = people;
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Brings the proposed items in line with a new text; an item whose title stays keeps what people chose for it. */
    @EventListener
    void on(RevisionRecorded event) {
        List<ActionItem> former = new ArrayList<>(
                items.findByPostmortemOrderByPosition(event.key().number()));
        for (ProposedActionItem proposed : event.document().actionItems()) {
            Optional<ActionItem> same = former.stream()
                    .filter(item -> normalised(item.title()).equals(normalised(proposed.title())))
                    .findFirst();
            if (same.isPresent()) {
                former.remove(same.get());
                same.get().redescribe(proposed.description(), namedTicket(proposed));
            } else {
                items.save(propose(event.key(), event.author(), proposed));
            }
        }
        items.deleteAll(former);
        items.flush();
    }

    /** Counts the days of the policy from the submission, not from the first draft. */
    @EventListener
    void on(PostmortemSubmitted event) {
        for (ActionItem item : items.findByPostmortemOrderByPosition(event.key().number())) {
            if (item.isDueDateProposed()) {
                DueDatePolicy.Term term = dueDates.termFor(item.priority());
                item.propose(today().plusDays(term.days()), term.source());
            }
        }
        items.flush();
    }

    /** Lets the days of the policy count from the publication; a slow review buys no more than its deadline. */
    void countFromPublication(ActionItem item, @Nullable Instant submittedAt) {
        String policy = item.duePolicy();
        if (!item.isDueDateProposed() || policy == null || submittedAt == null) {
            return;
        }
        long reviewed =
                ChronoUnit.DAYS.between(LocalDate.ofInstant(submittedAt, properties.zone()), clockStart(submittedAt));
        if (reviewed > 0) {
            item.propose(item.dueDate().plusDays(reviewed), policy);
        }
    }

    /** The day from which the days of an item count that is published today. */
    LocalDate clockStart(@Nullable Instant submittedAt) {
        if (submittedAt == null) {
            return today();
        }
        LocalDate deadline = LocalDate.ofInstant(submittedAt, properties.zone()).plusDays(REVIEW_DEADLINE_DAYS);
        return deadline.isBefore(today()) ? deadline : today();
    }

    /** An item added by hand. */
    ActionItem propose(Postmortem postmortem, String title, String description) {
        return propose(
                postmortem.key(),
                postmortem.author(),
                new ProposedActionItem(title, description, null, null, null, false, null, 1, 1));
    }

    private ActionItem propose(PostmortemKey key, String author, ProposedActionItem proposed) {
        Optional<Person> owner = Optional.ofNullable(proposed.owner()).flatMap(people::match);
        ActionItemKind kind = ActionItemKind.suggestedBy(proposed.title() + " " + proposed.description());
        Priority written = priority(proposed.priority());
        Priority priority = written == null ? kind.proposedPriority() : written;
        DueDatePolicy.Term term = dueDates.termFor(priority);
        LocalDate due = proposed.due();
        boolean named = due != null && !due.isBefore(today());
        return new ActionItem(
                key,
                nextPosition(key),
                cut(proposed.title()),
                proposed.description(),
                new ActionItem.Proposal(
                        owner.map(Person::id).orElse(author),
                        owner.isEmpty(),
                        kind,
                        priority,
                        written == null,
                        due != null && named ? due : today().plusDays(term.days()),
                        named ? null : term.source(),
                        proposed.done(),
                        namedTicket(proposed)));
    }

    private static @Nullable String namedTicket(ProposedActionItem proposed) {
        String named = proposed.ticket();
        return named == null || named.length() > LONGEST_REFERENCE ? null : named;
    }

    private int nextPosition(PostmortemKey key) {
        Integer position = jdbc.queryForObject(
                "insert into postmortem_item_counter (postmortem, last_position) values (?, 1)"
                        + " on conflict (postmortem) do update"
                        + " set last_position = postmortem_item_counter.last_position + 1 returning last_position",
                Integer.class,
                key.number());
        if (position == null) {
            throw new IllegalStateException("the counter gave no position");
        }
        return position;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), properties.zone());
    }

    private static @Nullable Priority priority(@Nullable String written) {
        if (written == null) {
            return null;
        }
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "p0", "critical", "blocker", "highest" -> Priority.P0;
            case "p1", "high" -> Priority.P1;
            case "p2", "medium", "normal" -> Priority.P2;
            case "p3", "low" -> Priority.P3;
            case "p4", "lowest" -> Priority.P4;
            default -> null;
        };
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= TITLE_LENGTH
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE_LENGTH - 1)) + "…";
    }

    private static String normalised(String title) {
        return cut(title)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
