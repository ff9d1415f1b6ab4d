package io.followthrough.escalation.web;

import io.followthrough.actionitem.ActionItems;
import io.followthrough.escalation.Decisions;
import io.followthrough.escalation.Extensions;
import io.followthrough.escalation.HandOvers;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import java.security.Principal;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which an item is decided on, given more time, and handed over. */
@Controller
@RequestMapping("/action-items/{id}")
class DecisionPageController {

    private final Decisions decisions;
    private final DecisionSummaries summaries;
    private final Extensions extensions;
    private final HandOvers handOvers;
    private final ActionItems items;

    DecisionPageController(
            Decisions decisions,
            DecisionSummaries summaries,
            Extensions extensions,
            HandOvers handOvers,
            ActionItems items) {
        this.decisions = decisions;
        this.summaries = summaries;
        this.extensions = extensions;
        this.handOvers = handOvers;
        this.items = items;
    }

    @GetMapping("/decide")
    String decision(@PathVariable String id, Principal reader, Model model) {
        return page(id, reader, model, "escalation/decide");
    }

    @PostMapping("/decide")
    String decide(
            @PathVariable String id,
            @ModelAttribute DecisionRequest request,
            Principal actor,
            Model model,
            RedirectAttributes flash) {
        return act(
                id,
                () -> decisions.answer(id, request.answer(), actor.getName()),
                "Your decision on " + id + " is carried out.",
                flash,
                () -> {
                    model.addAttribute("sent", request);
                    return page(id, actor, model, "escalation/decide");
                },
                model);
    }

    @GetMapping("/hand-over")
    String handOver(@PathVariable String id, Principal reader, Model model) {
        return page(id, reader, model, "escalation/hand-over");
    }

    @PostMapping("/hand-over")
    String offer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Principal actor,
            Model model,
            RedirectAttributes flash) {
        return act(
                id,
                () -> handOvers.offer(id, to, reason, actor.getName()),
                id + " is offered; its owner stays responsible until it is accepted.",
                flash,
                () -> page(id, actor, model, "escalation/hand-over"),
                model);
    }

    @PostMapping("/hand-over/answer")
    String answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate due,
            @RequestParam(defaultValue = "") String reason,
            Principal actor,
            Model model,
            RedirectAttributes flash) {
        boolean accept = answer.equals("accept");
        Runnable deed = accept
                ? () -> handOvers.accept(id, due, actor.getName())
                : () -> handOvers.decline(id, reason, actor.getName());
        return act(
                id,
                deed,
                accept ? "You own " + id + " now." : "You have declined " + id + "; who asked you hears why.",
                flash,
                () -> page(id, actor, model, "escalation/hand-over"),
                model);
    }

    @PostMapping("/extensions")
    String extend(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String reason,
            Principal actor,
            RedirectAttributes flash) {
        try {
            if (until == null) {
                throw new InvalidInputException("Choose a day.");
            }
            extensions.take(id, until, reason, actor.getName());
            flash.addFlashAttribute("done", id + " is due on " + until + " now.");
        } catch (InvalidInputException | ConflictException | ForbiddenException refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/action-items/" + id;
    }

    /** A page to go to when it is done, or the same again with what is wrong and what was typed. */
    private static String act(
            String id, Runnable deed, String done, RedirectAttributes flash, Supplier<String> again, Model model) {
        try {
            deed.run();
        } catch (InvalidInputException | ConflictException | ForbiddenException refusal) {
            model.addAttribute("problem", refusal.getMessage());
            return again.get();
        }
        flash.addFlashAttribute("done", done);
        return "redirect:/action-items/" + id;
    }

    private String page(String id, Principal reader, Model model, String template) {
        DecisionSummary summary = summaries.of(id, reader.getName());
        model.addAttribute("summary", summary);
        model.addAttribute("mayEdit", items.mayEdit(id, reader.getName()));
        model.addAttribute("offeredToMe", isOfferedTo(id, reader.getName()));
        return template;
    }

    private boolean isOfferedTo(String id, String reader) {
        return handOvers.pending(id).filter(offer -> offer.to().equals(reader)).isPresent();
    }
}
