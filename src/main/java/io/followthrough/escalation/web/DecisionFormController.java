package io.followthrough.escalation.web;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.escalation.DecisionTasks;
import io.followthrough.escalation.Escalation;
import io.followthrough.escalation.Escalations;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the form of a decision shows: the action item it is about. */
@RestController
class DecisionFormController {

    private final DecisionTasks tasks;
    private final ActionItems items;
    private final Escalations escalations;
    private final People people;
    private final FollowthroughProperties properties;
    private final Clock clock;

    DecisionFormController(
            DecisionTasks tasks,
            ActionItems items,
            Escalations escalations,
            People people,
            FollowthroughProperties properties,
            Clock clock) {
        this.tasks = tasks;
        this.items = items;
        this.escalations = escalations;
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping("/api/tasks/{taskId}/action-item")
    DecisionForm actionItem(@PathVariable String taskId, Principal reader) {
        String id = tasks.actionItemOf(taskId)
                .orElseThrow(() -> new NotFoundException("This task is done or was never there."));
        ActionItem item = items.get(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        return new DecisionForm(
                id,
                item.postmortem().toString(),
                item.title(),
                item.description(),
                nameOf(item.owner()),
                item.priority().name(),
                item.dueDate(),
                ChronoUnit.DAYS.between(item.dueDate(), today),
                today,
                !item.owner().equals(reader.getName()),
                people.all().stream()
                        .map(person -> new Choice(person.id(), person.name()))
                        .toList(),
                escalations.of(id).stream().map(this::reached).toList());
    }

    private Reached reached(Escalation escalation) {
        return new Reached(
                escalation.rung(),
                escalation.firedAt(),
                escalation.told().stream().map(told -> nameOf(told.person())).toList());
    }

    private String nameOf(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }

    /**
     * Everything the form shows, in one answer.
     *
     * @param mayGiveUp whether the reader may decide that it will not be done: the owner may not
     */
    record DecisionForm(
            String id,
            String postmortem,
            String title,
            String description,
            String owner,
            String priority,
            LocalDate due,
            long daysOverdue,
            LocalDate today,
            boolean mayGiveUp,
            List<Choice> people,
            List<Reached> escalations) {}

    /** A person to choose. */
    record Choice(String id, String name) {}

    /** A rung that was reached, and who was told. */
    record Reached(String rung, Instant at, List<String> told) {}
}
