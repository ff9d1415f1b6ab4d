package io.followthrough.notification.web;

import io.followthrough.notification.Snooze;
import io.followthrough.notification.Snoozes;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own snooze of an action item. */
@RestController
@Tag(name = "Action items")
class SnoozeApiController {

    private static final String PATH = "/api/action-items/{id}/snooze";

    private final Snoozes snoozes;

    SnoozeApiController(Snoozes snoozes) {
        this.snoozes = snoozes;
    }

    @Operation(summary = "Until when the item is not in one's own digest")
    @GetMapping(PATH)
    SnoozeResponse get(@PathVariable String id, Principal reader) {
        return snoozes.of(id, reader.getName())
                .map(SnoozeResponse::of)
                .orElseThrow(() -> new NotFoundException(id + " is not put off."));
    }

    @Operation(summary = "Leave an item of one's own out of one's digest until a day within two weeks")
    @PutMapping(PATH)
    SnoozeResponse put(@PathVariable String id, @RequestBody SnoozeRequest request, Principal actor) {
        if (request.until() == null) {
            throw new InvalidInputException("Say until when, such as 2026-03-31.");
        }
        String reason = request.reason() == null ? "" : request.reason();
        return SnoozeResponse.of(snoozes.snooze(id, request.until(), reason, actor.getName()));
    }

    @Operation(summary = "Show it in one's digest again")
    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Principal actor) {
        snoozes.wake(id, actor.getName());
    }

    /** Until when, and why. */
    record SnoozeRequest(
            @Nullable LocalDate until, @Nullable String reason) {}

    /** What is in force. */
    record SnoozeResponse(LocalDate until, Instant endsAt, String reason) {

        static SnoozeResponse of(Snooze snooze) {
            return new SnoozeResponse(snooze.until(), snooze.endsAt(), snooze.reason());
        }
    }
}
