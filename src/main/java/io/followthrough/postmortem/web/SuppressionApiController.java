package io.followthrough.postmortem.web;

import io.followthrough.platform.InvalidInputException;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.SuppressFinding;
import io.followthrough.postmortem.Suppression;
import io.followthrough.postmortem.Suppressions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Findings of a postmortem that reviewers answer with a reason. */
@RestController
@RequestMapping("/api/postmortems/{number}/suppressions")
@Tag(name = "Postmortems")
class SuppressionApiController {

    private final Suppressions suppressions;

    SuppressionApiController(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @Operation(summary = "Lists the findings that reviewers answered with a reason, those taken back too")
    @GetMapping
    Listing list(@PathVariable String number) {
        return new Listing(suppressions.of(PostmortemKey.of(number)));
    }

    @Operation(summary = "Sets a finding aside with a reason, so that it counts no more")
    @ApiResponse(responseCode = "201", description = "Written down; id takes it back")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Suppression suppress(@PathVariable String number, @RequestBody Request request, Principal reviewer) {
        String rule = request.rule();
        if (rule == null || rule.isBlank()) {
            throw new InvalidInputException("Name the \"rule\" of the finding.");
        }
        String reason = request.reason() == null ? "" : request.reason();
        return suppressions.suppress(
                new SuppressFinding(PostmortemKey.of(number), rule, request.line(), request.revision(), reason),
                reviewer.getName());
    }

    @Operation(summary = "Takes a suppression back, so that the finding counts again")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String number, @PathVariable long id, Principal reviewer) {
        suppressions.revoke(PostmortemKey.of(number), id, reviewer.getName());
    }

    /** Which finding, and why it does not apply. */
    record Request(
            @Schema(description = "Id of the rule, as the finding has it", example = "missing-affected-percent")
            @Nullable
            String rule,

            @Schema(description = "Line of the finding; without it every finding of the rule is set aside") @Nullable
            Integer line,

            @Schema(
                    description =
                            "Revision in which the finding was seen; when the text has changed since, nothing is done")
            @Nullable
            Integer revision,

            @Schema(description = "Why the finding does not apply", example = "Nobody counts who gives up.") @Nullable
            String reason) {}

    /** All of a postmortem, oldest first. */
    record Listing(List<Suppression> suppressions) {}
}
