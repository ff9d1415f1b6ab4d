package io.followthrough.postmortem.web;

import io.followthrough.document.CanonicalMarkdown;
import io.followthrough.platform.NotFoundException;
import io.followthrough.postmortem.OriginalFile;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.Postmortems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives documents back: the file as it came, its text, and what was read as Markdown. */
@RestController
@RequestMapping("/api/postmortems/{number}")
@Tag(name = "Postmortems")
class ExportApiController {

    private static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final Postmortems postmortems;

    ExportApiController(Postmortems postmortems) {
        this.postmortems = postmortems;
    }

    @Operation(summary = "The postmortem as Markdown in one fixed form, which can be handed in again without loss")
    @GetMapping(path = "/export.md", produces = MARKDOWN)
    ResponseEntity<byte[]> export(@PathVariable String number) {
        Postmortem postmortem = postmortems.get(PostmortemKey.of(number));
        String markdown = CanonicalMarkdown.of(postmortems.reading(postmortem).document());
        return download(postmortem.key() + ".md", MARKDOWN, markdown.getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "The text that is read, reviewed and approved")
    @GetMapping(path = "/text.md", produces = MARKDOWN)
    ResponseEntity<byte[]> text(@PathVariable String number) {
        Postmortem postmortem = postmortems.get(PostmortemKey.of(number));
        String text = postmortems.revision(postmortem).source();
        return download(postmortem.key() + "-text.md", MARKDOWN, text.getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "Lists the files its texts came in, newest first, one for each revision")
    @GetMapping("/originals")
    List<OriginalFile> originals(@PathVariable String number) {
        PostmortemKey key = PostmortemKey.of(number);
        postmortems.get(key);
        return postmortems.originals(key);
    }

    @Operation(summary = "The file a text came in, byte for byte; of the newest revision unless another is named")
    @GetMapping("/original")
    ResponseEntity<byte[]> original(
            @PathVariable String number, @RequestParam(required = false) @Nullable Integer revision) {
        PostmortemKey key = PostmortemKey.of(number);
        int wanted = revision == null ? postmortems.get(key).revision() : revision;
        OriginalFile file = postmortems.originals(key).stream()
                .filter(original -> original.revision() == wanted)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no revision " + wanted + " of " + key + "."));
        String type = file.kind().mediaType() + (file.charset() == null ? "" : ";charset=" + file.charset());
        return download(file.nameFor(key), type, postmortems.originalBytes(key, wanted));
    }

    /** To be saved, never to be shown: the bytes are a stranger's, and could be a page with scripts. */
    private static ResponseEntity<byte[]> download(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (name.chars().allMatch(letter -> letter < 0x80)
                                        ? ContentDisposition.attachment().filename(name)
                                        : ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8))
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
