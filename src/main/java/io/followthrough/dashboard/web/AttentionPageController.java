package io.followthrough.dashboard.web;

import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.ticket.TicketTrouble;
import io.followthrough.ticket.TicketTrouble.Kind;
import io.followthrough.ticket.TicketTroubles;
import io.followthrough.ticket.Tickets;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All that needs a person about tickets, with the buttons; the same buttons stand on the page of an item. */
@Controller
class AttentionPageController {

    /** An outage can delay thousands for one reason: nobody reads so long a page. */
    private static final int SHOWN = 100;

    private final TicketTroubles troubles;
    private final Tickets tickets;

    AttentionPageController(TicketTroubles troubles, Tickets tickets) {
        this.troubles = troubles;
        this.tickets = tickets;
    }

    @GetMapping("/attention")
    String page(Principal viewer, Model model) {
        if (!troubles.mayLook(viewer.getName())) {
            throw new ForbiddenException("This page is for reviewers, managers and administrators.");
        }
        List<TicketTrouble> all = troubles.list(viewer.getName());
        model.addAttribute("total", all.size());
        model.addAttribute("troubles", all.stream().limit(SHOWN).toList());
        model.addAttribute("paused", tickets.paused());
        return "ticket/attention";
    }

    @PostMapping("/attention/{id}/retry")
    String retry(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String back,
            Principal actor,
            RedirectAttributes flash) {
        attempt(flash, "It is asked for again.", () -> tickets.retry(id, actor.getName()));
        return backTo(back, id);
    }

    @PostMapping("/attention/{id}/relink")
    String relink(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String back,
            Principal actor,
            RedirectAttributes flash) {
        attempt(
                flash,
                id + " is followed by " + ticket.strip() + " now.",
                () -> troubles.relink(id, ticket, actor.getName()));
        return backTo(back, id);
    }

    @PostMapping("/attention/{id}/recreate")
    String recreate(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String back,
            Principal actor,
            RedirectAttributes flash) {
        attempt(flash, "A new ticket is being made for " + id + ".", () -> troubles.recreate(id, actor.getName()));
        return backTo(back, id);
    }

    @PostMapping("/attention/{id}/agree")
    String agree(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String back,
            Principal actor,
            RedirectAttributes flash) {
        attempt(flash, id + " is settled as won't do.", () -> troubles.agree(id, reason, actor.getName()));
        return backTo(back, id);
    }

    @PostMapping("/attention/{id}/dismiss")
    String dismiss(
            @PathVariable String id,
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String back,
            Principal actor,
            RedirectAttributes flash) {
        attempt(
                flash,
                "Dismissed; the reason is in the history of " + id + ".",
                () -> troubles.dismiss(id, kind, reason, actor.getName()));
        return backTo(back, id);
    }

    private static void attempt(RedirectAttributes flash, String done, Runnable deed) {
        try {
            deed.run();
            flash.addFlashAttribute("done", done);
        } catch (InvalidInputException | ConflictException | ForbiddenException refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
    }

    private static String backTo(String back, String id) {
        return back.equals("item") ? "redirect:/action-items/" + id : "redirect:/attention";
    }
}
