package io.followthrough.document;

import java.util.Locale;

/** What a file turned out to be. */
public enum DocumentKind {
    MARKDOWN("text/markdown", "md"),
    PLAIN("text/plain", "txt"),
    HTML("text/html", "html"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EML("message/rfc822", "eml");

    private final String mediaType;
    private final String extension;

    DocumentKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
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
}
