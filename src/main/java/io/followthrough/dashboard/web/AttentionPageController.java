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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
    String retry(Deed deed, Principal actor, RedirectAttributes flash) {
        return attempt(deed, flash, "It is asked for again.", () -> tickets.retry(deed.id(), actor.getName()));
    }

    @PostMapping("/attention/{id}/relink")
    String relink(Deed deed, Principal actor, RedirectAttributes flash) {
        return attempt(
                deed,
                flash,
                deed.id() + " is followed by " + deed.ticket().strip() + " now.",
                () -> troubles.relink(deed.id(), deed.ticket(), actor.getName()));
    }

    @PostMapping("/attention/{id}/recreate")
    String recreate(Deed deed, Principal actor, RedirectAttributes flash) {
        return attempt(
                deed,
                flash,
                "A new ticket is being made for " + deed.id() + ".",
                () -> troubles.recreate(deed.id(), actor.getName()));
    }

    @PostMapping("/attention/{id}/agree")
    String agree(Deed deed, Principal actor, RedirectAttributes flash) {
        return attempt(
                deed,
                flash,
                deed.id() + " is settled as won't do.",
                () -> troubles.agree(deed.id(), deed.reason(), actor.getName()));
    }

    @PostMapping("/attention/{id}/dismiss")
    String dismiss(Deed deed, @RequestParam Kind kind, Principal actor, RedirectAttributes flash) {
        return attempt(
                deed,
                flash,
                "Dismissed; the reason is in the history of " + deed.id() + ".",
                () -> troubles.dismiss(deed.id(), kind, deed.reason(), actor.getName()));
    }

    /**
     * What a button sends; what it does not send is empty.
     *
     * @param id of the action item
     * @param back {@code item} where the button stands on the page of the item
     */
    record Deed(String id, String back, String ticket, String reason) {

        Deed(String id, @Nullable String back, @Nullable String ticket, @Nullable String reason) {
            this.id = id;
            this.back = Objects.requireNonNullElse(back, "");
            this.ticket = Objects.requireNonNullElse(ticket, "");
            this.reason = Objects.requireNonNullElse(reason, "");
        }

        String page() {
            return back.equals("item") ? "redirect:/action-items/" + id : "redirect:/attention";
        }
    }

    private static String attempt(Deed deed, RedirectAttributes flash, String done, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("done", done);
        } catch (InvalidInputException | ConflictException | ForbiddenException refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return deed.page();
    }
}
