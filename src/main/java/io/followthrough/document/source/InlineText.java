package io.followthrough.document.source;

import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * The words of one line without Markdown and HTML markup.
 *
 * @param text the words
 * @param lead the emphasised words at its very start, or empty
 */
record InlineText(String text, String lead) {

    /** Characters; a paragraph that long is a log. */
    private static final int LONGEST = 10_000;

    private static final Parser INLINE = Parser.builder()
            .enabledBlockTypes(Set.of())
            .customInlineContentParserFactory(new AngleBrackets())
            .build();

    static InlineText of(String source) {
        String line = source.strip();
        return line.length() <= LONGEST ? ofWhole(line) : ofPieces(line);
    }

    /** The parser takes time by the square of the links in what it is given, so that it gets a long text in pieces. */
    private static InlineText ofPieces(String line) {
        StringBuilder words = new StringBuilder();
        String lead = "";
        int start = 0;
        while (start < line.length()) {
            int most = Math.min(start + LONGEST, line.length());
            int space = most == line.length() ? -1 : line.lastIndexOf(' ', most);
            int end = space > start ? space + 1 : most;
            InlineText piece = ofWhole(line.substring(start, end).strip());
            lead = start == 0 ? piece.lead() : lead;
            words.append(piece.text()).append(space > start ? " " : "");
            start = end;
        }
        return new InlineText(words.toString().strip(), lead);
    }

    private static InlineText ofWhole(String line) {
        if (!hasMarkup(line)) {
            return new InlineText(line, "");
        }
        InlineText bold = BoldText.of(line);
        if (bold != null) {
            return bold;
        }
        Node paragraph =
                INLINE.parse(unbrace(definesNothing(line) ? "\\" + line : line)).getFirstChild();
        if (paragraph == null) {
            return new InlineText("", "");
        }
        StringBuilder words = new StringBuilder();
        append(paragraph, words);
        return new InlineText(collapse(words), lead(paragraph));
    }

    private static boolean hasMarkup(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ' ' || c >= 'a' && c <= 'z') {
                continue;
            }
            switch (c) {
                case '*', '`', '[', '<', '\\', '{', '\u00A0' -> {
                    return true;
                }
                case '_' -> {
                    if (!isWithinWord(line, i)) {
                        return true;
                    }
                }
                case '&' -> {
                    if (i + 1 < line.length()
                            && (Character.isLetter(line.charAt(i + 1)) || line.charAt(i + 1) == '#')) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /** In {@code queue_length} it emphasises nothing. */
    private static boolean isWithinWord(String line, int i) {
        return i > 0
                && i + 1 < line.length()
                && Character.isLetterOrDigit(line.charAt(i - 1))
                && Character.isLetterOrDigit(line.charAt(i + 1));
    }

    /** {@code [06:20]: it began} has the shape of a link's definition, which is not shown, and points nowhere. */
    private static boolean definesNothing(String line) {
        int end = line.startsWith("[") ? line.indexOf("]:") : -1;
        if (end < 0 || !Character.isDigit(line.charAt(1)) || line.indexOf(':') == end + 1) {
            return false;
        }
        return line.length() > end + 2 && line.indexOf(' ', end + 3) > 0;
    }

    /** Templates leave their {@code {{ … }}} around what people filled in. */
    private static String unbrace(String line) {
        if (line.indexOf('{') < 0 && line.indexOf('}') < 0) {
            return line;
        }
        return line.replace("{{", "").replace("}}", "").strip();
    }

    private static String lead(Node paragraph) {
        Node first = paragraph.getFirstChild();
        if (!(first instanceof StrongEmphasis) && !(first instanceof Emphasis)) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        append(first, words);
        return collapse(words);
    }

    /** Walks the tree without recursion: nesting is the writer's choice, the stack is ours. */
    private static void append(Node root, StringBuilder words) {
        Node node = root.getFirstChild();
        while (node != null) {
            boolean skip = node instanceof Image;
            appendOwn(node, words);
            if (!skip && node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != null && node != root && node.getNext() == null) {
                node = node.getParent();
            }
            node = node == null || node == root ? null : node.getNext();
        }
    }

    private static void appendOwn(Node node, StringBuilder words) {
        if (node instanceof Text text) {
            words.append(text.getLiteral());
        } else if (node instanceof Code code) {
            words.append(code.getLiteral());
        } else if (node instanceof SoftLineBreak) {
            words.append(' ');
        } else if (node instanceof HtmlInline html && html.getLiteral().startsWith("<br")) {
            words.append(' ');
        } else if (node instanceof Link link && link.getFirstChild() == null) {
            words.append(link.getDestination());
        }
    }

    private static String collapse(StringBuilder words) {
        StringBuilder text = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i) == '\u00A0' ? ' ' : words.charAt(i);
            if (c != ' ' || text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
                text.append(c);
            }
        }
        return text.toString().strip();
    }
}
