package io.followthrough.document.cli.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A zip archive in memory, or one that lies uncompressed in another; the JDK's reader only takes files. */
final class Zip {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_ENTRY_SIZE = 46;
    private static final int LOCAL_HEADER_SIZE = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer bytes;
    private final Map<String, Entry> entries;

    private record Entry(int header, int method, int compressedSize, int size) {}

    /** @throws IOException when this is no zip archive, or one beyond 2 GB */
    Zip(ByteBuffer archive) throws IOException {
        bytes = archive.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        try {
            entries = directory(end());
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ZipException("The archive is damaged");
        }
    }

    private int end() throws ZipException {
        int last = bytes.limit() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
            if (bytes.getInt(at) == END) {
                return at;
            }
        }
        throw new ZipException("The archive has no end");
    }

    private Map<String, Entry> directory(int end) throws ZipException {
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        int at = bytes.getInt(end + 16);
        Map<String, Entry> found = new LinkedHashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            if (bytes.getInt(at) != DIRECTORY_ENTRY) {
                throw new ZipException("The archive has a damaged directory");
            }
            byte[] name = new byte[Short.toUnsignedInt(bytes.getShort(at + 28))];
            bytes.get(at + DIRECTORY_ENTRY_SIZE, name);
            found.put(
                    new String(name, StandardCharsets.UTF_8),
                    new Entry(
                            bytes.getInt(at + 42),
                            bytes.getShort(at + 10),
                            bytes.getInt(at + 20),
                            bytes.getInt(at + 24)));
            at += DIRECTORY_ENTRY_SIZE
                    + name.length
                    + Short.toUnsignedInt(bytes.getShort(at + 30))
                    + Short.toUnsignedInt(bytes.getShort(at + 32));
        }
        return found;
    }

    Set<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The content of an entry, or null where there is none of the name. */
    byte @Nullable [] read(String name) throws IOException {
        Entry entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        byte[] content = new byte[entry.size];
        ByteBuffer data = data(entry);
        if (entry.method == STORED) {
            data.get(content);
        } else if (entry.method == DEFLATED) {
            inflate(data, content);
        } else {
            throw new ZipException(name + " is compressed in an unknown way");
        }
        return content;
    }

    /** The archive that lies uncompressed in this one. */
    Zip nested(String name) throws IOException {
        Entry entry = entries.get(name);
        if (entry == null || entry.method != STORED) {
            throw new ZipException(name + " is not stored");
        }
        return new Zip(data(entry));
    }

    private ByteBuffer data(Entry entry) {
        int names = Short.toUnsignedInt(bytes.getShort(entry.header + 26))
                + Short.toUnsignedInt(bytes.getShort(entry.header + 28));
        return bytes.slice(entry.header + LOCAL_HEADER_SIZE + names, entry.compressedSize);
    }

    private static void inflate(ByteBuffer data, byte[] content) throws ZipException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(data);
            for (int at = 0; at < content.length; ) {
                int more = inflater.inflate(content, at, content.length - at);
                if (more == 0) {
                    throw new ZipException("The archive is damaged");
                }
                at += more;
            }
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
