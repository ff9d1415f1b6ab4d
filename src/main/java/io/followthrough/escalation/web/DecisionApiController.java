package io.followthrough.escalation.web;

import io.followthrough.escalation.Decisions;
import io.followthrough.escalation.Extension;
import io.followthrough.escalation.Extensions;
import io.followthrough.escalation.HandOver;
import io.followthrough.escalation.HandOvers;
import io.followthrough.platform.InvalidInputException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Decisions, extensions and hand-overs of action items, by the same rules as on the pages and in the Tasklist. */
@RestController
@RequestMapping("/api/action-items/{id}")
@Tag(name = "Action items")
class DecisionApiController {

    private final Decisions decisions;
    private final DecisionSummaries summaries;
    private final Extensions extensions;
    private final HandOvers handOvers;

    DecisionApiController(
            Decisions decisions, DecisionSummaries summaries, Extensions extensions, HandOvers handOvers) {
        this.decisions = decisions;
        this.summaries = summaries;
        this.extensions = extensions;
        this.handOvers = handOvers;
    }

    @Operation(summary = "Who is asked to decide, who was told when, and what is allowed")
    @GetMapping("/decision")
    DecisionSummary summary(@PathVariable String id, Principal reader) {
        return summaries.of(id, reader.getName());
    }

    @Operation(summary = "Decide at the end of the ladder: do-by, extend, hand-over or wont-do")
    @PostMapping("/decision")
    DecisionSummary decide(@PathVariable String id, @RequestBody DecisionRequest request, Principal actor) {
        decisions.answer(id, request.answer(), actor.getName());
        return summaries.of(id, actor.getName());
    }

    @Operation(summary = "The extensions an item was given")
    @GetMapping("/extensions")
    List<Extension> extensions(@PathVariable String id) {
        return extensions.of(id);
    }

    @Operation(summary = "Take an extension: at most two, each at most half of the original time")
    @PostMapping("/extensions")
    @ResponseStatus(HttpStatus.CREATED)
    List<Extension> extend(@PathVariable String id, @RequestBody ExtensionRequest request, Principal actor) {
        if (request.until() == null) {
            throw new InvalidInputException("Choose a day.");
        }
        extensions.take(id, request.until(), text(request.reason()), actor.getName());
        return extensions.of(id);
    }

    @Operation(summary = "The hand-overs that were offered, and what became of them")
    @GetMapping("/hand-overs")
    List<HandOver> handOvers(@PathVariable String id) {
        return handOvers.of(id);
    }

    @Operation(summary = "Offer an item to somebody, who accepts or declines")
    @PostMapping("/hand-overs")
    @ResponseStatus(HttpStatus.CREATED)
    List<HandOver> offer(@PathVariable String id, @RequestBody OfferRequest request, Principal actor) {
        handOvers.offer(id, text(request.to()), text(request.reason()), actor.getName());
        return handOvers.of(id);
    }

    @Operation(summary = "Accept or decline the item that is offered to you")
    @PostMapping("/hand-overs/answer")
    List<HandOver> answer(@PathVariable String id, @RequestBody AnswerRequest request, Principal actor) {
        if (request.accept() == null) {
            throw new InvalidInputException("Say whether you accept.");
        }
        if (request.accept()) {
            handOvers.accept(id, request.due(), actor.getName());
        } else {
            handOvers.decline(id, text(request.reason()), actor.getName());
        }
        return handOvers.of(id);
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words.strip();
    }

    /** More time. */
    record ExtensionRequest(
            @Nullable LocalDate until, @Nullable String reason) {}

    /** Who is asked to take it. */
    record OfferRequest(@Nullable String to, @Nullable String reason) {}

    /**
     * The answer of who is asked.
     *
     * @param due by when they promise it; needed to accept an overdue item
     */
    record AnswerRequest(
            @Nullable Boolean accept,
            @Nullable LocalDate due,
            @Nullable String reason) {}
}
