package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemAssigned;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of the ladder: one person is asked what becomes of an item, for as long as it takes. The form of the
 * Tasklist, the page and the API all end in {@link #carryOut}.
 */
@Service
@Transactional
public class Decisions {

    private final Questions questions;
    private final ActionItems items;
    private final DecisionTasks tasks;
    private final Extensions extensions;
    private final Promises promises;
    private final HandOvers handOvers;
    private final DecisionWords words;
    private final Audiences audiences;
    private final People people;
    private final Clock clock;

    Decisions(
            Questions questions,
            ActionItems items,
            DecisionTasks tasks,
            Extensions extensions,
            Promises promises,
            HandOvers handOvers,
            DecisionWords words,
            Audiences audiences,
            People people,
            Clock clock) {
        this.questions = questions;
        this.items = items;
        this.tasks = tasks;
        this.extensions = extensions;
        this.promises = promises;
        this.handOvers = handOvers;
        this.words = words;
        this.audiences = audiences;
        this.people = people;
        this.clock = clock;
    }

    /** The question that waits about an item; empty when none does. */
    @Transactional(readOnly = true)
    public Optional<Question> open(String id) {
        return questions.open(id);
    }

    /** Every question about an item, oldest first. */
    @Transactional(readOnly = true)
    public List<Question> of(String id) {
        return questions.of(id);
    }

    /** The questions that wait for this person, oldest first. */
    @Transactional(readOnly = true)
    public List<Question> openOf(String person) {
        return questions.openOf(person);
    }

    /** What the owner of an item wants somebody else to agree to; empty when that was not the last answer. */
    @Transactional(readOnly = true)
    public Optional<Question> wish(String id) {
        List<Question> closed = questions.of(id).stream()
                .filter(question -> question.closedAt() != null)
                .toList();
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of(closed.get(closed.size() - 1)).filter(Question::isWish);
    }

    /** Whether this person may answer the question that waits about an item. */
    @Transactional(readOnly = true)
    public boolean mayAnswer(String id, String person) {
        return questions
                .open(id)
                .filter(question -> mayAnswer(question, person))
                .isPresent();
    }

    private boolean mayAnswer(Question question, String person) {
        return question.askedOf().equals(person)
                || people.find(person)
                        .filter(found -> found.is(Role.MANAGER) || found.is(Role.ADMIN))
                        .isPresent();
    }

    /** Asks what becomes of a locked item, or leaves the question that waits; the answer is a person to ask. */
    void ask(ActionItem item) {
        if (questions.open(item.id()).isEmpty()) {
            Question question = questions.ask(item, audiences.decider(item), now());
            words.asked(item, question, wish(item.id()), today(item));
        }
    }

    /** Nothing is to be decided any more; does nothing when nothing was asked. */
    void withdraw(String id) {
        questions.open(id).ifPresent(question -> {
            questions.withdraw(question, now());
            words.closed(question);
        });
    }

    /**
     * Answers on behalf of a person, as completing the task in the Tasklist does.
     *
     * @throws ForbiddenException when the person is not asked and no manager
     * @throws ConflictException when nothing is asked, or it was answered meanwhile
     * @throws InvalidInputException when the answer is incomplete or the limits do not allow it
     */
    public void answer(String id, Answer answer, String actor) {
        items.lock(id);
        requireMay(id, actor);
        tasks.answer(id, answer, actor);
    }

    /** Carries out what was answered, within the completion of its task; the process then plans anew by itself. */
    public void carryOut(String id, Answer answer, String actor) {
        ActionItem item = items.lock(id);
        Question question = requireMay(id, actor);
        answer.requireReason();
        questions.answered(question, answer, item.owner(), actor, now());
        words.closed(question);
        switch (answer.choice()) {
            case DO_BY -> {
                promises.make(item, answer.requireDay(), extensions.limits(item), answer.reason(), actor, now());
                words.promised(item, question, answer, actor);
            }
            case EXTEND -> {
                extensions.give(item, answer.requireDay(), answer.reason(), actor);
                words.extended(item, question, answer, actor);
            }
            case HAND_OVER -> handOvers.offer(item, answer.requirePerson(), answer.reason(), actor);
            case WONT_DO -> giveUp(item, answer, actor);
        }
    }

    /** An owner only says that they want to: the process then asks somebody else to agree. */
    private void giveUp(ActionItem item, Answer answer, String actor) {
        if (item.owner().equals(actor)) {
            words.wished(item, answer, actor);
        } else {
            items.giveUp(item.id(), answer.reason(), actor);
        }
    }

    /** Asks again with the daily digest, and asks whoever stands in for who has left or is away. */
    public void remind(String id) {
        ActionItem item = items.lock(id);
        questions.open(id).ifPresent(question -> words.asked(item, askAnew(item, question), wish(id), today(item)));
    }

    /** Nobody is asked about an item that has become their own. */
    @EventListener
    void on(ActionItemAssigned event) {
        questions
                .open(event.id())
                .filter(question -> question.askedOf().equals(event.owner()))
                .ifPresent(question -> remind(event.id()));
    }

    private Question askAnew(ActionItem item, Question question) {
        String person = audiences.decider(item);
        if (person.equals(question.askedOf())) {
            return question;
        }
        words.closed(question);
        questions.askInstead(question, person);
        tasks.assign(item.id(), person);
        return questions.open(item.id()).orElse(question);
    }

    private Question requireMay(String id, String actor) {
        Question question = questions
                .open(id)
                .orElseThrow(() -> new ConflictException("Nothing has to be decided about " + id
                        + " now: it was answered, or it has another due date."));
        if (!mayAnswer(question, actor)) {
            throw new ForbiddenException(audiences.nameOf(question.askedOf()) + " is asked to decide on " + id
                    + "; managers may answer in their place.");
        }
        return question;
    }

    private LocalDate today(ActionItem item) {
        return extensions.limits(item).today();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
