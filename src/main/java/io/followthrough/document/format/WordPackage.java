package io.followthrough.document.format;

import io.followthrough.document.UnreadableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/** A Word document as the zip file of XML parts that it is, opened with a guard against zip bombs. */
final class WordPackage implements AutoCloseable {

    /** Bytes all parts may have unpacked; a document of hundreds of pages with pictures has a third of that. */
    static final int MOST_UNPACKED = 64 * 1024 * 1024;

    private static final int MOST_PARTS = 2_000;
    private static final String RELATION = "/relationships/";
    private static final XMLInputFactory XML = xml();

    static {
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        // The sum is bounded here, so that honest text that packs well is no bomb.
        ZipSecureFile.setMinInflateRatio(0.001);
    }

    private final OPCPackage zip;
    private final PackagePart document;

    private WordPackage(OPCPackage zip, PackagePart document) {
        this.zip = zip;
        this.document = document;
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static WordPackage open(byte[] bytes) {
        requireWordDocument(bytes);
        OPCPackage zip = null;
        try {
            zip = OPCPackage.open(new ByteArrayInputStream(bytes));
            PackagePart document = part(zip, zip.getRelationships(), "officeDocument");
            if (document == null) {
                throw notWord();
            }
            return new WordPackage(zip, document);
        } catch (OpenXML4JException | IOException | RuntimeException broken) {
            if (zip != null) {
                zip.revert();
            }
            if (broken instanceof UnreadableDocumentException said) {
                throw said;
            }
            throw broken();
        }
    }

    /** Unpacks everything once, keeping nothing: what cannot be bounded here is not opened at all. */
    private static void requireWordDocument(byte[] bytes) {
        boolean word = false;
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[16 * 1024];
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                word |= entry.getName().startsWith("word/") || entry.getName().startsWith("/word/");
                if (++parts > MOST_PARTS) {
                    throw tooLarge();
                }
                for (int read = entries.read(buffer); read > 0; read = entries.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw tooLarge();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw broken();
        }
        if (!word) {
            throw parts == 0 ? broken() : notWord();
        }
    }

    private static UnreadableDocumentException tooLarge() {
        return new UnreadableDocumentException(
                "The file grows to more than %,d MB when unpacked and is not read. Remove pictures and attachments and save it again."
                        .formatted(MOST_UNPACKED / 1024 / 1024));
    }

    private static UnreadableDocumentException notWord() {
        return new UnreadableDocumentException("The file is a zip file but no Word document (.docx)."
                + " Unpack it and send the document inside, or export the postmortem as .docx, HTML or Markdown.");
    }

    static UnreadableDocumentException broken() {
        return new UnreadableDocumentException(
                "The Word document is damaged and cannot be opened. Open it in your word processor, save it again as .docx and send that.");
    }

    private static @Nullable PackagePart part(OPCPackage zip, PackageRelationshipCollection relations, String kind)
            throws OpenXML4JException {
        for (PackageRelationship relation : relations) {
            if (relation.getRelationshipType().endsWith(RELATION + kind)
                    && relation.getTargetMode() == TargetMode.INTERNAL) {
                return zip.getPart(PackagingURIHelper.createPartName(relation.getTargetURI()));
            }
        }
        return null;
    }

    /** Reads a part from start to end. */
    interface Reader {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    void readDocument(Reader reader) {
        read(document, reader);
    }

    /** Reads the part of that kind, {@code styles} or {@code numbering}, if there is one. */
    void readBeside(String kind, Reader reader) {
        try {
            PackagePart beside = part(zip, document.getRelationships(), kind);
            if (beside != null) {
                read(beside, reader);
            }
        } catch (OpenXML4JException e) {
            throw broken();
        }
    }

    private static void read(PackagePart part, Reader reader) {
        try (InputStream in = part.getInputStream()) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            reader.read(xml);
            xml.close();
        } catch (UnreadableDocumentException said) {
            throw said;
        } catch (XMLStreamException | IOException | RuntimeException e) {
            throw broken();
        }
    }

    /** Where the links of the document lead, by their id. */
    Map<String, String> links() {
        Map<String, String> links = new HashMap<>();
        try {
            for (PackageRelationship relation : document.getRelationships()) {
                if (relation.getTargetMode() == TargetMode.EXTERNAL
                        && relation.getRelationshipType().endsWith(RELATION + "hyperlink")) {
                    links.put(relation.getId(), relation.getTargetURI().toString());
                }
            }
        } catch (OpenXML4JException e) {
            throw broken();
        }
        return links;
    }

    @Override
    public void close() {
        zip.revert();
    }
}
