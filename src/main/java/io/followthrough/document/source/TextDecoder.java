package io.followthrough.document.source;

import io.followthrough.document.UnreadableDocumentException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Turns the bytes of a file into text, or says why it cannot and what to do about it. */
public final class TextDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private TextDecoder() {}

    /** @throws UnreadableDocumentException when the bytes are empty, too many, binary or in an unknown encoding */
    public static String decode(byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes) {
            throw new UnreadableDocumentException(
                    "The file has %,d bytes; at most %,d are read. Send the postmortem without attachments or logs."
                            .formatted(bytes.length, maxBytes));
        }
        String text = decode(bytes);
        if (text.isBlank()) {
            throw new UnreadableDocumentException("The file is empty. Choose the file that holds the postmortem.");
        }
        rejectBinary(text);
        return text;
    }

    private static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8, "UTF-8");
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16");
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16");
        }
        try {
            return decodeStrictly(bytes, 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return strict(bytes, 0, WINDOWS_1252, "UTF-8 or Windows-1252");
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        return bytes.length >= mark.length && Arrays.equals(Arrays.copyOf(bytes, mark.length), toBytes(mark));
    }

    private static byte[] toBytes(int[] mark) {
        byte[] bytes = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            bytes[i] = (byte) mark[i];
        }
        return bytes;
    }

    private static String strict(byte[] bytes, int offset, Charset charset, String name) {
        try {
            return decodeStrictly(bytes, offset, charset);
        } catch (CharacterCodingException e) {
            throw new UnreadableDocumentException(
                    "The file is not text in " + name + ". Save it as plain text in UTF-8 and send it again.");
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
