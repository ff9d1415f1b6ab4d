package io.followthrough.document;

import org.jspecify.annotations.Nullable;

/**
 * A file whose text was got out of it.
 *
 * @param text what is read, linted and approved: the text itself of a Markdown or plain file; of other files their
 *     content as Markdown
 * @param kind what the file turned out to be
 * @param charset IANA name of the encoding of the text, or null where the kind has none of its own
 * @param original the bytes as they came; not to be changed
 * @param fileName as it came, or null; said by a stranger
 * @param mediaType as it came, or null; said by a stranger
 * @param changed whether somebody changed the text after it was got out of the file
 */
public record OpenedDocument(
        String text,
        DocumentKind kind,
        @Nullable String charset,
        byte[] original,
        @Nullable String fileName,
        @Nullable String mediaType,
        boolean changed) {

    /** The same file with another text, or itself when only the line ends differ. */
    public OpenedDocument withText(String other) {
        return lines(other).equals(lines(text))
                ? this
                : new OpenedDocument(other, kind, charset, original, fileName, mediaType, true);
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
