package io.followthrough.postmortem.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.document.Documents;
import io.followthrough.document.ReadingView;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemStatus;
import io.followthrough.postmortem.Postmortems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
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

    /** A little more than the longest document, which JSON may make twice as long. */
    private static final int LONGEST_BODY = 2 * Documents.MAX_BYTES + 1_000;

    private final Postmortems postmortems;
    private final ObjectMapper json;

    PostmortemApiController(Postmortems postmortems, ObjectMapper json) {
        this.postmortems = postmortems;
        this.json = json;
    }

    @Operation(summary = "Stores a text as a new draft")
    @PostMapping(consumes = {"text/markdown", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<PostmortemView> create(
            InputStream body, @RequestHeader("Content-Type") MediaType type, Principal author) throws IOException {
        Postmortem postmortem = postmortems.create(source(body, type), author.getName());
        return ResponseEntity.created(URI.create("/api/postmortems/" + postmortem.key()))
                .body(PostmortemView.of(postmortem, postmortems.reading(postmortem)));
    }

    @Operation(summary = "Reads and lints a text without storing it")
    @PostMapping(
            path = "/lint",
            consumes = {"text/markdown", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_JSON_VALUE})
    ReadingView lint(InputStream body, @RequestHeader("Content-Type") MediaType type) throws IOException {
        return ReadingView.of(Documents.read(source(body, type)));
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
                        Math.max(0, page),
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
    @PutMapping(
            path = "/{number}",
            consumes = {"text/markdown", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_JSON_VALUE})
    PostmortemView revise(
            @PathVariable String number,
            InputStream body,
            @RequestHeader("Content-Type") MediaType type,
            Principal actor)
            throws IOException {
        Postmortem postmortem = postmortems.revise(PostmortemKey.of(number), source(body, type), actor.getName());
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

    private String source(InputStream body, MediaType type) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST_BODY);
        if (bytes.length == LONGEST_BODY) {
            throw new InvalidInputException("The text is longer than " + Documents.MAX_BYTES
                    + " bytes, the most that is read. Send the postmortem without attachments or logs.");
        }
        if (!type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            return Documents.decode(bytes);
        }
        try {
            JsonNode source = json.readTree(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                    .path("source");
            if (!source.isTextual()) {
                throw new InvalidInputException("Send the text as the string \"source\" of a JSON object.");
            }
            return Documents.decode(source.textValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("This is no JSON: send {\"source\": \"…\"}, or the text as text/markdown.");
        }
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

    /** One page of a list. */
    record Listing(List<PostmortemView> postmortems, int page, int size, long total) {}
}
