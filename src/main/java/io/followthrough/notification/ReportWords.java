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
import io.followthrough.team.Team;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the reports of leads and managers say. */
@Component
class ReportWords {

    private static final int LONGEST_GROUP = 25;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final ActionItems items;
    private final People people;
    private final FollowthroughProperties properties;
    private final Clock clock;

    ReportWords(ActionItems items, People people, FollowthroughProperties properties, Clock clock) {
        this.items = items;
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    /** About the teams somebody leads; without groups when nothing is open. */
    Digest weekly(String lead, List<Team> teams) {
        List<ActionItem> open = open(teams);
        List<Group> groups = new ArrayList<>();
        LocalDate today = today();
        LocalDate nextWeek = today.plusDays(WEEK.toDays());
        add(
                groups,
                Heading.TEAM_LATE,
                open.stream().filter(item -> item.isOverdue(today)).toList());
        add(
                groups,
                Heading.TEAM_SOON,
                open.stream()
                        .filter(item -> !item.isOverdue(today) && item.dueDate().isBefore(nextWeek))
                        .toList());
        if (!open.isEmpty()) {
            groups.add(new Group(Heading.TEAMS, teams.stream().map(this::entry).toList(), 0));
        }
        String summary = groups.stream()
                .filter(group -> group.heading() != Heading.TEAMS)
                .map(Group::summary)
                .collect(Collectors.joining(", "));
        return new Digest(
                "The week of your team: " + (summary.isEmpty() ? "nothing is late" : summary),
                nameOf(lead),
                "This is how the action items of your team stand.",
                groups,
                "You get this on Mondays because you lead a team.");
    }

    /** About all teams, and whoever is in none; without groups when there are no teams. */
    Digest monthly(String manager, LocalDate month, List<Team> teams) {
        List<Group> groups = teams.isEmpty()
                ? List.of()
                : List.of(
                        new Group(Heading.TEAMS, teams.stream().map(this::entry).toList(), 0));
        long late = open(teams).stream().filter(item -> item.isOverdue(today())).count();
        return new Digest(
                "The teams in " + month.minusMonths(1).format(MONTH) + ": "
                        + (late == 0 ? "nothing is overdue" : late + " overdue"),
                nameOf(manager),
                "This is how the action items of all teams stand.",
                groups,
                "You get this at the beginning of each month because you are a manager.");
    }

    /** One line about a team. */
    String numbers(Team team) {
        List<ActionItem> open = open(List.of(team));
        LocalDate today = today();
        long late = open.stream().filter(item -> item.isOverdue(today)).count();
        Instant now = clock.instant();
        long week = items.doneBetween(owners(List.of(team)), now.minus(WEEK), now);
        long month = items.doneBetween(owners(List.of(team)), now.minus(Duration.ofDays(30)), now);
        return open.size() + " open, " + late + " overdue; done " + week + " in 7 days, " + month + " in 30";
    }

    private Entry entry(Team team) {
        String oldest = open(List.of(team)).stream()
                .filter(item -> item.isOverdue(today()))
                .findFirst()
                .map(item -> "Longest overdue: " + item.id() + " of " + nameOf(item.owner()) + ", due "
                        + item.dueDate().format(DAY))
                .orElse("");
        return new Entry(
                "",
                team.name(),
                numbers(team),
                oldest.isEmpty() ? List.of() : List.of(oldest),
                "",
                List.of(new Link("Open overdue items", properties.link("/action-items?overdue=true"))));
    }

    private void add(List<Group> groups, Heading heading, List<ActionItem> found) {
        if (!found.isEmpty()) {
            groups.add(new Group(
                    heading,
                    found.stream().limit(LONGEST_GROUP).map(this::entry).toList(),
                    Math.max(0, found.size() - LONGEST_GROUP)));
        }
    }

    private Entry entry(ActionItem item) {
        return new Entry(
                item.id(),
                item.title(),
                item.priority() + " · due " + item.dueDate().format(DAY) + " · " + nameOf(item.owner()),
                List.of(),
                "",
                List.of(new Link("Open", properties.link("/action-items/" + item.id()))));
    }

    /** The first due first. */
    private List<ActionItem> open(List<Team> teams) {
        return owners(teams).stream()
                .flatMap(owner -> items.openOf(owner).stream())
                .sorted(Comparator.comparing(ActionItem::dueDate).thenComparing(ActionItem::id))
                .toList();
    }

    private static Set<String> owners(List<Team> teams) {
        Set<String> owners = new LinkedHashSet<>();
        teams.forEach(team -> {
            owners.addAll(team.members());
            owners.add(team.lead());
        });
        return owners;
    }

    private String nameOf(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), properties.zone());
    }
}
