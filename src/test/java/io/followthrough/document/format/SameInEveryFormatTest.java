package io.followthrough.document.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.DocumentKind;
import io.followthrough.document.Documents;
import io.followthrough.document.OpenedDocument;
import io.followthrough.document.PostmortemDocument;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One postmortem says the same whatever file it comes in. */
class SameInEveryFormatTest {

    private static final PostmortemDocument MARKDOWN = read(FormatSamples.bytes("checkout.md"), "checkout.md");

    private static PostmortemDocument read(byte[] bytes, String name) {
        return Documents.read(Documents.open(bytes, name, null).text()).document();
    }

    @Test
    void readsTheMarkdown() {
        assertThat(MARKDOWN.title()).isEqualTo("Checkout refused cards");
        assertThat(MARKDOWN.timeline()).hasSize(4);
        assertThat(MARKDOWN.actionItems()).hasSize(3);
        assertThat(MARKDOWN.actionItems().get(1).done()).isTrue();
        assertThat(MARKDOWN.improvements()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "checkout-google-docs.html, HTML",
        "checkout-confluence.html, HTML",
        "checkout-confluence-storage.html, HTML",
        "checkout.eml, EML",
        "checkout-html-only.eml, EML",
        "checkout-pasted-mail.txt, EML"
    })
    void readsTheSameFrom(String file, DocumentKind kind) {
        OpenedDocument opened = Documents.open(FormatSamples.bytes(file), null, null);

        assertThat(opened.kind()).isEqualTo(kind);
        requireSame(opened.text());
    }

    @Test
    void readsTheSameFromAWordDocument() {
        OpenedDocument opened = Documents.open(FormatSamples.docx(), "a.docx", null);

        assertThat(opened.kind()).isEqualTo(DocumentKind.DOCX);
        assertThat(opened.charset()).isNull();
        requireSame(opened.text());
        assertThat(opened.text()).contains("35 %").doesNotContain("Timeline 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsTheSameInEveryEncoding(String charset) {
        String text = new String(FormatSamples.bytes("checkout.md"), StandardCharsets.UTF_8);

        OpenedDocument opened = Documents.open(text.getBytes(Charset.forName(charset)), null, null);

        assertThat(opened.charset()).isEqualTo(charset);
        requireSame(opened.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void readsTheSameWithEveryLineEnd(String end) {
        String text = new String(FormatSamples.bytes("checkout.md"), StandardCharsets.UTF_8).replace("\n", end);

        requireSame(Documents.open(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), null, null)
                .text());
    }

    @Test
    void followsWhatAPageOrAWordDocumentTellsToIgnore() {
        String page = new String(FormatSamples.bytes("checkout-google-docs.html"), StandardCharsets.UTF_8)
                .replace(
                        "</body>", "<!-- followthrough: ignore missing-escalation -- one person was enough --></body>");
        byte[] word = new WordFile()
                .styled("Titel", "Postmortem: Checkout refused cards")
                .paragraph("followthrough: ignore missing-escalation -- one person was enough")
                .styled("berschrift1", "Timeline")
                .item(1, 0, WordFile.run("09:10 UTC: a release goes out"))
                .item(1, 0, WordFile.run("10:40 UTC: the release is rolled back"))
                .styled("berschrift1", "Root cause")
                .paragraph("The release read the currency from an empty field.")
                .bytes();

        for (byte[] file : new byte[][] {page.getBytes(StandardCharsets.UTF_8), word}) {
            assertThat(Documents.read(Documents.open(file, null, null).text()).suppressed())
                    .singleElement()
                    .satisfies(suppressed -> {
                        assertThat(suppressed.finding().rule()).isEqualTo("missing-escalation");
                        assertThat(suppressed.reason()).isEqualTo("one person was enough");
                    });
        }
    }

    /** Compares everything but the lines, which differ from file to file. */
    private static void requireSame(String text) {
        assertThat(Documents.read(text).document())
                .as(text)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*line", ".*place.*", ".*column")
                .isEqualTo(MARKDOWN);
    }
}
