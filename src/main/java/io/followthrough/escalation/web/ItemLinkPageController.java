package io.followthrough.escalation.web;

import io.followthrough.actionitem.ActionItems;
import io.followthrough.escalation.HandOvers;
import io.followthrough.escalation.ItemLinks;
import io.followthrough.notification.ActionLink;
import io.followthrough.notification.ActionLinks;
import io.followthrough.notification.LinkPurpose;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import java.security.Principal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the links of messages lead. Looking changes nothing, because programs look at every link of a mail; what a link
 * is for is done by the one button of its page.
 */
@Controller
class ItemLinkPageController {

    private static final String PAGE = "escalation/link";

    private final ActionLinks links;
    private final ItemLinks deeds;
    private final HandOvers handOvers;
    private final ActionItems items;
    private final People people;
    private final boolean withoutLogin;

    ItemLinkPageController(
            ActionLinks links,
            ItemLinks deeds,
            HandOvers handOvers,
            ActionItems items,
            People people,
            @Value("${followthrough.links.without-login:true}") boolean withoutLogin) {
        this.links = links;
        this.deeds = deeds;
        this.handOvers = handOvers;
        this.items = items;
        this.people = people;
        this.withoutLogin = withoutLogin;
    }

    /** For whoever has the link; where that is not enough, leads to the same page behind the login. */
    @GetMapping("/links/{token}")
    String ask(@PathVariable String token, @Nullable Principal reader, Model model) {
        ActionLink link = links.read(token);
        return reader == null && !mayStranger(link)
                ? "redirect:/links/" + token + "/login"
                : ask(token, link, reader, model);
    }

    @GetMapping("/links/{token}/login")
    String askAfterLogin(@PathVariable String token, Principal reader, Model model) {
        return ask(token, links.read(token), reader, model);
    }

    private String ask(String token, ActionLink link, @Nullable Principal reader, Model model) {
        requireMeant(link, reader);
        deeds.spent(link).ifPresent(words -> model.addAttribute("spent", words));
        return page(token, link, model);
    }

    @PostMapping("/links/{token}")
    String act(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate due,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String answer,
            @Nullable Principal reader,
            Model model) {
        ActionLink link = links.read(token);
        if (reader == null && !mayStranger(link)) {
            return "redirect:/links/" + token + "/login";
        }
        requireMeant(link, reader);
        try {
            model.addAttribute("done", act(link, new Form(reason, due, owner, answer)));
        } catch (InvalidInputException refusal) {
            model.addAttribute("problem", refusal.getMessage());
            model.addAttribute("reason", reason);
        } catch (ConflictException refusal) {
            model.addAttribute("spent", refusal.getMessage());
        }
        return page(token, link, model);
    }

    /** What the page sends, whatever the link is for. */
    private record Form(String reason, @Nullable LocalDate due, String owner, String answer) {

        LocalDate requireDue() {
            if (due == null) {
                throw new InvalidInputException("Choose a day.");
            }
            return due;
        }
    }

    private String act(ActionLink link, Form form) {
        return switch (link.purpose()) {
            case CLAIM_DONE -> claimDone(link, form);
            case MORE_TIME -> {
                deeds.moreTime(link, form.requireDue(), form.reason());
                yield link.actionItem() + " is due on " + form.due() + " now. Its history says why.";
            }
            case SNOOZE -> {
                deeds.snooze(link, form.requireDue(), form.reason());
                yield link.actionItem() + " is not in your digest until " + form.due() + ". Its due date stays.";
            }
            case HAND_OVER -> {
                deeds.handOver(link, form.owner(), form.reason());
                yield nameOf(form.owner()) + " is asked to take " + link.actionItem()
                        + ". Until they accept, it stays with you; you hear of their answer.";
            }
            case ANSWER -> answer(link, form);
        };
    }

    private String claimDone(ActionLink link, Form form) {
        deeds.claimDone(link, form.reason());
        return deeds.linkedTicket(items.get(link.actionItem()))
                .map(ticket -> "Thank you. " + link.actionItem() + " is settled as soon as its ticket " + ticket.key()
                        + " is closed; the ticket says that you are done.")
                .orElse("Thank you. " + link.actionItem() + " is settled.");
    }

    private String answer(ActionLink link, Form form) {
        if (form.answer().equals("decline")) {
            deeds.decline(link, form.reason());
            return "You have declined. " + link.actionItem() + " stays with its owner, who hears why.";
        }
        if (!form.answer().equals("accept")) {
            throw new InvalidInputException("Accept or decline.");
        }
        deeds.accept(link, form.due());
        return "Thank you. You own " + link.actionItem() + " now.";
    }

    private String page(String token, ActionLink link, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("link", link);
        model.addAttribute("item", items.get(link.actionItem()));
        model.addAttribute(
                "ticket", deeds.linkedTicket(items.get(link.actionItem())).orElse(null));
        model.addAttribute("limits", deeds.limits(link));
        model.addAttribute("latestSnooze", deeds.latestSnooze(link));
        model.addAttribute("offer", handOvers.pending(link.actionItem()).orElse(null));
        model.addAttribute("overdue", handOvers.needsPromise(items.get(link.actionItem())));
        model.addAttribute("names", new Names(people));
        model.addAttribute("readerName", nameOf(link.person()));
        if (link.purpose() == LinkPurpose.HAND_OVER) {
            model.addAttribute(
                    "others",
                    people.all().stream()
                            .filter(person -> !person.id().equals(link.person()))
                            .toList());
        }
        return PAGE;
    }

    /** Whoever hands over sees a list of people, which is not for those who merely have a mail. */
    private boolean mayStranger(ActionLink link) {
        return withoutLogin && link.purpose() != LinkPurpose.HAND_OVER;
    }

    private void requireMeant(ActionLink link, @Nullable Principal reader) {
        if (reader != null && !reader.getName().equals(link.person())) {
            throw new ForbiddenException(
                    "This link is for " + nameOf(link.person()) + ", and you are logged in as somebody else.");
        }
        if (people.find(link.person()).isEmpty()) {
            throw new ForbiddenException("Whom this link was sent to is not here any more.");
        }
    }

    private String nameOf(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }
}
