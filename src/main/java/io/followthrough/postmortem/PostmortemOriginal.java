package io.followthrough.postmortem;

import io.followthrough.document.DocumentKind;
import io.followthrough.document.OpenedDocument;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import org.jspecify.annotations.Nullable;

/** The file a revision came in, byte for byte. */
@Entity
@IdClass(PostmortemRevision.RevisionId.class)
class PostmortemOriginal {

    private static final int LONGEST = 200;

    @Id
    private long postmortem;

    @Id
    private int revision;

    private byte[] content;
    private int size;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    private @Nullable String charset;
    private @Nullable String fileName;
    private @Nullable String mediaType;
    private boolean changed;

    @SuppressWarnings("NullAway.Init")
    protected PostmortemOriginal() {}

    PostmortemOriginal(PostmortemKey key, int revision, OpenedDocument file) {
        this.postmortem = key.number();
        this.revision = revision;
        this.content = file.original();
        this.size = content.length;
        this.sha256 = PostmortemRevision.sha256(content);
        this.kind = file.kind();
        this.charset = file.charset();
        this.fileName = harmless(file.fileName());
        this.mediaType = file.mediaType() == null ? null : cut(file.mediaType().replaceAll("\\p{C}", ""));
        this.changed = file.changed();
    }

    /** The last part of a path, without what hides or turns round its letters. */
    private static @Nullable String harmless(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .replaceAll("[<>:\"|?*]", "_")
                .strip();
        return last.isEmpty() || last.matches("\\.+") ? null : cut(last);
    }

    /** Keeps the end of a long name, where its kind is told. */
    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(words.length() - LONGEST);
    }

    byte[] content() {
        return content;
    }
}
