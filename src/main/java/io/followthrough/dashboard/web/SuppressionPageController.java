package io.followthrough.dashboard.web;

import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.SuppressFinding;
import io.followthrough.postmortem.Suppressions;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answering findings with a reason, on the page of a postmortem. */
@Controller
class SuppressionPageController {

    private final Suppressions suppressions;

    SuppressionPageController(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @PostMapping("/postmortems/{number}/suppressions")
    String suppress(
            @PathVariable String number,
            @RequestParam String rule,
            @RequestParam int line,
            @RequestParam(defaultValue = "false") boolean everywhere,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(defaultValue = "") String reason,
            Principal reviewer,
            RedirectAttributes flash) {
        PostmortemKey key = PostmortemKey.of(number);
        SuppressFinding wanted = new SuppressFinding(key, rule, everywhere ? null : line, revision, reason);
        return answered(
                key,
                flash,
                rule + " is set aside; the reason stays with the postmortem.",
                () -> suppressions.suppress(wanted, reviewer.getName()));
    }

    @PostMapping("/postmortems/{number}/suppressions/{id}/revoke")
    String revoke(@PathVariable String number, @PathVariable long id, Principal reviewer, RedirectAttributes flash) {
        PostmortemKey key = PostmortemKey.of(number);
        return answered(
                key, flash, "The finding counts again.", () -> suppressions.revoke(key, id, reviewer.getName()));
    }

    private static String answered(PostmortemKey key, RedirectAttributes flash, String done, Runnable deed) {
        try {
            deed.run();
            flash.addFlashAttribute("done", done);
        } catch (InvalidInputException | ConflictException | ForbiddenException | NotFoundException refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/postmortems/" + key + "#findings";
    }
}
