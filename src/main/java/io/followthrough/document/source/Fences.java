package io.followthrough.document.source;

import java.util.List;

/** Finds where fenced code starts and ends; a fence that is never closed is no fence. */
final class Fences {

    private Fences() {}

    /** For each line that opens a fence the index of the line that closes it, else -1. */
    static int[] ends(List<Line> lines) {
        int[] ends = new int[lines.size()];
        int open = -1;
        char mark = ' ';
        for (int i = 0; i < ends.length; i++) {
            ends[i] = -1;
            Line line = lines.get(i);
            if (!line.startsWithOneOf("`~")) {
                continue;
            }
            String text = line.text().strip();
            if (!text.startsWith("```") && !text.startsWith("~~~")) {
                continue;
            }
            boolean bare = text.chars().allMatch(c -> c == text.charAt(0));
            if (open < 0) {
                if (bare || text.indexOf(text.charAt(0), 3) < 0) {
                    open = i;
                    mark = text.charAt(0);
                }
            } else if (bare && text.charAt(0) == mark) {
                ends[open] = i;
                open = -1;
            }
        }
        return ends;
    }
}
