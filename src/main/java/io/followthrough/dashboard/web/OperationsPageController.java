package io.followthrough.dashboard.web;

import io.followthrough.dashboard.Deliveries;
import io.followthrough.dashboard.StuckJobs;
import io.followthrough.escalation.LadderSweep;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import io.followthrough.platform.RunningModels;
import io.followthrough.ticket.Reconciliation;
import io.followthrough.ticket.TicketTroubles;
import io.followthrough.ticket.Tickets;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is stuck, delayed or refused; for managers and administrators. */
@Controller
class OperationsPageController {

    private final Tickets tickets;
    private final TicketTroubles troubles;
    private final Reconciliation reconciliation;
    private final StuckJobs stuckJobs;
    private final Deliveries deliveries;
    private final LadderSweep sweep;
    private final RunningModels models;
    private final People people;

    OperationsPageController(
            Tickets tickets,
            TicketTroubles troubles,
            Reconciliation reconciliation,
            StuckJobs stuckJobs,
            Deliveries deliveries,
            LadderSweep sweep,
            RunningModels models,
            People people) {
        this.deliveries = deliveries;
        this.tickets = tickets;
        this.troubles = troubles;
        this.reconciliation = reconciliation;
        this.stuckJobs = stuckJobs;
        this.sweep = sweep;
        this.models = models;
        this.people = people;
    }

    @GetMapping("/operations")
    String operations(Principal viewer, Model model) {
        requireInCharge(viewer);
        model.addAttribute("health", tickets.health());
        model.addAttribute("paused", tickets.paused());
        model.addAttribute("attention", troubles.list(viewer.getName()));
        model.addAttribute("lastRead", reconciliation.lastRunAt());
        model.addAttribute("stuck", stuckJobs.count());
        model.addAttribute("sweep", sweep.last().orElse(null));
        model.addAttribute("sweepFindings", sweep.findings());
        model.addAttribute("models", models.last().orElse(null));
        model.addAttribute("undelivered", deliveries.undelivered());
        return "dashboard/operations";
    }

    @PostMapping("/operations/reconcile")
    String reconcile(Principal viewer, RedirectAttributes flash) {
        requireInCharge(viewer);
        reconciliation.run();
        flash.addFlashAttribute("done", "All tickets were read again.");
        return "redirect:/operations";
    }

    @PostMapping("/operations/models")
    String moveToNewestModels(Principal viewer, RedirectAttributes flash) {
        requireInCharge(viewer);
        RunningModels.Moved outcome = models.moveToNewest();
        flash.addFlashAttribute(
                "done",
                outcome.left().isEmpty()
                        ? "Every running process follows the newest version of its model."
                        : "Some processes still cannot move to the newest version of their model.");
        return "redirect:/operations";
    }

    private void requireInCharge(Principal viewer) {
        if (people.find(viewer.getName())
                .filter(person -> person.is(Role.MANAGER) || person.is(Role.ADMIN))
                .isEmpty()) {
            throw new ForbiddenException("The operations page is for managers and administrators.");
        }
    }
}
