package io.followthrough.ticket.jira;

import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows administrators whether tickets can be made, and if not, what to change. */
@Controller
@ConditionalOnProperty(name = "followthrough.tracker", havingValue = "jira", matchIfMissing = true)
class JiraCheckPageController {

    private final JiraAccess access;
    private final JiraChecks checks;
    private final People people;
    private final FollowthroughProperties properties;
    private final Clock clock;
    private volatile @Nullable Checked latest;

    JiraCheckPageController(
            JiraAccess access, JiraChecks checks, People people, FollowthroughProperties properties, Clock clock) {
        this.access = access;
        this.checks = checks;
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    /** The latest check of this process. */
    record Checked(Instant at, List<JiraCheckLine> lines) {

        public boolean isWell() {
            return lines.stream().noneMatch(JiraCheckLine::isProblem);
        }
    }

    @GetMapping("/admin/jira")
    String page(Principal viewer, Model model) {
        requireAdmin(viewer);
        model.addAttribute("jira", access.toString());
        model.addAttribute("siteUrl", access.siteUrl());
        model.addAttribute("webhookUrl", properties.link("/webhooks/jira"));
        model.addAttribute("checked", latest);
        return "ticket/jira";
    }

    @PostMapping("/admin/jira/check")
    String check(Principal viewer) {
        requireAdmin(viewer);
        List<String> mails = people.all().stream()
                .map(Person::mail)
                .filter(Objects::nonNull)
                .map(Objects::toString)
                .toList();
        latest = new Checked(clock.instant(), checks.run(mails));
        return "redirect:/admin/jira";
    }

    private void requireAdmin(Principal viewer) {
        if (people.find(viewer.getName())
                .filter(person -> person.is(Role.ADMIN))
                .isEmpty()) {
            throw new ForbiddenException("This page is for administrators.");
        }
    }
}
