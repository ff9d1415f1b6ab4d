package io.followthrough.document;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Documents per second in one warm JVM on one core: each call takes the next document of the set. Two Markdown
 * libraries that parse and render the same documents tell how much that is on the machine at hand. The reader is much code,
 * so that the compiler takes half a minute until it no longer becomes faster.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 10, time = 4)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class ReadingBenchmark {

    private static final List<String> SAMPLES = List.of(
            "checkout-memory-leak.md",
            "dns-expiry.txt",
            "plain-lines.txt",
            "indented-lists.txt",
            "under-assignment.txt",
            "markdown.md",
            "titled-lines.txt");

    private static final Path PRACTICE = Path.of("..", "shared", "corpus", "texts");

    private final org.commonmark.parser.Parser commonmark =
            org.commonmark.parser.Parser.builder().build();
    private final org.commonmark.renderer.html.HtmlRenderer commonmarkHtml =
            org.commonmark.renderer.html.HtmlRenderer.builder().build();
    private final Parser flexmark = Parser.builder().build();
    private final HtmlRenderer flexmarkHtml = HtmlRenderer.builder().build();
    private List<String> texts = List.of();
    private int next;

    /** Our own samples, or the practice texts of others where they lie beside the project. */
    @Param({"samples", "practice"})
    public String documents;

    /** Reads the documents into memory. */
    @Setup
    public void load() throws IOException {
        texts = documents.equals("samples") ? samples() : practice();
        long characters = texts.stream().mapToLong(String::length).sum();
        System.out.printf("%d documents of %d characters on average%n", texts.size(), characters / texts.size());
    }

    private static List<String> samples() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String name : SAMPLES) {
            try (InputStream in = ReadingBenchmark.class.getResourceAsStream("/samples/" + name)) {
                texts.add(Documents.decode(in.readAllBytes()));
            }
        }
        return texts;
    }

    private static List<String> practice() throws IOException {
        if (!Files.isDirectory(PRACTICE)) {
            throw new IllegalStateException(
                    "The practice texts are not at " + PRACTICE + ": run with -p documents=samples");
        }
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(PRACTICE)) {
            for (Path file : files.sorted().toList()) {
                texts.add(Documents.decode(Files.readAllBytes(file)));
            }
        }
        return texts;
    }

    private String text() {
        next = next + 1 == texts.size() ? 0 : next + 1;
        return texts.get(next);
    }

    /** The product: read and lint. */
    @Benchmark
    public Reading readAndLint() {
        return Documents.read(text());
    }

    /** A named peer: commonmark-java, parse and render to HTML. */
    @Benchmark
    public String commonmark() {
        return commonmarkHtml.render(commonmark.parse(text()));
    }

    /** A named peer: flexmark-java, parse and render to HTML. */
    @Benchmark
    public String flexmark() {
        return flexmarkHtml.render(flexmark.parse(text()));
    }
}
