package io.followthrough.notification.web;

import io.followthrough.notification.MessageState;
import io.followthrough.notification.Notifications;
import io.followthrough.notification.StoredMessage;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import java.security.Principal;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The messages a person may see: a list, one to read, and how it looks as a mail. */
@Controller
class MessagePageController {

    private static final int PAGE_SIZE = 25;

    private final Notifications notifications;
    private final People people;
    private final FollowthroughProperties properties;

    MessagePageController(Notifications notifications, People people, FollowthroughProperties properties) {
        this.notifications = notifications;
        this.people = people;
        this.properties = properties;
    }

    @GetMapping("/messages")
    String list(@RequestParam(defaultValue = "1") int page, Principal reader, Model model) {
        Page<MessageRow> messages = notifications
                .visibleTo(reader.getName(), PageRequest.of(Math.max(page, 1) - 1, PAGE_SIZE))
                .map(this::row);
        model.addAttribute("messages", messages);
        model.addAttribute("everybody", notifications.seesAll(reader.getName()));
        return "notification/list";
    }

    @GetMapping("/messages/{id}")
    String detail(@PathVariable long id, Principal reader, Model model) {
        StoredMessage message = notifications.open(id, reader.getName());
        model.addAttribute("message", message);
        model.addAttribute("row", row(message));
        model.addAttribute("sentAt", local(message.sentAt()));
        model.addAttribute("nextAttemptAt", local(message.nextAttemptAt()));
        return "notification/detail";
    }

    @PostMapping("/messages/{id}/retry")
    String retry(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String back,
            Principal actor,
            RedirectAttributes flash) {
        notifications.retry(id, actor.getName());
        flash.addFlashAttribute("done", "It is mailed again, outside the quiet hours of whom it is for.");
        return back.equals("operations") ? "redirect:/operations" : "redirect:/messages/" + id;
    }

    /** The HTML of the mail, which has styles of its own that our pages do not allow, and runs nothing. */
    @GetMapping("/messages/{id}/mail")
    ResponseEntity<String> mail(@PathVariable long id, Principal reader) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups")
                .body(notifications.open(id, reader.getName()).html());
    }

    private MessageRow row(StoredMessage message) {
        return new MessageRow(
                message.id(),
                local(message.createdAt()),
                people.find(message.recipient()).map(Person::name).orElse(message.recipient()),
                message.about(),
                message.subject(),
                message.state(),
                words(message));
    }

    private static String words(StoredMessage message) {
        return switch (message.state()) {
            case SENT -> "mailed";
            case QUEUED -> message.attempts() == 0 ? "waiting" : "waiting after a failure";
            case FAILED -> "not delivered";
            case RECORDED -> message.address() == null ? "no address" : "not mailed";
        };
    }

    private @Nullable ZonedDateTime local(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(properties.zone());
    }

    /** A line of the list. */
    record MessageRow(
            long id,
            @Nullable ZonedDateTime at,
            String recipient,
            String about,
            String subject,
            MessageState state,
            String words) {

        /** The look of its state. */
        public String tone() {
            return switch (state) {
                case SENT -> "is-good";
                case FAILED -> "is-bad";
                case QUEUED -> "is-warn";
                case RECORDED -> "";
            };
        }
    }
}
