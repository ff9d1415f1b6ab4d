package io.followthrough.ticket.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.ticket.TicketTrouble;
import io.followthrough.ticket.TicketTrouble.Kind;
import io.followthrough.ticket.TicketTroubles;
import io.followthrough.ticket.Tickets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with tickets, and what a person can do about it. */
@RestController
@Tag(name = "Tickets")
class TicketApiController {

    private final Tickets tickets;
    private final TicketTroubles troubles;

    TicketApiController(Tickets tickets, TicketTroubles troubles) {
        this.tickets = tickets;
        this.troubles = troubles;
    }

    @Operation(summary = "All that needs a person about tickets; for reviewers, managers and administrators")
    @GetMapping("/api/attention")
    List<Trouble> attention(Principal reader) {
        if (!troubles.mayLook(reader.getName())) {
            throw new ForbiddenException("The list is for reviewers, managers and administrators.");
        }
        return troubles.list(reader.getName()).stream().map(Trouble::of).toList();
    }

    @Operation(summary = "Asks for a refused or delayed ticket again, or for a refused change of it")
    @PostMapping("/api/action-items/{id}/ticket/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable String id, Principal actor) {
        tickets.retry(id, actor.getName());
    }

    @Operation(summary = "Links another ticket, which must exist and belong to no other action item")
    @PostMapping("/api/action-items/{id}/ticket/relink")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void relink(@PathVariable String id, @RequestBody Relink wanted, Principal actor) {
        troubles.relink(id, wanted.ticket() == null ? "" : wanted.ticket(), actor.getName());
    }

    @Operation(summary = "Asks for a new ticket in place of one that is missing or cannot be taken")
    @PostMapping("/api/action-items/{id}/ticket/recreate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void recreate(@PathVariable String id, Principal actor) {
        troubles.recreate(id, actor.getName());
    }

    @Operation(summary = "Agrees that an action item will not be done; for reviewers who do not own it")
    @PostMapping("/api/action-items/{id}/ticket/agree")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void agree(@PathVariable String id, @RequestBody Reason reason, Principal actor) {
        troubles.agree(id, reason.words(), actor.getName());
    }

    @Operation(summary = "Lets a trouble be, for a reason, until it changes")
    @PostMapping("/api/action-items/{id}/ticket/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable String id, @RequestBody Dismissal dismissal, Principal actor) {
        troubles.dismiss(id, dismissal.kind(), new Reason(dismissal.reason()).words(), actor.getName());
    }

    /** A key or an address. */
    record Relink(@Nullable String ticket) {}

    /** Why somebody decided so. */
    record Reason(@Nullable String reason) {
        String words() {
            return reason == null ? "" : reason;
        }
    }

    /** What is let be, and why. */
    record Dismissal(@Nullable Kind kind, @Nullable String reason) {}

    /** A trouble as the API shows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Trouble(
            String actionItem,
            String title,
            String owner,
            String kind,
            @Nullable String ticket,
            @Nullable String url,
            String why,
            @Nullable Instant since,
            List<String> remedies) {

        static Trouble of(TicketTrouble trouble) {
            return new Trouble(
                    trouble.actionItem(),
                    trouble.title(),
                    trouble.owner(),
                    trouble.kind().name(),
                    trouble.key(),
                    trouble.url(),
                    trouble.why(),
                    trouble.since(),
                    trouble.remedies().stream()
                            .map(remedy -> remedy.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }
}
