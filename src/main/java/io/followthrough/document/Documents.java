package io.followthrough.document;

import io.followthrough.document.lint.Linter;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.PostmortemReader;
import io.followthrough.document.source.TextDecoder;
import java.util.List;

/** The way in: reads the text of a postmortem and lints what was read. */
public final class Documents {

    /** The longest document taken, in bytes; a long real postmortem has 50 kB. */
    public static final int MAX_BYTES = 1_000_000;

    private Documents() {}

    /**
     * Decodes what a person sent as a file.
     *
     * @throws UnreadableDocumentException when the bytes are empty, binary, longer than {@link #MAX_BYTES} or not text
     *     in UTF-8, UTF-16 with a byte order mark, or Windows-1252
     */
    public static String decode(byte[] bytes) {
        return TextDecoder.decode(bytes, MAX_BYTES);
    }

    /** Reads and lints the text; never fails, whatever the text. */
    public static Reading read(String text) {
        return read(text, Linter.standard());
    }

    /** Reads the text and lints it by other settings than the standard ones. */
    public static Reading read(String text, Linter linter) {
        Evidence evidence = PostmortemReader.read(text);
        return new Reading(evidence.document(), evidence.places(), linter.lint(evidence), List.of());
    }
}
