package io.followthrough.review.web;

import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.review.Reviews;
import io.followthrough.review.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Verdicts over HTTP; the Tasklist completes the same task. */
@RestController
@Tag(name = "Postmortems")
class ReviewApiController {

    private final Reviews reviews;

    ReviewApiController(Reviews reviews) {
        this.reviews = reviews;
    }

    @Operation(summary = "Approves a postmortem in review, or requests changes")
    @PostMapping("/api/postmortems/{number}/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void review(@PathVariable String number, @RequestBody Request request, Principal reviewer) {
        String comment = request.comment() == null ? "" : request.comment().strip();
        reviews.decide(PostmortemKey.of(number), reviewer.getName(), Verdict.of(request.decision()), comment);
    }

    /** {@code approve} or {@code request-changes}, with a comment. */
    record Request(@Nullable String decision, @Nullable String comment) {}
}
