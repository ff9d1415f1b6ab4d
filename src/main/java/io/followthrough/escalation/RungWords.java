package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.Priority;
import io.followthrough.notification.Message;
import io.followthrough.notification.Message.Fact;
import io.followthrough.notification.Message.Link;
import io.followthrough.notification.News;
import io.followthrough.notification.Notice;
import io.followthrough.notification.Todo;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What is said about a rung in mails and on tickets. */
@Component
class RungWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    private final People people;
    private final FollowthroughProperties properties;
    private final Clock clock;

    RungWords(People people, FollowthroughProperties properties, Clock clock) {
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    Message mail(ActionItem item, Rung rung, Escalation escalation, String told) {
        return new Message(
                "escalation/" + item.id() + "/" + escalation.dueDateCycle() + "/" + rung.name(),
                item.id(),
                escalation.told().stream().map(Told::person).toList(),
                item.id() + " " + state(item) + " (" + rung.name() + "): " + item.title(),
                List.of(rung.say()),
                List.of(
                        new Fact("What", item.title()),
                        new Fact("Owner", owner(item)),
                        new Fact("Due", item.dueDate().format(DAY)),
                        new Fact("Priority", item.priority().name()),
                        new Fact("Told", told),
                        new Fact("Why", source(escalation))),
                new Link("Open " + item.id(), page(item)));
    }

    List<String> comment(ActionItem item, Rung rung, Escalation escalation, String told) {
        return List.of(
                item.id() + " " + state(item) + " (due " + item.dueDate() + "). " + rung.say(),
                "Told: " + told + ".",
                "By " + source(escalation) + ". " + page(item));
    }

    /**
     * Whether people hear of a rung at once instead of with their next digest: those after the due date of
     * the most urgent.
     */
    boolean breaksOut(ActionItem item, Escalation escalation) {
        return item.priority() == Priority.P0
                && LocalDate.ofInstant(escalation.plannedAt(), properties.zone())
                        .isAfter(escalation.dueDate());
    }

    Notice notice(ActionItem item, Rung rung, Escalation escalation) {
        return new Notice(
                "escalation/" + item.id() + "/" + escalation.dueDateCycle() + "/" + rung.name(),
                item.id(),
                escalation.told().stream().map(Told::person).toList(),
                Todo.FOLLOW,
                item.title(),
                rung.say(),
                source(escalation),
                path(item));
    }

    News news(ActionItem item, Rung rung, Escalation escalation, String told) {
        return new News(
                "escalation/" + item.id() + "/" + escalation.dueDateCycle() + "/" + rung.name(),
                "action-item.escalated",
                item.id(),
                item.title(),
                "It " + state(item) + " (" + rung.name() + "). " + rung.say() + " Told: " + told + ".",
                path(item),
                escalation.firedAt(),
                breaksOut(item, escalation));
    }

    /** Which row of which table it was, for people. */
    static String source(Escalation escalation) {
        return escalation.policyVersion() + ", row " + escalation.policyRow();
    }

    private String state(ActionItem item) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        long days = ChronoUnit.DAYS.between(today, item.dueDate());
        if (days == 0) {
            return "is due today";
        }
        if (days == 1) {
            return "is due tomorrow";
        }
        return days > 0 ? "is due in " + days + " days" : "is " + -days + (days == -1 ? " day" : " days") + " overdue";
    }

    private String owner(ActionItem item) {
        return people.find(item.owner()).map(Person::name).orElse(item.owner());
    }

    private String page(ActionItem item) {
        return properties.link(path(item));
    }

    private static String path(ActionItem item) {
        return "/action-items/" + item.id();
    }
}
