package io.followthrough.document.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.followthrough.document.source.Block.Check;
import io.followthrough.document.source.Block.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockScannerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- fix it",
                "* fix it",
                "+ fix it",
                "● fix it",
                "•fix it",
                "— fix it",
                "1. fix it",
                "2) fix it",
                "a) fix it",
                "&nbsp;&nbsp;•&nbsp;&nbsp;fix it",
                "    - fix it",
                "\t* fix it",
                "- [ ] fix it",
                "<li>fix it</li>",
                "- **fix** it"
            })
    void knowsEveryKindOfBullet(String line) {
        assertThat(BlockScanner.scan(line)).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo(Kind.ITEM);
            assertThat(block.text()).isEqualTo("fix it");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-11-12 14:00 down",
                "3.5 is broken",
                "-5 degrees",
                "--flag",
                "*emphasised* words",
                "10.0.0.1 is down"
            })
    void takesNoTextForABullet(String line) {
        assertThat(BlockScanner.scan(line))
                .singleElement()
                .extracting(Block::kind)
                .isEqualTo(Kind.TEXT);
    }

    @Test
    void nestsItemsByIndentation() {
        assertThat(BlockScanner.scan("- a\n  - b\n    - c\n  - d\n- e"))
                .extracting(Block::text, Block::depth)
                .containsExactly(tuple("a", 0), tuple("b", 1), tuple("c", 2), tuple("d", 1), tuple("e", 0));
    }

    @Test
    void joinsTheWrappedLinesOfAnItem() {
        String text = """
                ● The service that takes the payments was not to be reached by anybody
                who came from outside of the building.
                ● Short.
                """;

        assertThat(BlockScanner.scan(text))
                .extracting(Block::text)
                .containsExactly(
                        "The service that takes the payments was not to be reached by anybody who came from outside of the building.",
                        "Short.");
    }

    @Test
    void leavesALabelAfterAListAlone() {
        assertThat(BlockScanner.scan("- Check it before it is sent.\nSpecific tasks:\n- Refuse it."))
                .extracting(Block::kind)
                .containsExactly(Kind.ITEM, Kind.TEXT, Kind.ITEM);
    }

    @Test
    void keepsFurtherLinesOfAnItemAsDetails() {
        Block block = BlockScanner.scan("- Fix the leak\n  Owner: @ada\n  Due: 3 May 2026")
                .get(0);

        assertThat(block.details()).containsExactly("Owner: @ada", "Due: 3 May 2026");
    }

    @Test
    void readsCheckboxes() {
        assertThat(BlockScanner.scan("- [ ] open\n- [x] done\n- ✅ done too\n- none"))
                .extracting(Block::checked)
                .containsExactly(Check.OPEN, Check.DONE, Check.DONE, Check.NONE);
    }

    @Test
    void readsHeadingsOfBothKinds() {
        assertThat(BlockScanner.scan("# One\n\nTwo\n===\n\nThree\n---\n\n### Four ###"))
                .extracting(Block::text, Block::level)
                .containsExactly(tuple("One", 1), tuple("Two", 1), tuple("Three", 2), tuple("Four", 3));
    }

    @Test
    void readsHeadingsThatStickToTheirNumber() {
        assertThat(BlockScanner.scan("##2.The second night\n\n#2 is the ticket\n"))
                .extracting(Block::kind, Block::text)
                .containsExactly(tuple(Kind.HEADING, "2.The second night"), tuple(Kind.TEXT, "#2 is the ticket"));
    }

    @Test
    void readsTables() {
        List<Block> blocks = BlockScanner.scan("| Task | Owner |\n|:--|--|\n| Fix `a|b` | Ada |\n| Other \\| one | |");

        assertThat(blocks).extracting(Block::kind).containsExactly(Kind.TABLE_HEAD, Kind.TABLE_ROW, Kind.TABLE_ROW);
        assertThat(blocks.get(1).cells()).containsExactly("Fix a|b", "Ada");
        assertThat(blocks.get(2).cells().get(0)).isEqualTo("Other | one");
    }

    @Test
    void setsCodeCommentsAndFrontMatterApart() {
        assertThat(BlockScanner.scan("---\ntitle: X\n---\n<!-- hidden\nstill -->\n```\n- no item\n```\ntext"))
                .extracting(Block::kind, Block::text)
                .containsExactly(
                        tuple(Kind.FRONT_MATTER, "title: X"), tuple(Kind.CODE, "- no item"), tuple(Kind.TEXT, "text"));
    }

    @Test
    void takesAFenceThatIsNeverClosedForText() {
        assertThat(BlockScanner.scan("```\n- an item")).extracting(Block::kind).contains(Kind.ITEM);
    }

    @Test
    void takesMarkupOutOfTheWords() {
        assertThat(BlockScanner.scan("**Run** `ls` in [the shell](https://example.com) ![x](y.png) &amp; *leave*")
                        .get(0)
                        .text())
                .isEqualTo("Run ls in the shell & leave");
    }

    @Test
    void readsHtml() {
        assertThat(BlockScanner.scan("<h2>Tasks:</h2>\n<p>\n  <strong>TODO:</strong> one<br>\n  Two<br>\n</p>"))
                .extracting(Block::kind, Block::text)
                .containsExactly(tuple(Kind.HEADING, "Tasks:"), tuple(Kind.TEXT, "TODO: one"), tuple(Kind.TEXT, "Two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s: ", "**%s:** ", "**%s**: "})
    void keepsLinesApartThatHaveANameEach(String name) {
        String duration = name.formatted("Duration") + "February 3, 2025, 08:10 UTC - February 3, 2025, 10:40 UTC";
        String impact = name.formatted("Impact") + "Nobody in the tower could ride the lift";

        assertThat(BlockScanner.scan(duration + "\n" + impact + "\n")).hasSize(2);
    }

    @Test
    void countsLinesWhateverEndsThem() {
        assertThat(BlockScanner.scan("# a\r\n\r\n- b\r- c\n- d"))
                .extracting(Block::line)
                .containsExactly(1, 3, 4, 5);
    }
}
