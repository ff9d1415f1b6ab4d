package io.followthrough.ticket.web;

import io.followthrough.ticket.Tickets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person can do about a ticket that is refused or delayed. */
@RestController
@Tag(name = "Action items")
class TicketApiController {

    private final Tickets tickets;

    TicketApiController(Tickets tickets) {
        this.tickets = tickets;
    }

    @Operation(summary = "Asks for a refused or delayed ticket again")
    @PostMapping("/api/action-items/{id}/ticket/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable String id, Principal actor) {
        tickets.retry(id, actor.getName());
    }
}
