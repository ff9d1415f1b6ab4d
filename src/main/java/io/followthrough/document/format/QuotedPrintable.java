package io.followthrough.document.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text copied out of the source of an e-mail, with {@code =20} at the ends of its lines and {@code =E2=80=99} inside. */
final class QuotedPrintable {

    private static final int CERTAIN = 3;

    private QuotedPrintable() {}

    /** The text decoded; null when any equals sign in it stands for itself, or too few do not. */
    static byte @Nullable [] decode(String text) {
        int evidence = 0;
        boolean broken = false;
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '=') {
                int end = text.indexOf('=', i);
                byte[] bytes = text.substring(i, end < 0 ? text.length() : end).getBytes(StandardCharsets.UTF_8);
                out.write(bytes, 0, bytes.length);
                i = end < 0 ? text.length() : end;
                continue;
            }
            evidence++;
            if (text.startsWith("\r\n", i + 1)) {
                i += 3;
                broken = true;
            } else if (text.startsWith("\n", i + 1)) {
                i += 2;
                broken = true;
            } else if (hex(text, i + 1) >= 0 && hex(text, i + 2) >= 0) {
                int value = hex(text, i + 1) * 16 + hex(text, i + 2);
                broken |= value >= 0x80;
                out.write(value);
                i += 3;
            } else {
                return null;
            }
        }
        return evidence >= CERTAIN && broken ? out.toByteArray() : null;
    }

    private static int hex(String text, int at) {
        if (at >= text.length()) {
            return -1;
        }
        char c = text.charAt(at);
        return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }
}
