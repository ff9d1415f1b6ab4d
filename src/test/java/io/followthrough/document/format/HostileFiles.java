package io.followthrough.document.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made to do harm. */
public final class HostileFiles {

    /** The headers of an e-mail but for the type of its content. */
    public static final String MAIL = "From: kim@example.org\nSubject: x\nMIME-Version: 1.0\n";

    private HostileFiles() {}

    /** 200 MB of zeros. */
    public static byte[] zipBomb() throws IOException {
        return zip("word/document.xml", 200 * 1024 * 1024);
    }

    /** A Word document whose words are those of that address. */
    public static byte[] wordWithEntities(String address) throws IOException {
        return word("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"" + address + "\">]>"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>");
    }

    public static byte[] tablesInTables() throws IOException {
        return wordWith("<w:tbl><w:tr><w:tc>".repeat(10_000) + "</w:tc></w:tr></w:tbl>".repeat(10_000));
    }

    /** An e-mail of a thousand parts, each inside the other. */
    public static byte[] partsInParts() {
        StringBuilder mail = new StringBuilder(MAIL);
        for (int i = 0; i < 1_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        mail.append("Content-Type: text/plain\n\nhello\n");
        return mail.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] zip(String name, int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[Math.min(zeros, 1024 * 1024)];
            for (int i = 0; i < zeros; i += block.length) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    static byte[] wordWith(String body) throws IOException {
        return word("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + body + "</w:body></w:document>");
    }

    static byte[] word(String document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
                            + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"word/document.xml\"/></Relationships>");
            entry(zip, "word/document.xml", document);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
