package io.followthrough.postmortem;

import io.followthrough.document.DocumentKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The file a text of a postmortem came in, without its bytes.
 *
 * @param revision the text it belongs to
 * @param fileName as it came, without folders and characters that mislead; null for a text that was typed
 * @param mediaType as its sender said, or null
 * @param charset IANA name of its encoding, or null where the kind has none of its own
 * @param size in bytes
 * @param sha256 of the bytes, in hex
 * @param changed whether the text was changed on the page after it was got out of the file
 */
public record OriginalFile(
        int revision,
        @Nullable String fileName,
        @Nullable String mediaType,
        DocumentKind kind,
        @Nullable String charset,
        int size,
        String sha256,
        boolean changed) {

    /** Kind, encoding and size in words. */
    public String description() {
        String bytes = size < 1_000 ? size + " bytes" : String.format(Locale.ROOT, "%,d kB", (size + 500) / 1_000);
        return kind.describe(charset) + ", " + bytes;
    }

    /** Whether the text that is reviewed is that of the file itself, and not made from it. */
    public boolean isText() {
        return kind == DocumentKind.MARKDOWN || kind == DocumentKind.PLAIN;
    }

    /** What to call it when it is saved. */
    public String nameFor(PostmortemKey postmortem) {
        return fileName == null ? postmortem + "-original." + kind.extension() : fileName;
    }
}
