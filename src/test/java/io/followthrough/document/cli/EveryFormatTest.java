package io.followthrough.document.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.document.format.FormatSamples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line reads what people have, whatever kind of file it is. */
class EveryFormatTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout.md",
                "checkout-google-docs.html",
                "checkout-confluence.html",
                "checkout-confluence-storage.html",
                "checkout.eml",
                "checkout-html-only.eml",
                "checkout-pasted-mail.txt"
            })
    void readsAFile(String name) throws IOException {
        requireRead(name, FormatSamples.bytes(name));
    }

    @Test
    void readsAWordDocument() throws IOException {
        requireRead("checkout.docx", FormatSamples.docx());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsAnEncoding(String charset) throws IOException {
        String text = new String(FormatSamples.bytes("checkout.md"), StandardCharsets.UTF_8);

        requireRead("checkout.md", text.getBytes(Charset.forName(charset)));
        requireRead("checkout.md", text.replace("\n", "\r\n").getBytes(Charset.forName(charset)));
    }

    @Test
    void readsAWordDocumentFromTheStandardInput() throws IOException {
        assertThat(run(FormatSamples.docx(), "lint", "--format", "json", "-")).isZero();

        requireRead(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void findsFilesOfEveryKindInAFolder() throws IOException {
        for (String name : new String[] {"a.md", "b.txt", "c.html", "d.htm", "e.eml", "f.pdf", "~$g.docx"}) {
            Files.write(folder.resolve(name), FormatSamples.bytes("checkout.md"));
        }
        Files.write(folder.resolve("g.docx"), FormatSamples.docx());

        assertThat(run(new byte[0], "lint", "--format", "json", folder.toString()))
                .isZero();

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(6);
    }

    @Test
    void showsTheLineOfTheMarkdownThatAWordDocumentBecame() throws IOException {
        Path file = Files.write(folder.resolve("a.docx"), FormatSamples.docx());

        assertThat(run(new byte[0], "lint", "--color", "never", file.toString()))
                .isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("a.docx:").contains("[missing-escalation]");
    }

    @Test
    void saysWhatToDoAboutAFileItCannotRead() throws IOException {
        Path pdf = Files.writeString(folder.resolve("a.docx"), "%PDF-1.7 and so on");
        Path cut = Files.write(folder.resolve("b.docx"), java.util.Arrays.copyOf(FormatSamples.docx(), 500));

        assertThat(run(new byte[0], "lint", pdf.toString(), cut.toString())).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("a.docx: The file is a PDF")
                .contains("b.docx: The Word document is damaged");
    }

    private void requireRead(String name, byte[] bytes) throws IOException {
        out.reset();
        Path file = Files.write(folder.resolve(name), bytes);
        assertThat(run(new byte[0], "lint", "--format", "json", file.toString()))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        requireRead(out.toString(StandardCharsets.UTF_8));
    }

    private static void requireRead(String line) throws IOException {
        JsonNode read = new ObjectMapper().readTree(line);
        assertThat(read.path("title").asText()).isEqualTo("Checkout refused cards");
        assertThat(read.path("timeline").size()).isEqualTo(4);
        assertThat(read.path("actionItems").size()).isEqualTo(3);
        assertThat(read.at("/incident/start").asText()).isEqualTo("2025-03-03T09:10");
    }

    private int run(byte[] input, String... args) {
        return CommandLineInterface.run(
                args, new ByteArrayInputStream(input), new PrintStream(out), new PrintStream(err));
    }
}
