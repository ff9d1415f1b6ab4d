package io.followthrough.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file turned out to be. */
public enum DocumentKind {
    MARKDOWN("text/markdown", "md", "Markdown"),
    PLAIN("text/plain", "txt", "Plain text"),
    HTML("text/html", "html", "HTML page"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "Word document"),
    EML("message/rfc822", "eml", "E-mail");

    private final String mediaType;
    private final String extension;
    private final String title;

    DocumentKind(String mediaType, String extension, String title) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.title = title;
    }

    /** The media type without a charset. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual end of a file name, without the dot. */
    public String extension() {
        return extension;
    }

    /** The name in lower case, for people and scripts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What to tell people: the kind, and the encoding where it is that of the whole file. */
    public String describe(@Nullable String charset) {
        return charset == null || this == EML ? title : title + " in " + charset;
    }
}
