package io.followthrough.postmortem.web;

import io.followthrough.document.CanonicalMarkdown;
import io.followthrough.document.DocumentReader;
import io.followthrough.document.ReadingView;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemStatus;
import io.followthrough.postmortem.Postmortems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in texts as people have them: Markdown or plain text as it is, or as {@code source} of a JSON object. */
@RestController
@RequestMapping("/api/postmortems")
@Tag(name = "Postmortems")
class PostmortemApiController {

    private static final int PAGE = 200;

    /** Far beyond the last one, and small enough to be multiplied by any page size. */
    private static final int LAST_PAGE = 1_000_000;

    private static final String MARKDOWN = "text/markdown";
    private static final String PLAIN = MediaType.TEXT_PLAIN_VALUE;
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Postmortems postmortems;
    private final SourceReader sources;
    private final DocumentReader documents;

    PostmortemApiController(Postmortems postmortems, SourceReader sources, DocumentReader documents) {
        this.postmortems = postmortems;
        this.sources = sources;
        this.documents = documents;
    }

    @Operation(summary = "Stores a text as a new draft")
    @ApiResponse(responseCode = "201", description = "Stored; Location names it")
    @TakesSource
    @PostMapping(consumes = {MARKDOWN, PLAIN, JSON})
    ResponseEntity<PostmortemView> create(
            InputStream body, @Parameter(hidden = true) @RequestHeader("Content-Type") MediaType type, Principal author)
            throws IOException {
        Postmortem postmortem = postmortems.create(sources.read(body, type), author.getName());
        return ResponseEntity.created(URI.create("/api/postmortems/" + postmortem.key()))
                .body(PostmortemView.of(postmortem, postmortems.reading(postmortem)));
    }

    @Operation(summary = "Reads and lints a text without storing it")
    @TakesSource
    @PostMapping(
            path = "/lint",
            consumes = {MARKDOWN, PLAIN, JSON})
    ReadingView lint(InputStream body, @Parameter(hidden = true) @RequestHeader("Content-Type") MediaType type)
            throws IOException {
        return ReadingView.of(documents.read(sources.read(body, type)));
    }

    @Operation(summary = "Lists postmortems, newest first")
    @GetMapping
    Listing list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page<Postmortem> found = postmortems.search(
                status(status),
                q,
                PageRequest.of(
                        Math.min(LAST_PAGE, Math.max(0, page)),
                        Math.min(PAGE, Math.max(1, size)),
                        Sort.by("number").descending()));
        return new Listing(
                found.getContent().stream()
                        .map(postmortem -> PostmortemView.of(postmortem, null))
                        .toList(),
                found.getNumber(),
                found.getSize(),
                found.getTotalElements());
    }

    @Operation(summary = "Gives a draft a new text")
    @TakesSource
    @PutMapping(
            path = "/{number}",
            consumes = {MARKDOWN, PLAIN, JSON})
    PostmortemView revise(
            @PathVariable String number,
            InputStream body,
            @Parameter(hidden = true) @RequestHeader("Content-Type") MediaType type,
            Principal actor)
            throws IOException {
        Postmortem postmortem = postmortems.revise(PostmortemKey.of(number), sources.read(body, type), actor.getName());
        return PostmortemView.of(postmortem, postmortems.reading(postmortem));
    }

    @Operation(summary = "The postmortem as Markdown in one fixed form, which can be handed in again without loss")
    @GetMapping(path = "/{number}/export.md", produces = MARKDOWN + ";charset=UTF-8")
    ResponseEntity<byte[]> export(@PathVariable String number) {
        Postmortem postmortem = postmortems.get(PostmortemKey.of(number));
        String markdown = CanonicalMarkdown.of(postmortems.reading(postmortem).document());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(postmortem.key() + ".md")
                                .build()
                                .toString())
                .body(markdown.getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "Sends a draft to review")
    @PostMapping("/{number}/submit")
    PostmortemView submit(@PathVariable String number, Principal actor) {
        PostmortemKey key = PostmortemKey.of(number);
        postmortems.submit(key, actor.getName());
        Postmortem postmortem = postmortems.get(key);
        return PostmortemView.of(postmortem, postmortems.reading(postmortem));
    }

    private static @Nullable PostmortemStatus status(String word) {
        if (word.isBlank()) {
            return null;
        }
        try {
            return PostmortemStatus.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "There is no status " + word + ": choose draft, in-review, published, tracking or closed.");
        }
    }

    /** The body is a text as it is, or as part of a JSON object. */
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MARKDOWN, schema = @Schema(type = "string")),
                @Content(mediaType = PLAIN, schema = @Schema(type = "string")),
                @Content(mediaType = JSON, schema = @Schema(implementation = Source.class))
            })
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface TakesSource {}

    /** A text as part of a JSON object. */
    record Source(
            @Schema(description = "The text of the postmortem, Markdown or plain")
            String source) {}

    /** One page of a list. */
    record Listing(List<PostmortemView> postmortems, int page, int size, long total) {}
}
