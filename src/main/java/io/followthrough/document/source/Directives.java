package io.followthrough.document.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instructions to the tool in a text: a comment {@code <!-- followthrough: … -->}, Markdown's other comment
 * {@code [//]: # (followthrough: …)}, or, where there are no comments, a line {@code followthrough: ignore …}.
 */
public final class Directives {

    private static final String NAME = "followthrough:";

    /** Whoever quotes this page or writes about the tool gives no instruction. */
    private static final String BARE = "ignore";

    /** The mark of the canonical layout looks like an instruction and is read by the reader of that layout. */
    private static final String LAYOUT = "canonical";

    private static final int LONGEST = 2_000;
    private static final int FURTHEST_RIGHT = 60;
    private static final int MOST = 1_000;

    private final String text;
    /** A copy is made only of a text that holds one. */
    private @Nullable StringBuilder masked;

    private final StringBuilder without = new StringBuilder();
    private final List<Directive> found = new ArrayList<>();
    private int kept;
    private int line = 1;
    private int lineStart;

    private Directives(String text) {
        this.text = text;
    }

    /** Finds the instructions of a text. */
    public static Directives in(String text) {
        Directives directives = new Directives(text);
        directives.find();
        return directives;
    }

    /** The instructions, in the order of the text. */
    public List<Directive> found() {
        return List.copyOf(found);
    }

    /** The text with an empty comment in the place of each: every other character stays where it is. */
    public String masked() {
        return masked == null ? text : masked.toString();
    }

    /** The text without them, for showing it; a line that held nothing else is gone. */
    public String without() {
        return found.isEmpty() ? text : without + text.substring(kept);
    }

    private void find() {
        // All of the name but its first letter, which may be a capital.
        int at = text.indexOf(NAME.substring(1));
        while (at >= 0 && found.size() < MOST) {
            int end = at > 0 && (text.charAt(at - 1) | 0x20) == 'f' ? take(at - 1) : at;
            at = text.indexOf(NAME.substring(1), Math.max(end, at + 1));
        }
    }

    /** Takes the instruction whose name begins there; where it ends, or a place before when it is none. */
    private int take(int name) {
        String before = text.substring(Math.max(0, name - FURTHEST_RIGHT), name);
        int lineEnd = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
        String left = before.substring(lineEnd + 1).strip();
        int behind = name + NAME.length();
        if (left.endsWith("<!--")) {
            int end = closingOf(behind);
            return end < 0 || text.substring(behind, end).stripLeading().startsWith(LAYOUT)
                    ? name
                    : add(before.lastIndexOf("<!--") + name - before.length(), behind, end, end + 3);
        }
        boolean fromStart = lineEnd >= 0 || before.length() == name;
        int end = endOfLine(behind);
        if (!fromStart || end - behind > LONGEST) {
            return name;
        }
        int start = name - (before.length() - lineEnd - 1);
        if (left.startsWith("[//]:") && left.substring(5).strip().matches("#\\s*[(\"']")) {
            return add(start, behind, end - closing(text.substring(behind, end)), end);
        }
        boolean bare = left.isEmpty() || left.equals("//");
        return bare && text.substring(behind, end).strip().startsWith(BARE) ? add(start, behind, end, end) : name;
    }

    /** Where the comment closes, or -1 when it does not soon: a text of nothing but openings is read once. */
    private int closingOf(int from) {
        int last = Math.min(text.length() - 3, from + LONGEST);
        for (int at = from; at <= last; at++) {
            if (text.startsWith("-->", at)) {
                return at;
            }
        }
        return -1;
    }

    /** How many characters at the end close the comment. */
    private static int closing(String words) {
        String stripped = words.stripTrailing();
        boolean closed = !stripped.isEmpty() && ")\"'".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
        return words.length() - stripped.length() + (closed ? 1 : 0);
    }

    private int endOfLine(int from) {
        int last = Math.min(text.length(), from + LONGEST + 1);
        int at = from;
        while (at < last && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private int add(int start, int behind, int wordsEnd, int end) {
        int first = lineAt(start);
        int column = behind - lineStart + 1;
        found.add(new Directive(first, lineAt(end), column, text.substring(behind, wordsEnd)));
        StringBuilder words = masked == null ? new StringBuilder(text) : masked;
        masked = words;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            words.setCharAt(i, c == '\n' || c == '\r' ? c : ' ');
        }
        leaveOut(start, end);
        words.replace(start, start + 4, "<!--");
        words.replace(end - 3, end, "-->");
        return end;
    }

    private void leaveOut(int start, int end) {
        int from = start;
        while (from > kept && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
            from--;
        }
        int to = endOfLine(end);
        boolean alone = (from == 0 || text.charAt(from - 1) == '\n')
                && text.substring(end, to).isBlank();
        without.append(text, kept, alone ? from : start);
        kept = alone ? Math.min(to + 1, text.length()) : end;
    }

    /** The line of this character, which is not before the one that was asked for last. */
    private int lineAt(int offset) {
        for (int i = lineStart; i < offset; i++) {
            char c = text.charAt(i);
            boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !crlf) {
                line++;
                lineStart = i + 1;
            }
        }
        return line;
    }
}
