package io.followthrough.document.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.Finding.Fix;
import io.followthrough.document.Finding.Related;
import io.followthrough.document.Place;
import io.followthrough.document.Reading;
import io.followthrough.document.Severity;
import io.followthrough.document.cli.Outcome.Linted;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextPrinterTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsTheWordsAFindingSpeaksOfWhatItComparesWithAndTheRepair() {
        print(
                false,
                false,
                "# Outage\nIt took 3 h.\n\n10:30 to 13:15\n",
                finding(
                        new Place(2, 9, 3),
                        List.of(new Related(new Place(4, 1, 14), "2 h 45 min here")),
                        new Fix("Write the computed duration", new Place(2, 9, 3), "2 h 45 min")));

        assertThat(out.toString().lines())
                .containsExactly(
                        "a.md:2:9: warning: That is 2 h 45 min. [duration-mismatch]",
                        "     2 | It took 3 h.",
                        "       |         ^~~",
                        "a.md:4:1: note: 2 h 45 min here",
                        "     4 | 10:30 to 13:15",
                        "       | ^~~~~~~~~~~~~~",
                        "       help: Write the computed duration: \"2 h 45 min\"");
        assertThat(err.toString().strip()).isEqualTo("1 file, 0 errors, 1 warning, 0 infos");
    }

    @Test
    void showsNoLineWhereTheDocumentAsAWholeIsMeant() {
        print(false, false, "text\n", finding(Place.line(1), List.of(), null));

        assertThat(out.toString().lines())
                .containsExactly("a.md:1:1: warning: That is 2 h 45 min. [duration-mismatch]");
    }

    @Test
    void saysOneLineForEachFindingWhenQuiet() {
        print(false, true, "It took 3 h.\n", finding(new Place(1, 9, 3), List.of(), null));

        assertThat(out.toString().lines()).hasSize(1);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void coloursOnlyWhenTold() {
        print(true, false, "It took 3 h.\n", finding(new Place(1, 9, 3), List.of(), null));

        assertThat(out.toString()).contains("\u001B[1;33mwarning:\u001B[0m");
    }

    @Test
    void neverLetsTheDocumentSteerTheTerminal() {
        print(false, false, "It took\u009B31m \u202E3 h.\n", finding(new Place(1, 14, 3), List.of(), null));

        assertThat(out.toString()).contains("It took\uFFFD31m \uFFFD3 h.").doesNotContain("\u009B", "\u202E");
    }

    @Test
    void putsTheMarkUnderWideCharactersAndCutsLongLines() {
        assertThat(Excerpt.of("日本 3 h", new Place(1, 4, 3))).isEqualTo(new Excerpt("日本 3 h", 5, 3));
        assertThat(Excerpt.of("a\tb", new Place(1, 3, 1))).isEqualTo(new Excerpt("a b", 2, 1));

        Excerpt cut = Excerpt.of("x".repeat(500) + "3 h" + "y".repeat(500), new Place(1, 501, 3));

        assertThat(cut.text()).hasSize(102).startsWith("…xxx").contains("x3 hy").endsWith("y…");
        assertThat(cut.text().substring(cut.start(), cut.start() + cut.width())).isEqualTo("3 h");
    }

    @Test
    void survivesPlacesBeyondTheLine() {
        assertThat(Excerpt.of("short", new Place(1, 90, 5))).isEqualTo(new Excerpt("short", 5, 1));
        assertThat(Excerpt.of("", new Place(1, 1, 5))).isEqualTo(new Excerpt("", 0, 1));
    }

    @Test
    void tellsProgressOnATerminalAfterASecondOnly() {
        AtomicLong nanos = new AtomicLong();
        Progress progress = new Progress(new PrintWriter(err, true), true, nanos::get);

        progress.show(1, 9);
        assertThat(err.toString()).isEmpty();
        nanos.set(1_100_000_000L);
        progress.show(5, 9);
        nanos.set(1_150_000_000L);
        progress.show(6, 9);
        progress.hide();

        assertThat(err.toString()).isEqualTo("\r\u001B[K5 of 9 files\r\u001B[K");
        new Progress(new PrintWriter(out, true), false, () -> nanos.getAndAdd(2_000_000_000L)).show(1, 9);
        assertThat(out.toString()).isEmpty();
    }

    private static Finding finding(Place place, List<Related> related, @Nullable Fix fix) {
        return new Finding("duration-mismatch", Severity.WARNING, "That is 2 h 45 min.", place, related, fix);
    }

    private void print(boolean colour, boolean quiet, String text, Finding finding) {
        Reading read = Documents.read(text);
        Linted linted =
                new Linted("a.md", text, new Reading(read.document(), read.places(), List.of(finding), List.of()));
        Summary summary = new Summary();
        summary.add(linted);
        TextPrinter printer =
                new TextPrinter(new PrintWriter(out), new PrintWriter(err, true), new Colours(colour), quiet);
        printer.linted(linted);
        printer.end(summary);
    }
}
