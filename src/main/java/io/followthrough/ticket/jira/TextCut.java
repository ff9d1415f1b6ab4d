package io.followthrough.ticket.jira;

import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketText.Block;
import io.followthrough.ticket.TicketText.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes a text as short as Jira wants it, before it is rendered: what is cut afterwards is no longer balanced. */
final class TextCut {

    /** Jira's own limit for a description or a comment. What it counts in a document is not written anywhere. */
    static final int LONGEST = 32_767;

    /** What stands below a text: always, or only when there is not the whole of it above. */
    record Ending(TicketText text, boolean onlyWhenCut) {

        static final Ending NONE = new Ending(new TicketText(List.of()), true);

        static Ending always(TicketText text) {
            return new Ending(text, false);
        }

        static Ending whenCut(TicketText text) {
            return new Ending(text, true);
        }
    }

    private int left;

    private TextCut(int characters) {
        left = characters;
    }

    /**
     * The rendering of the whole text, or of as much of its beginning as fits, and of what must be there in any case.
     *
     * @param length how long a rendering is, counted in the strictest way
     */
    static <T> T toFit(TicketText text, Ending below, Function<TicketText, T> rendering, Function<T, Integer> length) {
        TicketText ending = below.text();
        T whole = rendering.apply(below.onlyWhenCut() ? text : text.and(ending));
        if (length.apply(whole) <= LONGEST) {
            return whole;
        }
        int fits = 0;
        int tooLong = LONGEST;
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            T some = rendering.apply(of(text, middle).and(ending));
            if (length.apply(some) <= LONGEST) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return rendering.apply(of(text, fits).and(ending));
    }

    /** The beginning of the text: so many characters, where a block counts as one more. */
    static TicketText of(TicketText text, int characters) {
        return new TicketText(new TextCut(characters).blocks(text.blocks()));
    }

    private List<Block> blocks(List<Block> blocks) {
        return some(blocks, this::block);
    }

    private Block block(Block block) {
        left--;
        if (block instanceof Block.Paragraph paragraph) {
            return new Block.Paragraph(words(paragraph.words()));
        } else if (block instanceof Block.Heading heading) {
            return new Block.Heading(heading.level(), words(heading.words()));
        } else if (block instanceof Block.Items items) {
            return new Block.Items(items.numbered(), some(items.items(), this::blocks));
        } else if (block instanceof Block.Code code) {
            return new Block.Code(code.language(), cut(code.text()));
        } else if (block instanceof Block.Quote quote) {
            return new Block.Quote(blocks(quote.blocks()));
        }
        return new Block.Table(some(((Block.Table) block).rows(), row -> some(row, this::words)));
    }

    private List<Inline> words(List<Inline> words) {
        left--;
        return some(words, this::word);
    }

    private Inline word(Inline word) {
        if (word instanceof Inline.Words words) {
            return new Inline.Words(cut(words.text()), words.emphasis());
        } else if (word instanceof Inline.Literal literal) {
            return new Inline.Literal(cut(literal.text()));
        } else if (word instanceof Inline.Link link) {
            left -= link.address().length();
            return left < 0
                    ? new Inline.Words("…", TicketText.Emphasis.NONE)
                    : new Inline.Link(cut(link.text()), link.address());
        } else if (word instanceof Inline.Mention mention) {
            left -= mention.name().length();
            return mention;
        }
        left--;
        return word;
    }

    private String cut(String text) {
        String some = Cut.to(Math.max(1, left), text);
        left -= text.length();
        return some;
    }

    private <A, B> List<B> some(List<A> all, Function<A, B> cut) {
        List<B> some = new ArrayList<>();
        for (A one : all) {
            if (left <= 0) {
                break;
            }
            some.add(cut.apply(one));
        }
        return some;
    }
}
