package io.followthrough.document.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.document.UnreadableDocumentException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextDecoderTest {

    private static final int MAX = 1_000;

    @Test
    void readsUtf8WithAndWithoutByteOrderMark() {
        assertThat(decode("Störung – 14:00".getBytes(StandardCharsets.UTF_8))).isEqualTo("Störung – 14:00");
        assertThat(decode("\uFEFFStörung".getBytes(StandardCharsets.UTF_8))).isEqualTo("Störung");
    }

    @Test
    void readsUtf16WithByteOrderMark() {
        assertThat(decode(marked(StandardCharsets.UTF_16LE, 0xFF, 0xFE))).isEqualTo("Ausfall ●");
        assertThat(decode(marked(StandardCharsets.UTF_16BE, 0xFE, 0xFF))).isEqualTo("Ausfall ●");
    }

    @Test
    void takesWhatIsNoUtf8ForWindows1252() {
        assertThat(decode("Störung “now” – €".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("Störung “now” – €");
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        refuses(new byte[0], "empty");
        refuses("  \n ".getBytes(StandardCharsets.UTF_8), "empty");
        refuses(new byte[MAX + 1], "at most 1,000");
        refuses(new byte[] {'P', 'K', 3, 4, 0, 0}, "not text");
        refuses(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, "not text");
        refuses(new byte[] {'a', (byte) 0x81, 'b'}, "Save it as plain text in UTF-8");
        refuses(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}, "UTF-16");
    }

    private static byte[] marked(Charset charset, int first, int second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        bytes.write(second);
        bytes.writeBytes("Ausfall ●".getBytes(charset));
        return bytes.toByteArray();
    }

    private static void refuses(byte[] bytes, String reason) {
        assertThatThrownBy(() -> decode(bytes))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining(reason);
    }

    private static String decode(byte[] bytes) {
        return TextDecoder.decode(bytes, MAX);
    }
}
