package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.ticket.TicketText.Block;
import io.followthrough.ticket.TicketText.Emphasis;
import io.followthrough.ticket.TicketText.Inline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an action item's description becomes. */
class TicketMarkdownTest {

    @Test
    void readsWhatPeopleWriteAboutATask() {
        List<Block> blocks = TicketMarkdown.read("""
                ## Why
                The disk was **full**, see `df -h` and [the graph](https://example.org/g).
                Next line, https://example.org/x.

                1. first
                   - inner
                2. second

                ```sql
                select 1;
                ```

                > said so

                | host | free |
                |------|------|
                | a    | 1 %  |
                """).blocks();

        assertThat(blocks)
                .containsExactly(
                        new Block.Heading(2, List.of(words("Why"))),
                        new Block.Paragraph(List.of(
                                words("The disk was "),
                                new Inline.Words("full", Emphasis.STRONG),
                                words(", see "),
                                new Inline.Literal("df -h"),
                                words(" and "),
                                new Inline.Link("the graph", "https://example.org/g"),
                                words("."),
                                new Inline.LineBreak(),
                                words("Next line, "),
                                new Inline.Link("https://example.org/x", "https://example.org/x"),
                                words("."))),
                        new Block.Items(
                                true,
                                List.of(
                                        List.of(
                                                paragraph("first"),
                                                new Block.Items(false, List.of(List.of(paragraph("inner"))))),
                                        List.of(paragraph("second")))),
                        new Block.Code("sql", "select 1;"),
                        new Block.Quote(List.of(paragraph("said so"))),
                        new Block.Table(List.of(
                                List.of(List.of(words("host")), List.of(words("free"))),
                                List.of(List.of(words("a")), List.of(words("1 %"))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rename snake_case_name and *.log and 2 * 3 * 4.",
                "<script>alert(1)</script>",
                "    indented, not code",
                "a <b> c & d"
            })
    void leavesPlainTextAlone(String text) {
        assertThat(TicketMarkdown.read(text).blocks())
                .singleElement()
                .satisfies(block -> assertThat(plain((Block.Paragraph) block)).isEqualTo(text.strip()));
    }

    @Test
    void takesAnyDepthOfNesting() {
        String deep = "> ".repeat(5_000) + "a" + "*".repeat(5_000) + "b" + "*".repeat(5_000) + "[".repeat(5_000);

        assertThat(TicketMarkdown.read(deep).blocks()).isNotEmpty();
    }

    private static String plain(Block.Paragraph paragraph) {
        StringBuilder plain = new StringBuilder();
        paragraph.words().forEach(word -> plain.append(((Inline.Words) word).text()));
        return plain.toString();
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(List.of(words(text)));
    }

    private static Inline words(String text) {
        return new Inline.Words(text, Emphasis.NONE);
    }
}
