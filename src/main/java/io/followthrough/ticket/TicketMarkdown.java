package io.followthrough.ticket;

import io.followthrough.ticket.TicketText.Block;
import io.followthrough.ticket.TicketText.Emphasis;
import io.followthrough.ticket.TicketText.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What people write about an action item, which may have Markdown in it, as the text of a ticket. */
final class TicketMarkdown {

    private static final int DEEPEST = 20;

    /** HTML stays the text that it is, and so does what is indented: people indent without meaning code. */
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(Set.of(Heading.class, FencedCodeBlock.class, BlockQuote.class, ListBlock.class))
            .maxOpenBlockParsers(DEEPEST)
            .build();

    private TicketMarkdown() {}

    static TicketText read(String markdown) {
        return new TicketText(blocks(PARSER.parse(TicketText.clean(markdown))));
    }

    private static List<Block> blocks(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph) {
                blocks.add(new Block.Paragraph(words(node)));
            } else if (node instanceof Heading heading) {
                blocks.add(new Block.Heading(heading.getLevel(), words(node)));
            } else if (node instanceof FencedCodeBlock code) {
                String info =
                        code.getInfo() == null ? "" : code.getInfo().strip().replaceAll("(?s)\\s.*", "");
                blocks.add(new Block.Code(info, code.getLiteral().stripTrailing()));
            } else if (node instanceof BlockQuote) {
                blocks.add(new Block.Quote(blocks(node)));
            } else if (node instanceof BulletList || node instanceof OrderedList) {
                blocks.add(new Block.Items(node instanceof OrderedList, items(node)));
            } else if (node instanceof TableBlock) {
                blocks.add(new Block.Table(rows(node)));
            }
        }
        return blocks;
    }

    private static List<List<Block>> items(Node list) {
        List<List<Block>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(blocks(item));
        }
        return items;
    }

    private static List<List<List<Inline>>> rows(Node table) {
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                List<List<Inline>> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(words(cell));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    /** Walks the tree without recursion: nesting is the writer's choice, the stack is ours. */
    private static List<Inline> words(Node parent) {
        List<Inline> words = new ArrayList<>();
        Node node = parent.getFirstChild();
        while (node != null) {
            boolean whole = node instanceof Link || node instanceof Image;
            append(node, parent, words);
            if (!whole && node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != null && node != parent && node.getNext() == null) {
                node = node.getParent();
            }
            node = node == null || node == parent ? null : node.getNext();
        }
        return words;
    }

    private static void append(Node node, Node top, List<Inline> words) {
        if (node instanceof Text text) {
            words.addAll(TicketText.words(text.getLiteral(), emphasis(node, top)));
        } else if (node instanceof Code code) {
            words.add(new Inline.Literal(code.getLiteral()));
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            words.add(new Inline.LineBreak());
        } else if (node instanceof HtmlInline html) {
            words.add(new Inline.Words(html.getLiteral(), Emphasis.NONE));
        } else if (node instanceof Link link) {
            words.add(new Inline.Link(plain(link), link.getDestination()));
        } else if (node instanceof Image image) {
            words.add(new Inline.Link(plain(image), image.getDestination()));
        }
    }

    private static Emphasis emphasis(Node node, Node top) {
        Node parent = node.getParent();
        if (parent == null || parent == top) {
            return Emphasis.NONE;
        }
        return parent instanceof StrongEmphasis ? Emphasis.STRONG : Emphasis.SOME;
    }

    private static String plain(Node parent) {
        StringBuilder plain = new StringBuilder();
        Node node = parent.getFirstChild();
        while (node != null) {
            if (node instanceof Text text) {
                plain.append(text.getLiteral());
            } else if (node instanceof Code code) {
                plain.append(code.getLiteral());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                plain.append(' ');
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != null && node != parent && node.getNext() == null) {
                node = node.getParent();
            }
            node = node == null || node == parent ? null : node.getNext();
        }
        return plain.toString();
    }
}
