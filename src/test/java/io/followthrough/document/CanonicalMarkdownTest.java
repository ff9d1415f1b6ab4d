package io.followthrough.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.followthrough.document.source.MarkdownText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalMarkdownTest {

    private static final int CASES = 10_000;

    /** Neither a zero nor half of a pair can be shown; CommonMark is free to replace them. */
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\u0000\\p{Cs}]");

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), TaskListItemsExtension.create()))
            .build();

    private static final Path CORPUS = Path.of("..", "shared", "corpus", "texts");

    @Test
    void readsBackWhateverADocumentSays() {
        LongStream.range(0, CASES).forEach(seed -> {
            PostmortemDocument document = GeneratedDocuments.of(seed);

            String text = CanonicalMarkdown.of(document);
            PostmortemDocument read = Documents.read(Documents.decode(text.getBytes(StandardCharsets.UTF_8)))
                    .document();

            assertThat(withoutLines(read))
                    .as("document of seed %d, written as%n%s", seed, text)
                    .isEqualTo(withoutLines(document));
            assertThat(CanonicalMarkdown.of(read)).as("seed %d", seed).isEqualTo(text);
        });
    }

    /** The CommonMark parser itself, with tables and task lists, sees one paragraph of plain words. */
    @Test
    void escapesWordsInTheWayOfMarkdown() {
        LongStream.range(0, CASES).forEach(seed -> {
            String words = GeneratedDocuments.words(seed);

            String escaped = MarkdownText.escape(words);

            assertThat(MarkdownText.unescape(escaped)).as("seed %d", seed).isEqualTo(words);
            assertThat(UNSHOWABLE.matcher(shown(escaped)).replaceAll("\uFFFD"))
                    .as("seed %d, written as %s", seed, escaped)
                    .isEqualTo(UNSHOWABLE.matcher(words).replaceAll("\uFFFD"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain-lines.txt",
                "indented-lists.txt",
                "under-assignment.txt",
                "markdown.md",
                "titled-lines.txt",
                "checkout-memory-leak.md",
                "dns-expiry.txt"
            })
    void readsTheSamplesBack(String file) {
        assertReadsBack(Samples.text(file), file);
    }

    @Test
    void readsRealPostmortemsBack() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "skipped: the practice texts are not at " + CORPUS);
        List<Path> files;
        try (Stream<Path> found = Files.list(CORPUS)) {
            files = found.toList();
        }

        for (Path file : files) {
            assertReadsBack(
                    Documents.decode(Files.readAllBytes(file)),
                    file.getFileName().toString());
        }
    }

    @Test
    void readsAsEverWhatSomebodyTookOutOfTheForm() {
        String canonical =
                CanonicalMarkdown.of(Samples.read("checkout-memory-leak.md").document());
        String changed = canonical + "- Page the lead when the queue grows (owner: noor, due 3 May 2026)\n";

        assertThat(Documents.read(changed).document().actionItems())
                .last()
                .satisfies(item -> assertThat(item.owner()).isEqualTo("noor"));
    }

    @Test
    void takesWrappedLinesEmphasisAndRemarksThatWereAddedByHand() {
        String text = "# Postmortem: Outage\r\n\r\n" + CanonicalMarkdown.MARK
                + "\r\n\r\n<!-- checked by two of us -->\r\n\r\n## Root cause\r\n\r\nThe *old* disk\r\nwas full.\r\n\r\nNobody looked.\r\n";

        assertThat(Documents.read(text).document().rootCause()).isEqualTo("The old disk was full.\nNobody looked.");
    }

    @Test
    void tellsNothingFromAnEmptyText() {
        PostmortemDocument document = new PostmortemDocument(
                true,
                "",
                IncidentWindow.UNKNOWN,
                new Impact("", List.of()),
                Detection.UNKNOWN,
                List.of(),
                null,
                "",
                List.of(),
                List.of());

        assertThat(Documents.read(CanonicalMarkdown.of(document)).document()).isEqualTo(document);
    }

    @Test
    void tellsWhereThingsStand() {
        PostmortemDocument document = Samples.read("checkout-memory-leak.md").document();
        String[] lines = CanonicalMarkdown.of(document).split("\n");

        Reading reading = Documents.read(String.join("\n", lines));

        assertThat(reading.document().actionItems())
                .allSatisfy(item -> assertThat(lines[item.line() - 1].substring(item.column() - 1))
                        .startsWith(MarkdownText.escape(item.title())));
        assertThat(reading.document().timeline())
                .allSatisfy(entry -> assertThat(lines[entry.line() - 1].substring(entry.column() - 1))
                        .isEqualTo(MarkdownText.escape(entry.text())));
        assertThat(reading.places().start())
                .isNotNull()
                .satisfies(place -> assertThat(lines[place.line() - 1])
                        .isEqualTo("- Start: "
                                + document.incident().start().toString().replace('T', ' ')));
    }

    @Test
    void findsNothingWrongThatWasNotWrongBefore() {
        String canonical =
                CanonicalMarkdown.of(Samples.read("checkout-memory-leak.md").document());

        assertThat(Documents.read(canonical).findings())
                .extracting(Finding::rule)
                .isSubsetOf("missing-misleading-paths", "missing-escalation");
    }

    private static String shown(String markdown) {
        Node document = PARSER.parse(markdown);
        StringBuilder words = new StringBuilder();
        Node paragraph = document.getFirstChild();
        if (paragraph == null) {
            return "";
        }
        assertThat(paragraph).isInstanceOf(Paragraph.class);
        assertThat(paragraph.getNext()).isNull();
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            assertThat(node).isInstanceOf(Text.class);
            words.append(((Text) node).getLiteral());
        }
        return words.toString();
    }

    /** The same document with every place at the start of the text. */
    private static PostmortemDocument withoutLines(PostmortemDocument document) {
        return new PostmortemDocument(
                document.postmortem(),
                document.title(),
                document.incident(),
                document.impact(),
                document.detection(),
                document.timeline().stream()
                        .map(entry -> new TimelineEntry(entry.at(), entry.date(), entry.time(), entry.text(), 1, 1))
                        .toList(),
                document.rootCause(),
                document.resolution(),
                document.improvements().stream()
                        .map(improvement -> new Improvement(improvement.title(), improvement.description(), 1, 1))
                        .toList(),
                document.actionItems().stream()
                        .map(item -> new ProposedActionItem(
                                item.title(),
                                item.description(),
                                item.owner(),
                                item.priority(),
                                item.due(),
                                item.done(),
                                item.ticket(),
                                1,
                                1))
                        .toList());
    }

    private static void assertReadsBack(String text, String name) {
        PostmortemDocument document = Documents.read(text).document();

        String canonical = CanonicalMarkdown.of(document);

        assertThat(withoutLines(Documents.read(canonical).document()))
                .as("%s, written as%n%s", name, canonical)
                .isEqualTo(withoutLines(document));
    }
}
