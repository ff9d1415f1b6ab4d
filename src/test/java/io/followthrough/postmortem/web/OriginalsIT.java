package io.followthrough.postmortem.web;

import static io.followthrough.ADocument.aDocument;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.IntegrationTest;
import io.followthrough.Visitor;
import io.followthrough.document.format.FormatSamples;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of every kind go in and come out as they were. */
class OriginalsIT extends IntegrationTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final byte[] DOCX = FormatSamples.docx();
    private static final byte[] MARKDOWN = FormatSamples.bytes("checkout.md");

    @Autowired
    private ObjectMapper json;

    private Visitor author;

    @BeforeEach
    void login() {
        author = script("author");
    }

    private static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("checkout.md", "text/markdown", "markdown", "UTF-8", MARKDOWN),
                Arguments.of("checkout.txt", "text/plain", "markdown", "UTF-8", MARKDOWN),
                sample("checkout-google-docs.html", "text/html", "html"),
                sample("checkout-confluence.html", "text/html", "html"),
                sample("checkout-confluence-storage.html", "text/html", "html"),
                Arguments.of("checkout.docx", WORD, "docx", null, DOCX),
                sample("checkout.eml", "message/rfc822", "eml"),
                sample("checkout-html-only.eml", "message/rfc822", "eml"),
                // What Confluence calls a Word document.
                Arguments.of(
                        "checkout.doc",
                        "application/msword",
                        "eml",
                        "UTF-8",
                        FormatSamples.bytes("checkout-html-only.eml")),
                sample("checkout-pasted-mail.txt", "text/plain", "eml"),
                encoded("UTF-16LE with a mark.md", "UTF-16LE", "\uFEFF"),
                encoded("UTF-16BE with a mark.md", "UTF-16BE", "\uFEFF"),
                encoded("UTF-16LE without a mark.md", "UTF-16LE", ""),
                encoded("UTF-8 with a mark.md", "UTF-8", "\uFEFF"),
                encoded("Windows-1252 – Café.md", "windows-1252", ""),
                Arguments.of("CRLF.md", "text/markdown", "markdown", "UTF-8", lines("\r\n")),
                Arguments.of("CR.md", "text/markdown", "markdown", "UTF-8", lines("\r")));
    }

    private static Arguments sample(String name, String mediaType, String kind) {
        return Arguments.of(name, mediaType, kind, "UTF-8", FormatSamples.bytes(name));
    }

    private static Arguments encoded(String name, String charset, String mark) {
        byte[] bytes = (mark + new String(MARKDOWN, StandardCharsets.UTF_8)).getBytes(Charset.forName(charset));
        return Arguments.of(name, "text/markdown", "markdown", charset, bytes);
    }

    private static byte[] lines(String end) {
        return new String(MARKDOWN, StandardCharsets.UTF_8).replace("\n", end).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void giveBackTheFileOfAForm(String name, String mediaType, String kind, String charset, byte[] bytes)
            throws Exception {
        JsonNode draft = created(author.sendFile("POST", "/api/postmortems", name, mediaType, bytes));

        requireRead(draft);
        String number = draft.path("number").asText();
        requireKept(number, bytes);
        JsonNode original = original(number);
        assertThat(original.path("fileName").asText()).isEqualTo(name);
        assertThat(original.path("mediaType").asText()).isEqualTo(mediaType);
        assertThat(original.path("kind").asText()).isEqualToIgnoringCase(kind);
        assertThat(original.path("charset").asText(null))
                .isEqualTo(kind.equals("eml") ? original.path("charset").asText() : charset);
        assertThat(original.path("changed").asBoolean()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void giveBackTheBodyOfACall(String name, String mediaType, String kind, String charset, byte[] bytes)
            throws Exception {
        JsonNode draft = created(author.send("POST", "/api/postmortems", mediaType, bytes));

        requireRead(draft);
        requireKept(draft.path("number").asText(), bytes);
        assertThat(original(draft.path("number").asText()).path("fileName").isNull())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void giveBackTheFileThatWasChosenOnThePage(String name, String mediaType, String kind, String charset, byte[] bytes)
            throws Exception {
        String text = json.readTree(author.sendFile("POST", "/api/postmortems/open", name, mediaType, bytes)
                        .body())
                .path("text")
                .asText();
        // A browser shows line ends as LF and sends them as CRLF.
        String shown = text.replaceAll("\r\n?|\n", "\r\n");

        HttpResponse<String> answer =
                visitor("author").postForm("/submit", Map.of("source", shown, "then", "draft"), name, mediaType, bytes);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String number = numberIn(answer);
        requireKept(number, bytes);
        assertThat(original(number).path("changed").asBoolean()).isFalse();
    }

    @Test
    void takeAFileWithoutAText() {
        HttpResponse<String> answer =
                visitor("author").postForm("/submit", Map.of("source", "", "then", "draft"), "a.docx", WORD, DOCX);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        requireKept(numberIn(answer), DOCX);
    }

    @Test
    void keepTheFileBesideATextThatWasChanged() throws Exception {
        String text = aDocument().titled("Said better").text();

        String number = numberIn(
                visitor("author").postForm("/submit", Map.of("source", text, "then", "draft"), "a.docx", WORD, DOCX));

        requireKept(number, DOCX);
        assertThat(original(number).path("changed").asBoolean()).isTrue();
        assertThat(author.get("/api/postmortems/" + number + "/text.md").body()).isEqualTo(text);
        assertThat(visitor("author").get("/postmortems/" + number).body())
                .contains("Said better", "a.docx", "Word document", "was changed on the page")
                .contains("/api/postmortems/" + number + "/original");
    }

    @Test
    void keepTheFileOfEachRevision() throws Exception {
        String number = created(author.sendFile("POST", "/api/postmortems", "a.docx", WORD, DOCX))
                .path("number")
                .asText();
        byte[] typed = aDocument().titled("Typed anew").text().getBytes(StandardCharsets.UTF_8);

        assertThat(author.send("PUT", "/api/postmortems/" + number, "text/markdown", typed)
                        .statusCode())
                .isEqualTo(200);

        requireKept(number, typed);
        assertThat(author.download("/api/postmortems/" + number + "/original?revision=1")
                        .body())
                .isEqualTo(DOCX);
        assertThat(author.get("/api/postmortems/" + number + "/original?revision=3")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void takeAFileInPlaceOfADraft() throws Exception {
        String number = created(author.send(
                        "POST", "/api/postmortems", "text/markdown", aDocument().text()))
                .path("number")
                .asText();

        HttpResponse<String> answer = visitor("author")
                .postForm(
                        "/postmortems/" + number + "/edit",
                        Map.of("source", "", "then", "draft"),
                        "a.docx",
                        WORD,
                        DOCX);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        requireKept(number, DOCX);
        assertThat(original(number).path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void areDescribedForScripts() throws Exception {
        JsonNode paths = json.readTree(author.get("/v3/api-docs").body()).path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .contains("/api/postmortems/open", "/api/postmortems/{number}/original");
        assertThat(paths.at("/~1api~1postmortems/post/requestBody/content").fieldNames())
                .toIterable()
                .contains("text/markdown", "text/html", "message/rfc822", WORD, "multipart/form-data");
    }

    @Test
    void keepAnotherFileWithTheSameText() throws Exception {
        String number = created(author.send("POST", "/api/postmortems", "text/markdown", MARKDOWN))
                .path("number")
                .asText();

        author.send("PUT", "/api/postmortems/" + number, "text/markdown", MARKDOWN);
        assertThat(original(number).path("revision").asInt()).isEqualTo(1);
        byte[] wide = new String(MARKDOWN, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
        author.send("PUT", "/api/postmortems/" + number, "text/markdown", wide);

        assertThat(original(number).path("revision").asInt()).isEqualTo(2);
        requireKept(number, wide);
    }

    @Test
    void neverRunWhatAFileHolds() throws Exception {
        byte[] page = ("<html><body><script>alert(1)</script>"
                        + new String(FormatSamples.bytes("checkout-google-docs.html"), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        String number = created(author.sendFile("POST", "/api/postmortems", "a.html", "text/html", page))
                .path("number")
                .asText();

        HttpResponse<byte[]> download = visitor("author").download("/api/postmortems/" + number + "/original");

        assertThat(download.body()).isEqualTo(page);
        assertThat(download.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"a.html\"");
        assertThat(download.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(download.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy).contains("default-src 'none'", "sandbox"));
        assertThat(author.get("/api/postmortems/" + number + "/text.md").body()).doesNotContain("alert(1)");
        assertThat(visitor("author").get("/postmortems/" + number).body()).doesNotContain("alert(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.md, passwd.md",
        "'C:\\Users\\kim\\a b.md', a b.md",
        "'gnp.\u202Emd.md', gnp.md.md",
        "Grüße.md, Grüße.md"
    })
    void keepOnlyTheNameOfAFile(String sent, String kept) throws Exception {
        String number = created(author.sendFile(
                        "POST", "/api/postmortems", sent.replace("\\", "\\\\"), "text/markdown", MARKDOWN))
                .path("number")
                .asText();

        assertThat(original(number).path("fileName").asText()).isEqualTo(kept);
        assertThat(author.download("/api/postmortems/" + number + "/original")
                        .headers()
                        .firstValue("Content-Disposition"))
                .hasValueSatisfying(header ->
                        assertThat(header).startsWith("attachment; filename").doesNotContain("/", "\\", "\u202E"));
    }

    @Test
    void areNotForStrangers() throws Exception {
        String number = created(author.send("POST", "/api/postmortems", "text/markdown", MARKDOWN))
                .path("number")
                .asText();

        for (String path : new String[] {"original", "originals", "text.md"}) {
            assertThat(anybody().get("/api/postmortems/" + number + "/" + path).statusCode())
                    .isEqualTo(401);
            assertThat(author.get("/api/postmortems/PM-999999/" + path).statusCode())
                    .isEqualTo(404);
        }
        assertThat(visitor("author")
                        .sendFile("POST", "/api/postmortems/open", "a.md", "text/markdown", MARKDOWN)
                        .statusCode())
                .as("a session needs its token")
                .isEqualTo(403);
    }

    @Test
    void sayWhatAFileTurnedOutToBe() throws Exception {
        JsonNode opened = json.readTree(author.sendFile("POST", "/api/postmortems/open", "a.docx", "text/plain", DOCX)
                .body());

        assertThat(opened.path("kind").asText()).isEqualTo("docx");
        assertThat(opened.path("description").asText()).isEqualTo("Word document");
        assertThat(opened.path("text").asText()).contains("# Root cause");
        assertThat(json.readTree(author.send("POST", "/api/postmortems/lint", WORD, DOCX)
                                .body())
                        .at("/actionItems")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void cannotBeChangedInTheDatabase() throws Exception {
        String number = created(author.send("POST", "/api/postmortems", "text/markdown", MARKDOWN))
                .path("number")
                .asText();
        long key = Long.parseLong(number.substring(3));

        assertThatThrownBy(() -> jdbc.update("update postmortem_original set content = 'x' where postmortem = ?", key))
                .hasMessageContaining("immutable");
    }

    private JsonNode created(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body());
    }

    private static void requireRead(JsonNode draft) {
        assertThat(draft.path("title").asText()).isEqualTo("Checkout refused cards");
        assertThat(draft.at("/document/timeline").size()).isEqualTo(4);
        assertThat(draft.at("/document/actionItems").size()).isEqualTo(3);
    }

    private void requireKept(String number, byte[] bytes) {
        HttpResponse<byte[]> download = author.download("/api/postmortems/" + number + "/original");
        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.body()).isEqualTo(bytes);
    }

    private JsonNode original(String number) throws IOException {
        return json.readTree(
                        author.get("/api/postmortems/" + number + "/originals").body())
                .path(0);
    }

    private static String numberIn(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
