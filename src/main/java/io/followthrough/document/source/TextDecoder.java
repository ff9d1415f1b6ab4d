package io.followthrough.document.source;

import io.followthrough.document.UnreadableDocumentException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a file into text, or says why it cannot and what to do about it. */
public final class TextDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SAMPLE = 4_096;

    private TextDecoder() {}

    /** A text and the encoding it was in. */
    public record Decoded(String text, Charset charset) {}

    /** @throws UnreadableDocumentException when the bytes are empty, too many, binary or in an unknown encoding */
    public static String decode(byte[] bytes, int maxBytes) {
        return decode(bytes, maxBytes, null).text();
    }

    /**
     * Decodes by byte order mark, then by what the bytes can be, then by what is said of them.
     *
     * @param declared name of the encoding as a stranger says, or null
     * @throws UnreadableDocumentException when the bytes are empty, too many, binary or in an unknown encoding
     */
    public static Decoded decode(byte[] bytes, int maxBytes, @Nullable String declared) {
        requireAtMost(bytes, maxBytes);
        Decoded decoded = decode(bytes, charset(declared));
        if (decoded.text().isBlank()) {
            throw new UnreadableDocumentException("The file is empty. Choose the file that holds the postmortem.");
        }
        rejectBinary(decoded.text());
        return decoded;
    }

    /** @throws UnreadableDocumentException when there are more bytes than are read */
    public static void requireAtMost(byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes) {
            throw new UnreadableDocumentException(
                    "The file has %,d bytes; at most %,d are read. Send the postmortem without attachments or logs."
                            .formatted(bytes.length, maxBytes));
        }
    }

    private static Decoded decode(byte[] bytes, @Nullable Charset declared) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8, "UTF-8");
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16");
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16");
        }
        Charset wide = unmarkedUtf16(bytes);
        if (wide != null) {
            return strict(bytes, 0, wide, "UTF-16");
        }
        // Escape sequences of seven bits are valid UTF-8 and gibberish.
        if (declared != null && declared.name().startsWith("ISO-2022")) {
            return strict(bytes, 0, declared, declared.name());
        }
        Decoded utf8 = tried(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8;
        }
        Decoded asSaid = declared == null ? null : tried(bytes, declared);
        return asSaid != null ? asSaid : strict(bytes, 0, WINDOWS_1252, "UTF-8 or Windows-1252");
    }

    /** Text in Latin letters has a zero in every other byte; text in no other encoding has any. */
    private static @Nullable Charset unmarkedUtf16(byte[] bytes) {
        int length = Math.min(SAMPLE, bytes.length) & ~1;
        if (length < 4 || bytes.length % 2 != 0) {
            return null;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int many = length / 4;
        if (odd >= many && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return even >= many && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static @Nullable Charset charset(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            Charset charset = Charset.forName(name.strip());
            // What is called Latin 1 is Windows-1252 in practice, as browsers know.
            return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                    ? WINDOWS_1252
                    : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[i] != (byte) mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Decoded strict(byte[] bytes, int offset, Charset charset, String name) {
        try {
            return new Decoded(decodeStrictly(bytes, offset, charset), charset);
        } catch (CharacterCodingException e) {
            throw new UnreadableDocumentException(
                    "The file is not text in " + name + ". Save it as plain text in UTF-8 and send it again.");
        }
    }

    private static @Nullable Decoded tried(byte[] bytes, Charset charset) {
        try {
            return new Decoded(decodeStrictly(bytes, 0, charset), charset);
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String decodeStrictly(byte[] bytes, int offset, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset))
                .toString();
    }

    private static void rejectBinary(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0x7F || c == 0xFFFE;
            if (control) {
                throw new UnreadableDocumentException(
                        "The file is not text: it holds the control character U+%04X. Export the postmortem as Markdown or plain text and send that."
                                .formatted((int) c));
            }
        }
    }
}
