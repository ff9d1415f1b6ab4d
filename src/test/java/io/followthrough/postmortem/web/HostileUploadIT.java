package io.followthrough.postmortem.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.IntegrationTest;
import io.followthrough.document.format.FormatSamples;
import io.followthrough.document.format.HostileFiles;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever sends a file that cannot or must not be read is told so, and nothing is stored. */
class HostileUploadIT extends IntegrationTest {

    private static final String OCTETS = "application/octet-stream";

    @Autowired
    private ObjectMapper json;

    private int stored;

    @BeforeEach
    void count() {
        stored = postmortems();
    }

    private static Stream<Arguments> files() throws Exception {
        return Stream.of(
                Arguments.of("zip bomb.docx", HostileFiles.zipBomb(), "64 MB when unpacked"),
                Arguments.of("entities.docx", HostileFiles.wordWithEntities("file:///etc/passwd"), "damaged"),
                Arguments.of("tables in tables.docx", HostileFiles.tablesInTables(), "deep"),
                Arguments.of("cut off.docx", Arrays.copyOf(FormatSamples.docx(), 3_000), "damaged"),
                Arguments.of("archive.zip", HostileFiles.zip("page.html", 10), "no Word document"),
                Arguments.of("tags in tags.html", text("<html><body>" + "<div>x".repeat(500_000)), "deep"),
                Arguments.of("parts in parts.eml", HostileFiles.partsInParts(), "deep"),
                Arguments.of(
                        "only an attachment.eml",
                        text(HostileFiles.MAIL + "Content-Type: application/pdf\n\nabc\n"),
                        "attachment"),
                Arguments.of("a.pdf", text("%PDF-1.7 and so on"), "PDF"),
                Arguments.of("a.rtf", text("{\\rtf1 hello}"), ".rtf"),
                Arguments.of("a.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4}, ".docx"),
                Arguments.of("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, "not text"),
                Arguments.of("empty.md", new byte[0], "empty"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isToldAsAScript(String name, byte[] bytes, String words) throws Exception {
        for (String path : new String[] {"/api/postmortems", "/api/postmortems/lint", "/api/postmortems/open"}) {
            requireRefused(script("author").sendFile("POST", path, name, OCTETS, bytes), words);
            requireRefused(script("author").send("POST", path, OCTETS, bytes), words);
        }
        assertThat(postmortems()).isEqualTo(stored);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isToldOnThePageAndKeepsTheText(String name, byte[] bytes, String words) {
        HttpResponse<String> page = visitor("author")
                .postForm("/submit", Map.of("source", "Typed & dear to me", "then", "draft"), name, OCTETS, bytes);

        // An empty file is what a browser sends when none was chosen.
        String expected = bytes.length == 0 ? "does not read like a postmortem" : words;
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Typed &amp; dear to me").contains(expected);
        assertThat(postmortems()).isEqualTo(stored);
    }

    @Test
    void isToldThatAFileIsTooLong() throws Exception {
        byte[] long11 = new byte[11_000_000];
        Arrays.fill(long11, (byte) 'x');

        requireRefused(
                script("author").sendFile("POST", "/api/postmortems", "a.md", "text/markdown", long11), "10,485,760");
        requireRefused(script("author").send("POST", "/api/postmortems", "text/markdown", long11), "10,485,760");
        assertThat(visitor("author")
                        .postForm("/submit", Map.of("source", "", "then", "draft"), "a.md", "text/markdown", long11)
                        .body())
                .contains("11,000,000 bytes; at most 10,485,760");
        requireRefused(
                script("author").send("POST", "/api/postmortems", "text/markdown", new byte[40_000_000]), "40,000,000");
        assertThat(postmortems()).isEqualTo(stored);
    }

    @Test
    void isToldThatAFormIsBroken() throws Exception {
        String type = "multipart/form-data; boundary=b";

        requireRefused(script("author").send("POST", "/api/postmortems", type, "--b\r\nno headers"), "");
        requireRefused(script("author").send("POST", "/api/postmortems", "multipart/form-data", "no boundary"), "");
        requireRefused(
                script("author")
                        .send(
                                "POST",
                                "/api/postmortems",
                                type,
                                "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n"),
                "the part \\\"file\\\"");
        requireRefused(script("author").send("POST", "/api/postmortems", "no type", "x"), "");
        assertThat(postmortems()).isEqualTo(stored);
    }

    @Test
    void readsNoFileOfTheServer() throws Exception {
        byte[] page = text("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body><p>&x; words</p>"
                + "<img src='file:///etc/passwd'><iframe src='file:///etc/passwd'></iframe></body></html>");

        HttpResponse<String> opened =
                script("author").sendFile("POST", "/api/postmortems/open", "a.html", "text/html", page);

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(json.readTree(opened.body()).path("text").asText())
                .contains("words")
                .doesNotContain("root:");
    }

    @Test
    void readsAHugeTable() throws Exception {
        byte[] page =
                text("<html><body><table>" + "<tr><td>10:15</td><td>words</td></tr>".repeat(100_000) + "</table>");

        HttpResponse<String> opened =
                script("author").sendFile("POST", "/api/postmortems/open", "a.html", "text/html", page);

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(json.readTree(opened.body()).path("text").asText().lines().count())
                .isGreaterThan(100_000);
    }

    private void requireRefused(HttpResponse<String> answer, String words) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).contains(words);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(answer.body()).doesNotContain("Exception", "org.apache", "Line ");
    }

    private int postmortems() {
        Integer count = jdbc.queryForObject("select count(*) from postmortem", Integer.class);
        return count == null ? 0 : count;
    }
}
