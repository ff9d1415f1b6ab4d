package io.followthrough.document.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class BoldTextTest {

    private static final Parser PARSER = Parser.builder().build();

    @Test
    void readsBoldWords() {
        assertThat(BoldText.of("**Impact:** all users")).isEqualTo(new InlineText("Impact: all users", "Impact:"));
        assertThat(BoldText.of("the **root cause**: rust")).isEqualTo(new InlineText("the root cause: rust", ""));
        assertThat(BoldText.of("**10:05** and **10:07**")).isEqualTo(new InlineText("10:05 and 10:07", "10:05"));
    }

    @Test
    void leavesToTheParserWhatIsNotPlain() {
        assertThat(BoldText.of("**a *b* c**")).isNull();
        assertThat(BoldText.of("***a***")).isNull();
        assertThat(BoldText.of("** a**")).isNull();
        assertThat(BoldText.of("**a** [b](c)")).isNull();
        assertThat(BoldText.of("a**b**c")).isNull();
        assertThat(BoldText.of("**a")).isNull();
    }

    @Test
    void readsWhatTheParserReads() {
        Random random = new Random(3);
        String[] pieces = {"**", "*", " ", "a", "Bc", ":", ".", "9", "**a**", "**b:** ", "- ", "_", "é"};
        int read = 0;
        for (int round = 0; round < 50_000; round++) {
            StringBuilder line = new StringBuilder("x");
            for (int i = random.nextInt(9); i >= 0; i--) {
                line.append(pieces[random.nextInt(pieces.length)]);
            }
            String text = line.substring(random.nextInt(2)).strip();
            InlineText fast = text.contains("**") ? BoldText.of(text) : null;
            Node paragraph = fast == null ? null : PARSER.parse(text).getFirstChild();
            // A line that starts a list is no paragraph, and never comes here.
            if (fast != null && paragraph instanceof Paragraph) {
                read++;
                assertThat(fast.text()).as(text).isEqualTo(words(paragraph));
                boolean leads = paragraph.getFirstChild() instanceof StrongEmphasis;
                assertThat(!fast.lead().isEmpty()).as(text).isEqualTo(leads);
            }
        }
        assertThat(read).isGreaterThan(500);
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }
        });
        return words.toString();
    }
}
