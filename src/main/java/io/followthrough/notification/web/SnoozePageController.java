package io.followthrough.notification.web;

import io.followthrough.notification.Snooze;
import io.followthrough.notification.Snoozes;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons by which owners leave an item out of their digest, on the page of the item. */
@Controller
class SnoozePageController {

    private final Snoozes snoozes;

    SnoozePageController(Snoozes snoozes) {
        this.snoozes = snoozes;
    }

    @PostMapping("/action-items/{id}/snooze")
    String snooze(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "") String reason,
            Principal actor,
            RedirectAttributes flash) {
        try {
            Snooze snooze = snoozes.snooze(id, until, reason, actor.getName());
            flash.addFlashAttribute("done", id + " is not in your digest until " + snooze.until() + ".");
        } catch (InvalidInputException | ConflictException | ForbiddenException refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/action-items/" + id;
    }

    @PostMapping("/action-items/{id}/wake")
    String wake(@PathVariable String id, Principal actor, RedirectAttributes flash) {
        snoozes.wake(id, actor.getName());
        flash.addFlashAttribute("done", id + " is in your digest again.");
        return "redirect:/action-items/" + id;
    }
}
