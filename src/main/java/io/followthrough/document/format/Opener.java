package io.followthrough.document.format;

import io.followthrough.document.DocumentKind;
import io.followthrough.document.OpenedDocument;
import io.followthrough.document.UnreadableDocumentException;
import io.followthrough.document.source.TextDecoder;
import io.followthrough.document.source.TextDecoder.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out what a file is, by its content first, and gets the text out of it. */
public final class Opener {

    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final byte[] bytes;
    private final @Nullable String fileName;
    private final @Nullable String extension;
    private final @Nullable String mediaType;
    private final @Nullable String saidType;
    private final int maxBytes;

    private Opener(byte[] bytes, @Nullable String fileName, @Nullable String mediaType, int maxBytes) {
        this.bytes = bytes;
        this.fileName = fileName;
        this.extension = extension(fileName);
        this.saidType = mediaType;
        this.mediaType = mediaType == null ? null : mediaType.toLowerCase(Locale.ROOT);
        this.maxBytes = maxBytes;
    }

    /** @throws UnreadableDocumentException when there is no text to be got out of the bytes; the message says what to do */
    public static OpenedDocument open(
            byte[] bytes, @Nullable String fileName, @Nullable String mediaType, int maxBytes) {
        TextDecoder.requireAtMost(bytes, maxBytes);
        return new Opener(bytes, fileName, mediaType, maxBytes).open();
    }

    /** @throws UnreadableDocumentException when the bytes are no text; the message says what to do */
    public static OpenedDocument openText(
            byte[] bytes, @Nullable String fileName, @Nullable String mediaType, int maxBytes) {
        TextDecoder.requireAtMost(bytes, maxBytes);
        Opener opener = new Opener(bytes, fileName, mediaType, maxBytes);
        return opener.openedText(TextDecoder.decode(bytes, maxBytes, opener.declaredCharset()));
    }

    private OpenedDocument openedText(Decoded decoded) {
        boolean markdown = Recognition.isMarkdown(decoded.text(), extension, mediaType);
        return opened(
                decoded.text(),
                markdown ? DocumentKind.MARKDOWN : DocumentKind.PLAIN,
                decoded.charset().name());
    }

    private OpenedDocument open() {
        if (startsWith("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1))
                || startsWith("PK\u0005\u0006".getBytes(StandardCharsets.ISO_8859_1))) {
            return opened(WordText.of(bytes), DocumentKind.DOCX, null);
        }
        rejectKnownButUnread();
        Decoded decoded = TextDecoder.decode(bytes, maxBytes, declaredCharset());
        String text = decoded.text();
        String charset = decoded.charset().name();
        if (Recognition.isMail(text) || isSaidMail(text)) {
            return opened(MailText.of(mailBytes(decoded), maxBytes), DocumentKind.EML, charset);
        }
        if (Recognition.isHtml(text, extension, mediaType)) {
            Decoded page = decoded.charset().equals(StandardCharsets.UTF_8) ? decoded : decodedAsPageSays(decoded);
            return opened(
                    HtmlText.of(page.text()), DocumentKind.HTML, page.charset().name());
        }
        byte[] quoted = QuotedPrintable.decode(text);
        if (quoted != null) {
            return opened(TextDecoder.decode(quoted, maxBytes, null).text(), DocumentKind.PLAIN, charset);
        }
        return openedText(decoded);
    }

    private OpenedDocument opened(String text, DocumentKind kind, @Nullable String charset) {
        if (text.length() > maxBytes) {
            throw new UnreadableDocumentException(String.format(
                    Locale.ROOT,
                    "The file holds %,d characters of text; at most %,d are read. Send the postmortem without attachments or logs.",
                    text.length(),
                    maxBytes));
        }
        return new OpenedDocument(text, kind, charset, bytes, fileName, saidType, false);
    }

    private void rejectKnownButUnread() {
        if (startsWith(OLD_OFFICE)) {
            throw new UnreadableDocumentException(
                    contains(ENCRYPTED)
                            ? "The Word document is protected by a password. Save a copy without the password and send that."
                            : "The file is a Word document of the old kind (.doc). Open it, save it as .docx and send that.");
        }
        if (startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            throw new UnreadableDocumentException(
                    "The file is a PDF, which keeps no headings and lists to read. Send the document it was made from: .docx, HTML, Markdown or text.");
        }
        if (startsWith("{\\rtf".getBytes(StandardCharsets.US_ASCII))) {
            throw new UnreadableDocumentException(
                    "The file is rich text (.rtf). Open it, save it as .docx or plain text and send that.");
        }
    }

    private boolean isSaidMail(String text) {
        boolean said = "eml".equals(extension)
                || extension == null && mediaType != null && mediaType.startsWith("message/rfc822");
        int colon = text.indexOf(':');
        return said && colon > 0 && text.substring(0, colon).strip().matches("[A-Za-z0-9-]{1,60}");
    }

    /** An e-mail names its encodings itself, in letters that all but UTF-16 share. */
    private byte[] mailBytes(Decoded decoded) {
        boolean wide = decoded.charset().name().startsWith("UTF-16");
        return wide || bytes[0] == (byte) 0xEF ? decoded.text().getBytes(StandardCharsets.UTF_8) : bytes;
    }

    private Decoded decodedAsPageSays(Decoded decoded) {
        String head = decoded.text().substring(0, Math.min(2_000, decoded.text().length()));
        int at = head.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0 || decoded.charset().name().startsWith("UTF-16")) {
            return decoded;
        }
        return TextDecoder.decode(bytes, maxBytes, word(head.substring(at + "charset=".length())));
    }

    private @Nullable String declaredCharset() {
        int at = mediaType == null ? -1 : mediaType.indexOf("charset=");
        return mediaType == null || at < 0 ? null : word(mediaType.substring(at + "charset=".length()));
    }

    private static String word(String text) {
        String said = text.replace("\"", "").replace("'", "").strip();
        int end = 0;
        while (end < said.length()
                && (Character.isLetterOrDigit(said.charAt(end)) || "-_:.".indexOf(said.charAt(end)) >= 0)) {
            end++;
        }
        return said.substring(0, end);
    }

    private static @Nullable String extension(@Nullable String fileName) {
        int dot = fileName == null ? -1 : fileName.lastIndexOf('.');
        return fileName == null || dot < 0 ? null : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private boolean startsWith(byte[] mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean contains(byte[] words) {
        for (int i = 0; i + words.length <= bytes.length; i++) {
            if (bytes[i] == words[0] && Arrays.equals(bytes, i, i + words.length, words, 0, words.length)) {
                return true;
            }
        }
        return false;
    }
}
