package io.followthrough.document;

import io.followthrough.document.format.Opener;
import io.followthrough.document.lint.Linter;
import io.followthrough.document.lint.Suppressions;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.PostmortemReader;
import io.followthrough.document.source.TextDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The way in: reads the text of a postmortem and lints what was read. */
public final class Documents {

    /** The longest file taken, in bytes: room for a Word document with pictures; a long real text has 50 kB. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private Documents() {}

    /**
     * Gets the text out of a file of any kind that is read: Markdown, plain text, HTML, {@code .docx}, e-mail. What it
     * is tells its content, then its name, then its media type.
     *
     * @param fileName as a stranger says, or null
     * @param mediaType as a stranger says, with its charset if it names one, or null
     * @throws UnreadableDocumentException when there is no text to be got out of it; the message says what to do
     */
    public static OpenedDocument open(byte[] bytes, @Nullable String fileName, @Nullable String mediaType) {
        return Opener.open(bytes, fileName, mediaType, MAX_BYTES);
    }

    /**
     * Takes bytes that are said to be a text as the text they are, whatever it looks like.
     *
     * @throws UnreadableDocumentException when they are no text; the message says what to do
     */
    public static OpenedDocument openText(byte[] bytes, @Nullable String fileName, @Nullable String mediaType) {
        return Opener.openText(bytes, fileName, mediaType, MAX_BYTES);
    }

    /**
     * Takes a text that was typed or pasted; its bytes are those of UTF-8.
     *
     * @throws UnreadableDocumentException when it is empty, too long or holds what no text does
     */
    public static OpenedDocument typed(String text) {
        return openText(text.getBytes(StandardCharsets.UTF_8), null, null);
    }

    /**
     * Decodes what a person sent as a text file.
     *
     * @throws UnreadableDocumentException when the bytes are empty, binary, longer than {@link #MAX_BYTES} or not text
     *     in UTF-8, UTF-16 with a byte order mark, or Windows-1252
     */
    public static String decode(byte[] bytes) {
        return TextDecoder.decode(bytes, MAX_BYTES);
    }

    /** Reads and lints the text, and sets aside what its author answered in it; never fails, whatever the text. */
    public static Reading read(String text) {
        return read(text, Linter.standard());
    }

    /** Reads the text and lints it by other settings than the standard ones. */
    public static Reading read(String text, Linter linter) {
        Evidence evidence = PostmortemReader.read(text);
        return Suppressions.apply(evidence, linter.lint(evidence));
    }
}
