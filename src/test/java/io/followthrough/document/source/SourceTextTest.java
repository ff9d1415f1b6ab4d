package io.followthrough.document.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Place;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void findsWordsOnTheirLine() {
        SourceText source = new SourceText("# Title\r\n\r\nIt took 3 hours in all.\r\n");

        assertThat(source.place(3, "3 hours")).isEqualTo(new Place(3, 9, 7));
    }

    @Test
    void passesOverMarkupBetweenTheWords() {
        SourceText source = new SourceText("- **Duration:** _3_ hours");

        assertThat(source.place(1, "Duration: 3 hours")).isEqualTo(new Place(1, 5, 21));
    }

    @Test
    void looksAtTheWrappedLinesBelow() {
        SourceText source = new SourceText("- the first words and\n  the next ones");

        assertThat(source.place(1, "next ones")).isEqualTo(new Place(2, 7, 9));
    }

    @Test
    void answersThePartOnTheFirstLineForWordsThatSpanTwo() {
        SourceText source = new SourceText("- the first words and\n  the next ones");

        assertThat(source.place(1, "the first words and the next ones")).isEqualTo(new Place(1, 3, 19));
    }

    @Test
    void answersTheWordsOfTheLineWhenTheyAreNotThere() {
        assertThat(new SourceText("  some words  ").place(1, "others")).isEqualTo(new Place(1, 3, 10));
    }

    @Test
    void answersAnEmptyLineAsAWhole() {
        assertThat(new SourceText("a\n\nb").place(2)).isEqualTo(Place.line(2));
        assertThat(new SourceText("a").place(9)).isEqualTo(Place.line(9));
    }

    @Test
    void countsLinesByEveryKindOfLineEnd() {
        SourceText source = new SourceText("one\rtwo\nthree\r\nfour");

        assertThat(source.line(2)).isEqualTo("two");
        assertThat(source.line(4)).isEqualTo("four");
        assertThat(source.line(5)).isEmpty();
    }
}
