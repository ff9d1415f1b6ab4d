package io.followthrough.document.source;

import java.util.List;

/** Finds where fenced code ends, fence by fence from the top; a fence that is never closed is no fence. */
final class Fences {

    private final List<Line> lines;
    /** A fence was left open, which looks through all lines once: whatever stands below it opens none. */
    private boolean leftOpen;

    Fences(List<Line> lines) {
        this.lines = lines;
    }

    /** The index of the line that closes the fence which this line opens, or -1 when it opens none. */
    int end(int opening) {
        Line line = lines.get(opening);
        if (leftOpen || !isFence(line)) {
            return -1;
        }
        String text = line.text().strip();
        char mark = text.charAt(0);
        if (!isBare(text) && text.indexOf(mark, 3) >= 0) {
            return -1;
        }
        for (int i = opening + 1; i < lines.size(); i++) {
            Line other = lines.get(i);
            if (other.first() == mark && isFence(other) && isBare(other.text().strip())) {
                return i;
            }
        }
        leftOpen = true;
        return -1;
    }

    private static boolean isFence(Line line) {
        boolean mark = line.first() == '`' || line.first() == '~';
        return mark
                && (line.text().startsWith("```", line.indent()) || line.text().startsWith("~~~", line.indent()));
    }

    /** Nothing but its mark, again and again. */
    private static boolean isBare(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != text.charAt(0)) {
                return false;
            }
        }
        return true;
    }
}
