package io.followthrough.document.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.document.DocumentKind;
import io.followthrough.document.Documents;
import io.followthrough.document.OpenedDocument;
import io.followthrough.document.UnreadableDocumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, it is read or refused with words that help, soon and in bounded memory. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFileTest {

    private static final int MEGABYTES = 10 * 1024 * 1024;

    @Test
    void refusesAZipBomb() throws IOException {
        byte[] bomb = HostileFiles.zipBomb();

        assertThat(bomb.length).isLessThan(1_000_000);
        refused(bomb, "64 MB when unpacked");
    }

    @Test
    void refusesAZipOfManyParts() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 3_000; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i + ".xml"));
            }
        }

        refused(bytes.toByteArray(), "when unpacked");
    }

    @Test
    void refusesAZipThatIsNoWordDocument() throws IOException {
        refused(HostileFiles.zip("page.html", 10), "no Word document");
    }

    @Test
    void refusesABrokenWordDocument() {
        byte[] whole = FormatSamples.docx();

        refused(Arrays.copyOf(whole, whole.length / 2), "damaged");
        for (int i = 0; i < 200; i++) {
            byte[] broken = whole.clone();
            broken[new Random(i).nextInt(broken.length)] ^= 0x5A;
            readOrRefused(broken);
        }
    }

    @Test
    void refusesAWordDocumentWithAPassword() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem office = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(office)) {
                out.write(FormatSamples.docx());
            }
            office.writeFilesystem(bytes);
        }

        refused(bytes.toByteArray(), "protected by a password");
    }

    @ParameterizedTest
    @CsvSource({"%PDF-1.7 x, PDF", "{\\rtf1 x, .rtf"})
    void namesKindsThatAreNotRead(String start, String word) {
        refused(start.getBytes(StandardCharsets.US_ASCII), word);
    }

    @Test
    void refusesTablesInTablesInAWordDocument() throws IOException {
        refused(HostileFiles.tablesInTables(), "more than 1,000 deep");
    }

    @Test
    void takesNoEntityOfAWordDocument() throws IOException {
        byte[] bytes =
                HostileFiles.word("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + "<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>");

        assertThatThrownBy(() -> Documents.open(bytes, null, null)).isInstanceOf(UnreadableDocumentException.class);
    }

    @Test
    void readsMegabytesOfWordsButNoMoreThanOfAText() throws IOException {
        String paragraph = "<w:p><w:r><w:t>10:15 The queue was full of letters, said number one.</w:t></w:r></w:p>";

        assertThat(Documents.open(HostileFiles.wordWith(paragraph.repeat(150_000)), null, null)
                        .text())
                .hasSizeGreaterThan(7_000_000);
        refused(HostileFiles.wordWith(paragraph.repeat(400_000)), "characters of text");
    }

    @Test
    void refusesPartsInPartsOfAnEMail() {
        refused(HostileFiles.partsInParts(), "more than 20 deep");
    }

    @Test
    void refusesAMillionPartsOfAnEMail() {
        String mail =
                "From: kim@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                        + "--b\n\n".repeat(1_000_000);

        refused(mail.getBytes(StandardCharsets.US_ASCII), "parts");
    }

    @Test
    void refusesAnEMailThatOnlyCarriesAFile() {
        refused(
                ("From: kim@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: application/pdf\n\nabc\n")
                        .getBytes(StandardCharsets.US_ASCII),
                "save the attachment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b><i>",
                "<ul><li>",
                "<table><tr><td>",
                "<blockquote>",
                "<a href='https://example.org'>",
                "<span style='font-weight:bold'>"
            })
    void refusesTagsInTags(String open) {
        String page = "<html><body>" + (open + "words").repeat(MEGABYTES / (open.length() + 5) - 2);

        refused(page.getBytes(StandardCharsets.US_ASCII), "2,000 deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<p>", "<li>", "<b>x</b>", "<div>x</div>", "<a href='https://example.org/'>x</a>", "<br>", "<"})
    void readsTwoMegabytesBelowManyOpenTags(String unit) {
        String page = "<html><body>" + "<div><b>".repeat(900)
                + (unit + " words ").repeat((MEGABYTES / 5) / (unit.length() + 7));

        OpenedDocument opened = Documents.open(page.getBytes(StandardCharsets.US_ASCII), null, null);

        assertThat(opened.kind()).isEqualTo(DocumentKind.HTML);
        assertThat(opened.text()).contains("words");
    }

    @Test
    void takesTimeInProportionToTheSize() {
        String row =
                "<table><tr><td><p>10:15</p></td><td><b>words</b> and <a href='https://example.org/x'>more</a></td></tr></table>"
                        + "<ul><li>one<ul><li>two</li></ul></li></ul><p>three &amp; four<br>five</p>";
        read(row, 100_000);
        read(row, 1_000_000);
        Duration small = read(row, 1_000_000);
        Duration large = read(row, MEGABYTES);

        assertThat(large).isLessThan(small.multipliedBy(30).plusMillis(500));
    }

    private static Duration read(String unit, int size) {
        byte[] page = ("<html><body>" + unit.repeat((size - 50) / unit.length())).getBytes(StandardCharsets.US_ASCII);
        long start = System.nanoTime();
        Documents.open(page, null, null);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void survivesRandomBytesAfterEveryStart() {
        String[] starts = {
            "", "PK\u0003\u0004", "<html>", "From: a@b.example\nSubject: x\nMIME-Version: 1.0\n", "= =20\n"
        };
        for (int i = 0; i < 500; i++) {
            Random random = new Random(i);
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            byte[] start = starts[i % starts.length].getBytes(StandardCharsets.ISO_8859_1);
            byte[] bytes = Arrays.copyOf(start, start.length + noise.length);
            System.arraycopy(noise, 0, bytes, start.length, noise.length);
            readOrRefused(bytes);
        }
    }

    private static void readOrRefused(byte[] bytes) {
        try {
            assertThat(Documents.open(bytes, null, null).text()).isNotBlank();
        } catch (UnreadableDocumentException refused) {
            assertThat(refused.getMessage()).hasSizeGreaterThan(30);
        }
    }

    private static void refused(byte[] bytes, String words) {
        assertThatThrownBy(() -> Documents.open(bytes, null, null))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining(words);
    }
}
