package io.followthrough.notification;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.notification.Digest.Entry;
import io.followthrough.notification.Digest.Group;
import io.followthrough.notification.Digest.Heading;
import io.followthrough.notification.Message.Link;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a digest says: everything that waits for a person and all their open items, grouped by what to do. */
@Component
class DigestWords {

    /** More would not be read; the rest is counted. */
    private static final int LONGEST_GROUP = 25;

    private static final int SOON_DAYS = 7;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

    private final ActionItems items;
    private final SnoozeStore snoozes;
    private final ActionLinks links;
    private final People people;
    private final FollowthroughProperties properties;
    private final Clock clock;

    DigestWords(
            ActionItems items,
            SnoozeStore snoozes,
            ActionLinks links,
            People people,
            FollowthroughProperties properties,
            Clock clock) {
        this.items = items;
        this.snoozes = snoozes;
        this.links = links;
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    Digest daily(String person, LocalDate day, List<WaitingNotice> notices) {
        Map<String, List<WaitingNotice>> byAbout = new LinkedHashMap<>();
        notices.forEach(notice -> byAbout.computeIfAbsent(notice.about(), about -> new ArrayList<>())
                .add(notice));
        Map<String, ActionItem> own = new LinkedHashMap<>();
        items.openOf(person).forEach(item -> own.put(item.id(), item));
        Map<Heading, List<Entry>> entries = new EnumMap<>(Heading.class);
        byAbout.forEach((about, said) -> {
            ActionItem item = Optional.ofNullable(own.get(about))
                    .or(() -> items.find(about))
                    .orElse(null);
            add(entries, heading(person, item, said), entry(person, item, said));
        });
        Set<String> putOff = snoozes.itemsOf(person, clock.instant());
        own.values().stream()
                .filter(item -> !byAbout.containsKey(item.id()) && !putOff.contains(item.id()))
                .forEach(item -> add(entries, byDay(item), entry(person, item, List.of())));
        List<Group> groups = entries.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .toList();
        return new Digest(
                subject(groups, day),
                people.find(person).map(Person::name).orElse(person),
                "This is all that waits for you on " + day.format(LONG_DAY) + ".",
                groups,
                "You get one such message a day, and only when something new has come up.");
    }

    private static void add(Map<Heading, List<Entry>> entries, Heading heading, Entry entry) {
        entries.computeIfAbsent(heading, key -> new ArrayList<>()).add(entry);
    }

    private static Group group(Heading heading, List<Entry> entries) {
        int shown = Math.min(entries.size(), LONGEST_GROUP);
        return new Group(heading, List.copyOf(entries.subList(0, shown)), entries.size() - shown);
    }

    private static String subject(List<Group> groups, LocalDate day) {
        String summary = Digest.summary(groups);
        return "Your day, " + day.format(LONG_DAY) + ": " + (summary.isEmpty() ? "nothing is pressing" : summary);
    }

    private Heading heading(String person, @Nullable ActionItem item, List<WaitingNotice> said) {
        if (wants(said, Todo.DECIDE)) {
            return Heading.DECIDE;
        }
        if (wants(said, Todo.ANSWER)) {
            return Heading.ANSWER;
        }
        if (item == null || wants(said, Todo.REVIEW)) {
            return Heading.REVIEW;
        }
        return item.owner().equals(person) ? byDay(item) : Heading.HELP;
    }

    private static boolean wants(List<WaitingNotice> said, Todo todo) {
        return said.stream().anyMatch(notice -> notice.todo() == todo);
    }

    private Heading byDay(ActionItem item) {
        long days = daysLeft(item);
        if (days < 0) {
            return Heading.LATE;
        }
        if (days == 0) {
            return Heading.TODAY;
        }
        return days <= SOON_DAYS ? Heading.SOON : Heading.LATER;
    }

    private Entry entry(String person, @Nullable ActionItem item, List<WaitingNotice> said) {
        List<String> words = said.stream().map(WaitingNotice::words).distinct().toList();
        String source = said.stream()
                .map(WaitingNotice::source)
                .filter(row -> !row.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        if (item == null) {
            WaitingNotice notice = said.get(0);
            return new Entry(
                    notice.about(),
                    notice.title(),
                    "",
                    words,
                    source,
                    List.of(new Link("Open " + notice.about(), properties.link(notice.page()))));
        }
        return new Entry(item.id(), item.title(), facts(person, item), words, source, links(person, item, said));
    }

    private List<Link> links(String person, ActionItem item, List<WaitingNotice> said) {
        List<Link> all = new ArrayList<>();
        said.stream()
                .filter(notice -> notice.todo() == Todo.DECIDE)
                .findFirst()
                .ifPresent(notice -> all.add(new Link("Decide", properties.link(notice.page()))));
        if (wants(said, Todo.ANSWER)) {
            all.add(link("Accept or decline", LinkPurpose.ANSWER, item, person));
        }
        all.add(new Link("Open", properties.link("/action-items/" + item.id())));
        if (item.owner().equals(person)) {
            all.add(link("It is done", LinkPurpose.CLAIM_DONE, item, person));
            all.add(link("More time", LinkPurpose.MORE_TIME, item, person));
            all.add(link("Not now", LinkPurpose.SNOOZE, item, person));
            all.add(link("Hand over", LinkPurpose.HAND_OVER, item, person));
        }
        return all;
    }

    private Link link(String text, LinkPurpose purpose, ActionItem item, String person) {
        return new Link(text, links.address(purpose, item.id(), person, item.dueDateCycle()));
    }

    private String facts(String person, ActionItem item) {
        String owner = item.owner().equals(person)
                ? ""
                : " · " + people.find(item.owner()).map(Person::name).orElse(item.owner());
        return item.priority() + " · due " + item.dueDate().format(DAY) + ", " + away(item) + owner;
    }

    private String away(ActionItem item) {
        long days = daysLeft(item);
        if (days == 0) {
            return "today";
        }
        String count = Math.abs(days) == 1 ? "1 day" : Math.abs(days) + " days";
        return days > 0 ? "in " + count : count + " overdue";
    }

    /** Due dates end in the zone of the installation, wherever their owner is. */
    private long daysLeft(ActionItem item) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), properties.zone()), item.dueDate());
    }
}
