package io.followthrough.postmortem.web;

import io.followthrough.document.OpenedDocument;
import org.jspecify.annotations.Nullable;

/**
 * What was got out of a file.
 *
 * @param kind {@code markdown}, {@code plain}, {@code html}, {@code docx} or {@code eml}
 * @param description kind and encoding in words
 * @param charset of its text, or null where the kind has none of its own
 * @param bytes its size
 */
record OpenedView(
        String text,
        String kind,
        String description,
        @Nullable String charset,
        @Nullable String fileName,
        int bytes) {

    static OpenedView of(OpenedDocument file) {
        return new OpenedView(
                file.text(),
                file.kind().word(),
                file.kind().describe(file.charset()),
                file.charset(),
                file.fileName(),
                file.original().length);
    }
}
