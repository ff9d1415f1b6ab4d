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
 */
public record OpenedDocument(
        String text,
        DocumentKind kind,
        @Nullable String charset,
        byte[] original,
        @Nullable String fileName) {}
