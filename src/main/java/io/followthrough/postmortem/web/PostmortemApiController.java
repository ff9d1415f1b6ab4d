package io.followthrough.postmortem.web;

import io.followthrough.document.DocumentReader;
import io.followthrough.document.ReadingView;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemStatus;
import io.followthrough.postmortem.PostmortemView;
import io.followthrough.postmortem.Postmortems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in documents as people have them: text, HTML, Word or e-mail, as the body, a form's file or in JSON. */
@RestController
@RequestMapping("/api/postmortems")
@Tag(name = "Postmortems")
class PostmortemApiController {

    private static final int PAGE = 200;

    /** Far beyond the last one, and small enough to be multiplied by any page size. */
    private static final int LAST_PAGE = 1_000_000;

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Postmortems postmortems;
    private final SourceReader sources;
    private final DocumentReader documents;

    PostmortemApiController(Postmortems postmortems, SourceReader sources, DocumentReader documents) {
        this.postmortems = postmortems;
        this.sources = sources;
        this.documents = documents;
    }

    @Operation(summary = "Stores a document as a new draft and keeps its file")
    @ApiResponse(responseCode = "201", description = "Stored; Location names it")
    @TakesSource
    @PostMapping
    ResponseEntity<PostmortemView> create(HttpServletRequest request, Principal author) throws IOException {
        Postmortem postmortem = postmortems.create(sources.read(request), author.getName());
        return ResponseEntity.created(URI.create("/api/postmortems/" + postmortem.key()))
                .body(PostmortemView.of(postmortem, postmortems.reading(postmortem)));
    }

    @Operation(summary = "Reads and lints a document without storing it")
    @TakesSource
    @PostMapping("/lint")
    ReadingView lint(
            HttpServletRequest request,
            @Parameter(description = "The postmortem whose next text this is: what its reviewers answered is set aside")
                    @RequestParam(defaultValue = "")
                    String postmortem)
            throws IOException {
        String source = sources.read(request).text();
        return ReadingView.of(
                postmortem.isBlank()
                        ? documents.read(source)
                        : postmortems.reading(postmortems.get(PostmortemKey.of(postmortem)), source));
    }

    @Operation(summary = "Gets the text out of a file, as Markdown where it has none of its own, without storing it")
    @TakesSource
    @PostMapping("/open")
    OpenedView open(HttpServletRequest request) throws IOException {
        return OpenedView.of(sources.read(request));
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

    @Operation(summary = "Gives a draft the text of another document")
    @TakesSource
    @PutMapping("/{number}")
    PostmortemView revise(@PathVariable String number, HttpServletRequest request, Principal actor) throws IOException {
        Postmortem postmortem = postmortems.revise(PostmortemKey.of(number), sources.read(request), actor.getName());
        return PostmortemView.of(postmortem, postmortems.reading(postmortem));
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

    /** The body is a document as it is, the file of a form, or a text as part of a JSON object. */
    @RequestBody(
            required = true,
            description = "A document of at most 10 MiB. With the query parameter fileName the body has a name.",
            content = {
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
                @Content(mediaType = "text/html", schema = @Schema(type = "string")),
                @Content(mediaType = "message/rfc822", schema = @Schema(type = "string")),
                @Content(mediaType = WORD, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = Form.class)),
                @Content(mediaType = "application/json", schema = @Schema(implementation = Source.class))
            })
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface TakesSource {}

    /** A text as part of a JSON object. */
    record Source(
            @Schema(description = "The text of the postmortem, Markdown or plain")
            String source) {}

    /** A form with a file. */
    record Form(
            @Schema(description = "Markdown, plain text, HTML, a Word document or an e-mail", format = "binary")
            String file) {}

    /** One page of a list. */
    record Listing(List<PostmortemView> postmortems, int page, int size, long total) {}
}
