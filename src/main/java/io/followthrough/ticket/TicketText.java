package io.followthrough.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a ticket or a comment says, in no tracker's markup. Whoever renders it takes every character of it as text:
 * nothing in it is markup.
 */
public record TicketText(List<Block> blocks) {

    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\h*\\n\\s*");
    /** Characters that no text should have and that some databases refuse. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\p{Cs}\\x{FFFE}\\x{FFFF}]");

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\"'.,;:!?()\\[\\]{}|*_\\\\]");

    public TicketText {
        blocks = List.copyOf(blocks);
    }

    /** What stands by itself, one below the other. */
    public sealed interface Block {

        record Paragraph(List<Inline> words) implements Block {}

        /** @param level 1 to 6 */
        record Heading(int level, List<Inline> words) implements Block {}

        record Items(boolean numbered, List<List<Block>> items) implements Block {}

        /** @param language as written in the document; empty when unknown */
        record Code(String language, String text) implements Block {}

        record Quote(List<Block> blocks) implements Block {}

        /** The first row is the heading. Rows may be of different lengths. */
        record Table(List<List<List<Inline>>> rows) implements Block {}
    }

    /** What stands in a line. */
    public sealed interface Inline {

        record Words(String text, Emphasis emphasis) implements Inline {}

        /** A name from a program. */
        record Literal(String text) implements Inline {}

        record Link(String text, String address) implements Inline {}

        /** Somebody; told, if the tracker knows the mail address. */
        record Mention(String name, String mail) implements Inline {}

        record LineBreak() implements Inline {}
    }

    public enum Emphasis {
        NONE,
        SOME,
        STRONG
    }

    /** Plain text: blank lines end paragraphs, line ends stay, addresses become links. */
    public static TicketText of(List<String> texts) {
        List<Block> blocks = new ArrayList<>();
        for (String text : texts) {
            for (String paragraph : BLANK_LINES.split(clean(text))) {
                if (!paragraph.isBlank()) {
                    blocks.add(new Block.Paragraph(lines(paragraph.strip())));
                }
            }
        }
        return new TicketText(blocks);
    }

    /** This and below it the other. */
    public TicketText and(TicketText below) {
        List<Block> both = new ArrayList<>(blocks);
        both.addAll(below.blocks);
        return new TicketText(both);
    }

    /** A paragraph that is nothing but a link. */
    public static TicketText link(String text, String address) {
        return new TicketText(List.of(new Block.Paragraph(List.of(new Inline.Link(text, address)))));
    }

    /** Line ends of one kind, and no characters that cannot be shown or stored. */
    public static String clean(String text) {
        return CONTROL.matcher(text.replaceAll("\\R", "\n")).replaceAll("");
    }

    /** Text in which addresses of the web are links. */
    public static List<Inline> words(String text, Emphasis emphasis) {
        List<Inline> words = new ArrayList<>();
        Matcher address = ADDRESS.matcher(text);
        int at = 0;
        while (address.find()) {
            if (address.start() > at) {
                words.add(new Inline.Words(text.substring(at, address.start()), emphasis));
            }
            words.add(new Inline.Link(address.group(), address.group()));
            at = address.end();
        }
        if (at < text.length()) {
            words.add(new Inline.Words(text.substring(at), emphasis));
        }
        return words;
    }

    private static List<Inline> lines(String paragraph) {
        List<Inline> words = new ArrayList<>();
        for (String line : paragraph.lines().toList()) {
            if (!words.isEmpty()) {
                words.add(new Inline.LineBreak());
            }
            words.addAll(words(line.strip(), Emphasis.NONE));
        }
        return words;
    }
}
