package io.followthrough.document;

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
        throw new UnreadableDocumentException("This document cannot be read yet.");
    }

    /** Reads and lints the text; never fails, whatever the text. */
    public static Reading read(String text) {
        return new Reading(
                new PostmortemDocument(
                        false,
                        null,
                        IncidentWindow.UNKNOWN,
                        new Impact(null, List.of()),
                        new Detection(null, null),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of()),
                List.of());
    }
}
