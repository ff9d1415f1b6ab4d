package io.followthrough.escalation.web;

import io.followthrough.actionitem.ActionItems;
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
    private final ActionItems items;
    private final People people;
    private final boolean withoutLogin;

    ItemLinkPageController(
            ActionLinks links,
            ItemLinks deeds,
            ActionItems items,
            People people,
            @Value("${followthrough.links.without-login:true}") boolean withoutLogin) {
        this.links = links;
        this.deeds = deeds;
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
            @Nullable Principal reader,
            Model model) {
        ActionLink link = links.read(token);
        if (reader == null && !mayStranger(link)) {
            return "redirect:/links/" + token + "/login";
        }
        requireMeant(link, reader);
        try {
            model.addAttribute("done", act(link, reason, due, owner));
        } catch (InvalidInputException refusal) {
            model.addAttribute("problem", refusal.getMessage());
            model.addAttribute("reason", reason);
        } catch (ConflictException refusal) {
            model.addAttribute("spent", refusal.getMessage());
        }
        return page(token, link, model);
    }

    private String act(ActionLink link, String reason, @Nullable LocalDate due, String owner) {
        return switch (link.purpose()) {
            case CLAIM_DONE -> {
                deeds.claimDone(link, reason);
                yield deeds.linkedTicket(items.get(link.actionItem()))
                        .map(ticket -> "Thank you. " + link.actionItem() + " is settled as soon as its ticket "
                                + ticket.key() + " is closed; the ticket says that you are done.")
                        .orElse("Thank you. " + link.actionItem() + " is settled.");
            }
            case MORE_TIME -> {
                if (due == null) {
                    throw new InvalidInputException("Choose a day.");
                }
                deeds.moreTime(link, due, reason);
                yield link.actionItem() + " is due on " + due + " now. Its history says why.";
            }
            case HAND_OVER -> {
                deeds.handOver(link, owner, reason);
                yield people.find(owner).map(Person::name).orElse(owner) + " owns " + link.actionItem()
                        + " now and hears of it.";
            }
        };
    }

    private String page(String token, ActionLink link, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("link", link);
        model.addAttribute("item", items.get(link.actionItem()));
        model.addAttribute(
                "ticket", deeds.linkedTicket(items.get(link.actionItem())).orElse(null));
        model.addAttribute("latest", deeds.latestDay());
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
