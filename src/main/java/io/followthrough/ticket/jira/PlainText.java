package io.followthrough.ticket.jira;

import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketText.Block;
import io.followthrough.ticket.TicketText.Inline;
import java.util.List;

/** The words of a text, for looking into it. */
final class PlainText {

    private PlainText() {}

    static String of(TicketText text) {
        StringBuilder plain = new StringBuilder();
        blocks(text.blocks(), plain);
        return plain.toString();
    }

    private static void blocks(List<Block> blocks, StringBuilder plain) {
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                words(paragraph.words(), plain);
            } else if (block instanceof Block.Heading heading) {
                words(heading.words(), plain);
            } else if (block instanceof Block.Items items) {
                items.items().forEach(item -> blocks(item, plain));
            } else if (block instanceof Block.Code code) {
                plain.append(code.text()).append('\n');
            } else if (block instanceof Block.Quote quote) {
                blocks(quote.blocks(), plain);
            } else if (block instanceof Block.Table table) {
                table.rows().forEach(row -> row.forEach(cell -> words(cell, plain)));
            }
        }
    }

    private static void words(List<Inline> words, StringBuilder plain) {
        for (Inline word : words) {
            if (word instanceof Inline.Words some) {
                plain.append(some.text());
            } else if (word instanceof Inline.Literal literal) {
                plain.append(literal.text());
            } else if (word instanceof Inline.Link link) {
                plain.append(link.text());
            } else {
                plain.append(' ');
            }
        }
        plain.append('\n');
    }
}
