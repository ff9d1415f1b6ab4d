package io.followthrough.document.cli.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Classes and resources of a jar as Spring Boot packs it: our own under {@code BOOT-INF/classes}, libraries as jars in
 * {@code BOOT-INF/lib}. The few libraries the command line always needs are looked into first; the others are opened
 * when something is in none of them.
 */
final class JarClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String OWN = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final List<String> USUAL = List.of("picocli-", "commonmark-", "jackson-core-", "snakeyaml-");

    private final Zip jar;
    private final List<Zip> usual;
    private final Attributes about;
    private volatile @Nullable List<Zip> others;

    private JarClassLoader(Zip jar) throws IOException {
        super("command-line", ClassLoader.getSystemClassLoader());
        this.jar = jar;
        this.usual = libraries(JarClassLoader::isUsual);
        byte[] manifest = jar.read("META-INF/MANIFEST.MF");
        this.about = manifest == null
                ? new Attributes()
                : new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
    }

    static JarClassLoader of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return new JarClassLoader(new Zip(bytes));
        } catch (IllegalArgumentException beyondTwoGigabytes) {
            throw new IOException(beyondTwoGigabytes);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = first(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        definePackageOf(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private void definePackageOf(String className) {
        String name = className.substring(0, Math.max(0, className.lastIndexOf('.')));
        if (getDefinedPackage(name) == null) {
            try {
                String version = about.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
                definePackage(name, null, null, null, null, version, null, null);
            } catch (IllegalArgumentException definedByAnotherThreadMeanwhile) {
                // It is there, which is all that is wanted.
            }
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        byte[] bytes = first(name);
        return bytes == null ? null : url(name, bytes);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        byte[] own = jar.read(OWN + name);
        if (own != null) {
            found.add(url(name, own));
        }
        for (List<Zip> libraries : List.of(usual, others())) {
            for (Zip library : libraries) {
                byte[] bytes = library.read(name);
                if (bytes != null) {
                    found.add(url(name, bytes));
                }
            }
        }
        return Collections.enumeration(found);
    }

    private byte @Nullable [] first(String name) {
        try {
            byte[] own = jar.read(OWN + name);
            if (own != null) {
                return own;
            }
            byte[] bytes = first(name, usual);
            return bytes != null ? bytes : first(name, others());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte @Nullable [] first(String name, List<Zip> libraries) throws IOException {
        for (Zip library : libraries) {
            if (library.has(name)) {
                return library.read(name);
            }
        }
        return null;
    }

    private List<Zip> others() throws IOException {
        List<Zip> opened = others;
        if (opened == null) {
            opened = libraries(name -> !isUsual(name));
            others = opened;
        }
        return opened;
    }

    private List<Zip> libraries(Predicate<String> wanted) throws IOException {
        List<Zip> found = new ArrayList<>();
        for (String name : jar.names()) {
            if (name.startsWith(LIBRARIES) && name.endsWith(".jar") && wanted.test(name)) {
                found.add(jar.nested(name));
            }
        }
        return List.copyOf(found);
    }

    private static boolean isUsual(String name) {
        return USUAL.stream().anyMatch(start -> name.startsWith(start, LIBRARIES.length()));
    }

    private static URL url(String name, byte[] bytes) {
        try {
            return new URL("followthrough", null, -1, "/" + name, new InMemory(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is behind the URL of a resource: its bytes. */
    private static final class InMemory extends URLStreamHandler {

        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }
}
