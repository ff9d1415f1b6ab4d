package io.followthrough.escalation.web;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.escalation.Decisions;
import io.followthrough.escalation.Escalation;
import io.followthrough.escalation.Escalations;
import io.followthrough.escalation.Extension;
import io.followthrough.escalation.Extensions;
import io.followthrough.escalation.HandOver;
import io.followthrough.escalation.HandOver.State;
import io.followthrough.escalation.HandOvers;
import io.followthrough.escalation.Limits;
import io.followthrough.escalation.Question;
import io.followthrough.escalation.web.DecisionSummary.Allowed;
import io.followthrough.escalation.web.DecisionSummary.Choice;
import io.followthrough.escalation.web.DecisionSummary.Offer;
import io.followthrough.escalation.web.DecisionSummary.Reached;
import io.followthrough.escalation.web.DecisionSummary.Step;
import io.followthrough.platform.People;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is known about an item at the end of its ladder. */
@Component
class DecisionSummaries {

    private final ActionItems items;
    private final Decisions decisions;
    private final Escalations escalations;
    private final Extensions extensions;
    private final HandOvers handOvers;
    private final People people;

    DecisionSummaries(
            ActionItems items,
            Decisions decisions,
            Escalations escalations,
            Extensions extensions,
            HandOvers handOvers,
            People people) {
        this.items = items;
        this.decisions = decisions;
        this.escalations = escalations;
        this.extensions = extensions;
        this.handOvers = handOvers;
        this.people = people;
    }

    DecisionSummary of(String id, String reader) {
        ActionItem item = items.get(id);
        Names names = new Names(people);
        Optional<Question> question = decisions.open(id);
        Limits limits = extensions.limits(item);
        return new DecisionSummary(
                id,
                item.postmortem().toString(),
                item.title(),
                item.description(),
                names.of(item.owner()),
                item.priority().name(),
                item.dueDate(),
                ChronoUnit.DAYS.between(item.dueDate(), limits.today()),
                question.isPresent(),
                question.map(Question::askedOf).orElse(null),
                question.map(Question::askedOf).map(names::of).orElse(null),
                question.map(Question::askedAt).orElse(null),
                decisions.mayAnswer(id, reader),
                item.owner().equals(reader),
                question.flatMap(open -> decisions.wish(id))
                        .map(Question::reason)
                        .orElse(null),
                allowed(limits),
                choices(item),
                escalations.of(id).stream().map(one -> reached(one, names)).toList(),
                before(id, names),
                handOvers.pending(id).map(offer -> offer(offer, names)).orElse(null));
    }

    private static Allowed allowed(Limits limits) {
        return new Allowed(
                limits.today(),
                limits.promiseUntil(),
                limits.extensionsLeft(),
                limits.extendFrom(),
                limits.extendUntil(),
                limits.extensions());
    }

    private List<Choice> choices(ActionItem item) {
        return people.all().stream()
                .filter(person -> !person.id().equals(item.owner()))
                .map(person -> new Choice(person.id(), person.name()))
                .toList();
    }

    private static Reached reached(Escalation escalation, Names names) {
        return new Reached(
                escalation.rung(),
                escalation.firedAt(),
                escalation.told().stream().map(told -> names.of(told.person())).toList());
    }

    private static @Nullable Offer offer(HandOver offer, Names names) {
        return new Offer(names.of(offer.to()), names.of(offer.fromOwner()), offer.reason(), offer.answerBy());
    }

    /** What was decided, extended and answered before, oldest first. */
    private List<Step> before(String id, Names names) {
        return Stream.of(
                        decisions.of(id).stream()
                                .filter(question -> question.choice() != null)
                                .map(question -> decided(question, names)),
                        extensions.of(id).stream().map(extension -> extended(extension, names)),
                        handOvers.of(id).stream()
                                .filter(offer -> offer.state() != State.OFFERED)
                                .map(offer -> answered(offer, names)))
                .flatMap(steps -> steps)
                .sorted(Comparator.comparing(Step::at))
                .toList();
    }

    private static Step decided(Question question, Names names) {
        String who = names.of(Objects.requireNonNull(question.answeredBy()));
        String what = switch (Objects.requireNonNull(question.choice())) {
            case DO_BY -> "promised it for " + question.day();
            case EXTEND -> "decided that it gets more time";
            case HAND_OVER -> "decided to hand it over to " + names.of(Objects.toString(question.person(), ""));
            case WONT_DO -> question.isWish() ? "wants to give it up" : "decided that it will not be done";
        };
        Instant at = Objects.requireNonNullElse(question.closedAt(), question.askedAt());
        return new Step(at, who + " " + what + because(question.reason()));
    }

    private static Step extended(Extension extension, Names names) {
        return new Step(
                extension.givenAt(),
                "Extension " + extension.number() + " of " + Limits.EXTENSIONS + " until " + extension.until() + ", by "
                        + names.of(extension.givenBy()) + because(extension.reason()));
    }

    private static Step answered(HandOver offer, Names names) {
        return new Step(
                Objects.requireNonNullElse(offer.closedAt(), offer.offeredAt()),
                "Offered to " + names.of(offer.to()) + ": " + offer.state().word() + because(offer.words()));
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }
}
