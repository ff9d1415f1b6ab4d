package io.followthrough.dashboard.web;

import io.followthrough.document.Documents;
import io.followthrough.document.OpenedDocument;
import io.followthrough.document.UnreadableDocumentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What people hand in on a page: a text, a file, or a file with the text they made of it.
 *
 * @param source empty when only a file was chosen
 */
record DocumentForm(@Nullable String source, @Nullable MultipartFile file) {

    /** The text as it is put back into the form; a browser sends line ends as CRLF, whatever they were. */
    String text() {
        return source == null ? "" : source.replace("\r\n", "\n");
    }

    /** Whether a file came along, which a browser does not put back into a form. */
    boolean hasFile() {
        return file != null && !file.isEmpty();
    }

    /** @throws UnreadableDocumentException when there is no text to be got out of it; the message says what to do */
    OpenedDocument opened() {
        if (file == null || file.isEmpty()) {
            return Documents.typed(text());
        }
        OpenedDocument opened = open(file);
        return text().isBlank() ? opened : opened.withText(text());
    }

    private static OpenedDocument open(MultipartFile file) {
        if (file.getSize() > Documents.MAX_BYTES) {
            throw new UnreadableDocumentException(String.format(
                    Locale.ROOT,
                    "The file has %,d bytes; at most %,d are read. Send the postmortem without attachments or logs.",
                    file.getSize(),
                    Documents.MAX_BYTES));
        }
        try {
            return Documents.open(file.getBytes(), file.getOriginalFilename(), file.getContentType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
