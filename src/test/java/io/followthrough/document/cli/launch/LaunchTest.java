package io.followthrough.document.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a jar packed as the build packs it, with the command line's libraries only. */
class LaunchTest {

    @TempDir
    static Path directory;

    private static Path jar;

    @BeforeAll
    static void pack() throws Exception {
        jar = directory.resolve("packed.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            add(zip, "META-INF/MANIFEST.MF", manifest());
            Path classes = placeOf(Launch.class);
            addTree(zip, "", classes, "io/followthrough/document/cli/launch");
            addTree(zip, "BOOT-INF/classes/", classes, "io/followthrough/document");
            addTree(zip, "BOOT-INF/classes/", classes, "io/followthrough/platform");
            for (Path library : Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .map(Path::of)
                    .filter(LaunchTest::isNeeded)
                    .toList()) {
                addStored(zip, "BOOT-INF/lib/" + library.getFileName(), Files.readAllBytes(library));
            }
            addStored(zip, "BOOT-INF/lib/rarely-used-1.0.jar", rarelyUsed());
        }
    }

    @Test
    void runsTheCommandLineInAJvmOfItsOwn() throws Exception {
        Path document = Files.writeString(directory.resolve("readme.md"), "# Not one\n\nHello.\n");

        Process lint = fork("lint", "--format", "json", document.toString());

        String output = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(lint.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lint.exitValue()).isEqualTo(1);
        assertThat(output).contains("\"rule\":\"not-a-postmortem\"");
    }

    @Test
    void knowsTheVersionOfTheJar() throws Exception {
        Process version = fork("lint", "--version");

        assertThat(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("followthrough 1.2.3");
    }

    @Test
    void leavesEverythingElseToTheServer() {
        assertThat(Launch.asksForCommandLine(new String[] {"lint"})).isTrue();
        assertThat(Launch.asksForCommandLine(new String[] {"--server.port=0", "lint"}))
                .isFalse();
        assertThat(Launch.asksForCommandLine(new String[0])).isFalse();
    }

    @Test
    void findsResourcesInOwnClassesAndInEveryLibrary() throws IOException {
        JarClassLoader classes = JarClassLoader.of(jar);

        assertThat(text(classes.findResource("rare/text.txt"))).isEqualTo("rarely read");
        assertThat(Collections.list(classes.findResources("rare/text.txt"))).hasSize(1);
        assertThat(classes.findResource("rare/none.txt")).isNull();
        assertThatThrownBy(() -> classes.findClass("rare.None")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void refusesWhatIsNoJar() throws IOException {
        Path text = Files.writeString(directory.resolve("text.jar"), "no jar at all, but longer than an empty one");
        Path cut = Files.write(directory.resolve("cut.jar"), java.util.Arrays.copyOf(Files.readAllBytes(jar), 100_000));

        assertThatThrownBy(() -> JarClassLoader.of(text)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> JarClassLoader.of(cut)).isInstanceOf(IOException.class);
    }

    private static Process fork(String... args) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.concat(Stream.of(java, "-jar", jar.toString()), Stream.of(args))
                .toList();
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String text(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isNeeded(Path library) {
        return library.getFileName().toString().matches("(picocli|commonmark|jackson-core|snakeyaml)-.*\\.jar");
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static byte[] manifest() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Launch.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static byte[] rarelyUsed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "rare/text.txt", "rarely read".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void addTree(ZipOutputStream zip, String prefix, Path root, String tree) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(tree))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                add(zip, prefix + name, Files.readAllBytes(file));
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private static void addStored(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
    }
}
