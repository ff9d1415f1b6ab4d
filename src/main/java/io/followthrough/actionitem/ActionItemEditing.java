package io.followthrough.actionitem;

import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import io.followthrough.postmortem.Postmortem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Who may change an action item, and what a change does to it. */
@Component
class ActionItemEditing {

    private final People people;
    private final History history;
    private final FollowthroughProperties properties;
    private final Clock clock;

    ActionItemEditing(People people, History history, FollowthroughProperties properties, Clock clock) {
        this.people = people;
        this.history = history;
        this.properties = properties;
        this.clock = clock;
    }

    boolean mayEdit(ActionItem item, Postmortem postmortem, String actor) {
        return item.owner().equals(actor) || mayAdd(postmortem, actor);
    }

    private boolean mayAdd(Postmortem postmortem, String actor) {
        return postmortem.author().equals(actor)
                || people.find(actor)
                        .filter(person -> person.is(Role.REVIEWER) || person.is(Role.MANAGER) || person.is(Role.ADMIN))
                        .isPresent();
    }

    void requireMayEdit(ActionItem item, Postmortem postmortem, String actor) {
        if (!mayEdit(item, postmortem, actor)) {
            throw notYours(postmortem);
        }
    }

    void requireMayAdd(Postmortem postmortem, String actor) {
        if (!mayAdd(postmortem, actor)) {
            throw notYours(postmortem);
        }
    }

    private static ForbiddenException notYours(Postmortem postmortem) {
        return new ForbiddenException("Only the owner of an action item, the author of " + postmortem.key()
                + ", reviewers, managers and administrators may do that.");
    }

    /** Applies what the edit names and says whether due date or priority moved. */
    boolean apply(ActionItem item, ActionItemEdit edit, String actor, boolean checkDay) {
        if (edit.owner() != null && !(edit.owner().equals(item.owner()) && !item.isOwnerProposed())) {
            assign(item, edit.owner(), actor);
        }
        if (edit.kind() != null && edit.kind() != item.kind()) {
            item.classify(edit.kind());
            history.record(item.id(), actor, "classified", edit.kind().name().toLowerCase(java.util.Locale.ROOT));
        }
        boolean prioritised = edit.priority() != null && prioritise(item, edit.priority(), actor);
        boolean rescheduled = edit.due() != null && reschedule(item, edit.due(), actor, checkDay);
        return prioritised || rescheduled;
    }

    private void assign(ActionItem item, String owner, String actor) {
        Person person = people.match(owner)
                .orElseThrow(() -> new InvalidInputException(
                        "Nobody is called " + owner + ": choose the login name of somebody who can log in."));
        boolean changed = !person.id().equals(item.owner());
        item.assignTo(person.id());
        if (changed) {
            history.record(item.id(), actor, "assigned", "To " + person.name());
        }
    }

    private boolean prioritise(ActionItem item, Priority priority, String actor) {
        boolean changed = priority != item.priority();
        String before = item.priority().name();
        item.prioritise(priority);
        if (changed) {
            history.record(item.id(), actor, "prioritised", "From " + before + " to " + priority);
        }
        return changed;
    }

    private boolean reschedule(ActionItem item, LocalDate due, String actor, boolean checkDay) {
        if (due.equals(item.dueDate())) {
            return false;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        if (checkDay && due.isBefore(today)) {
            throw new InvalidInputException(
                    "The due date " + due + " of " + item.id() + " has passed: choose " + today + " or a later day.");
        }
        LocalDate before = item.dueDate();
        item.reschedule(due, clock.instant().truncatedTo(ChronoUnit.MICROS));
        history.record(item.id(), actor, "rescheduled", "From " + before + " to " + due);
        return true;
    }
}
