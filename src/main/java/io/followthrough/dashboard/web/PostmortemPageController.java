package io.followthrough.dashboard.web;

import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.dashboard.ItemBoard;
import io.followthrough.dashboard.ItemRow;
import io.followthrough.document.DocumentHtml;
import io.followthrough.document.Finding;
import io.followthrough.document.Reading;
import io.followthrough.document.ReadingView;
import io.followthrough.document.Severity;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemStatus;
import io.followthrough.postmortem.Postmortems;
import io.followthrough.postmortem.Suppressions;
import io.followthrough.review.Reviews;
import io.followthrough.ticket.TicketTroubles;
import java.security.Principal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a postmortem, and handing one in. */
@Controller
class PostmortemPageController {

    private final Postmortems postmortems;
    private final ItemBoard board;
    private final ActionItems items;
    private final Reviews reviews;
    private final Suppressions suppressions;
    private final TicketTroubles troubles;
    private final People people;
    private final History history;

    PostmortemPageController(
            Postmortems postmortems,
            ItemBoard board,
            ActionItems items,
            Reviews reviews,
            Suppressions suppressions,
            TicketTroubles troubles,
            People people,
            History history) {
        this.postmortems = postmortems;
        this.board = board;
        this.items = items;
        this.reviews = reviews;
        this.suppressions = suppressions;
        this.troubles = troubles;
        this.people = people;
        this.history = history;
    }

    @GetMapping("/postmortems/{number}")
    String postmortem(@PathVariable String number, Principal viewer, Model model) {
        PostmortemKey key = PostmortemKey.of(number);
        Postmortem postmortem = postmortems.get(key);
        String source = postmortems.revision(postmortem).source();
        model.addAttribute("postmortem", postmortem);
        Reading reading = postmortems.reading(postmortem);
        List<ItemRow> rows = board.of(key);
        model.addAttribute("reading", ReadingView.of(reading));
        model.addAttribute(
                "blocking",
                reading.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .count());
        model.addAttribute("percents", percents(reading.document().impact().usersAffectedPercent()));
        model.addAttribute(
                "open", rows.stream().filter(row -> row.status().equals("open")).count());
        model.addAttribute(
                "settled",
                rows.stream().filter(row -> row.status().equals("settled")).count());
        model.addAttribute("originals", postmortems.originals(key));
        model.addAttribute("html", DocumentHtml.render(source));
        model.addAttribute("items", rows);
        addAnswers(postmortem, reading, viewer.getName(), model);
        model.addAttribute("troubles", troubles.of(key, viewer.getName()));
        model.addAttribute("verdicts", reviews.of(key));
        model.addAttribute("history", history.of(key.toString()));
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("mine", mayWrite(postmortem, viewer.getName()));
        model.addAttribute("mayEdit", mayEdit(postmortem, viewer.getName()));
        model.addAttribute("mayReview", mayReview(postmortem, viewer.getName()));
        model.addAttribute("steps", Step.of(postmortem));
        model.addAttribute("viewer", viewer.getName());
        return "postmortem/detail";
    }

    private void addAnswers(Postmortem postmortem, Reading reading, String viewer, Model model) {
        List<Suppressions.Answer> answers = suppressions.answers(postmortem, reading);
        long inText = reading.suppressed().stream()
                .filter(suppressed -> suppressed.by() == null)
                .count();
        long holding =
                answers.stream().filter(answer -> answer.suppression().holds()).count();
        model.addAttribute("answers", answers);
        model.addAttribute("answered", inText + holding);
        model.addAttribute("revoked", answers.size() - holding);
        model.addAttribute("several", rulesFoundTwice(reading.findings()));
        model.addAttribute("mayAnswer", suppressions.mayAnswer(postmortem, viewer));
    }

    private static Set<String> rulesFoundTwice(List<Finding> findings) {
        Set<String> once = new HashSet<>();
        return findings.stream()
                .map(Finding::rule)
                .filter(rule -> !once.add(rule))
                .collect(Collectors.toSet());
    }

    @GetMapping("/submit")
    String submit(Model model) {
        model.addAttribute("number", "");
        model.addAttribute("source", "");
        return "postmortem/submit";
    }

    @PostMapping("/submit")
    String submit(
            DocumentForm form,
            @RequestParam(defaultValue = "draft") String then,
            Principal author,
            Model model,
            RedirectAttributes flash) {
        try {
            PostmortemKey key =
                    postmortems.create(form.opened(), author.getName()).key();
            flash.addFlashAttribute("stored", true);
            return proceed(key, then, author.getName(), flash);
        } catch (InvalidInputException | ForbiddenException refusal) {
            return again("", form, String.valueOf(refusal.getMessage()), model);
        }
    }

    @GetMapping("/postmortems/{number}/edit")
    String edit(@PathVariable String number, Principal viewer, Model model) {
        PostmortemKey key = PostmortemKey.of(number);
        Postmortem postmortem = postmortems.get(key);
        if (!mayWrite(postmortem, viewer.getName()) || postmortem.status() != PostmortemStatus.DRAFT) {
            throw new ForbiddenException("Only its author may change " + key + ", and only while it is a draft.");
        }
        model.addAttribute("number", key.toString());
        model.addAttribute("comment", postmortem.reviewComment());
        model.addAttribute("source", postmortems.revision(postmortem).source());
        return "postmortem/submit";
    }

    @PostMapping("/postmortems/{number}/edit")
    String edit(
            @PathVariable String number,
            DocumentForm form,
            @RequestParam(defaultValue = "draft") String then,
            Principal author,
            Model model,
            RedirectAttributes flash) {
        PostmortemKey key = PostmortemKey.of(number);
        try {
            postmortems.revise(key, form.opened(), author.getName());
            flash.addFlashAttribute("stored", true);
            return proceed(key, then, author.getName(), flash);
        } catch (InvalidInputException refusal) {
            return again(key.toString(), form, String.valueOf(refusal.getMessage()), model);
        }
    }

    @PostMapping("/postmortems/{number}/submit")
    String submit(@PathVariable String number, Principal actor, RedirectAttributes flash) {
        return proceed(PostmortemKey.of(number), "review", actor.getName(), flash);
    }

    @PostMapping("/postmortems/{number}/action-items")
    String add(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Priority priority,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
            Principal actor,
            RedirectAttributes flash) {
        PostmortemKey key = PostmortemKey.of(number);
        try {
            String id = items.add(key, title, "", new ActionItemEdit(owner, priority, due, null), actor.getName())
                    .id();
            flash.addFlashAttribute("done", id + " was added; its ticket is being made.");
        } catch (InvalidInputException | ConflictException | ForbiddenException refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/postmortems/" + key;
    }

    private static String percents(List<Double> shares) {
        return shares.stream()
                .map(share ->
                        new DecimalFormat("#.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(share) + " %")
                .collect(Collectors.joining(", "));
    }

    private String proceed(PostmortemKey key, String then, String actor, RedirectAttributes flash) {
        if (then.equals("review")) {
            try {
                postmortems.submit(key, actor);
                flash.addFlashAttribute("done", key + " went to review. Somebody else decides on it in the Tasklist.");
            } catch (ConflictException | ForbiddenException refusal) {
                flash.addFlashAttribute("problem", refusal.getMessage());
            }
        } else {
            flash.addFlashAttribute("done", key + " is stored as a draft.");
        }
        return "redirect:/postmortems/" + key;
    }

    private static String again(String number, DocumentForm form, String problem, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("source", form.text());
        model.addAttribute(
                "problem",
                form.hasFile() ? problem + " Choose the file again if it is to be kept with the text." : problem);
        return "postmortem/submit";
    }

    private boolean mayWrite(Postmortem postmortem, String viewer) {
        return postmortem.author().equals(viewer) || is(viewer, Role.ADMIN);
    }

    private boolean mayEdit(Postmortem postmortem, String viewer) {
        return mayWrite(postmortem, viewer) || is(viewer, Role.REVIEWER) || is(viewer, Role.MANAGER);
    }

    private boolean mayReview(Postmortem postmortem, String viewer) {
        return !postmortem.author().equals(viewer) && (is(viewer, Role.REVIEWER) || is(viewer, Role.ADMIN));
    }

    private boolean is(String viewer, Role role) {
        Optional<Person> person = people.find(viewer);
        return person.isPresent() && person.get().is(role);
    }
}
