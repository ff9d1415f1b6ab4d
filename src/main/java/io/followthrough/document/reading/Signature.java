package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.List;

/** Who wrote the report and where he can be found, on lines below it that are no part of it. */
final class Signature {

    private static final int MOST_WORDS = 5;

    private Signature() {}

    /** The report without the lines at its end that only name its author. */
    static List<Block> cut(List<Block> report) {
        int first = report.size();
        boolean signed = false;
        while (first > 0 && isPart(report.get(first - 1))) {
            first--;
            signed |= signs(report.get(first).text());
        }
        if (!signed) {
            return report;
        }
        boolean above = first > 0
                && !report.get(first).afterBlank()
                && report.get(first - 1).is(Kind.TEXT)
                && report.get(first - 1).afterBlank()
                && Words.of(report.get(first - 1).text()).size() <= MOST_WORDS;
        return report.subList(0, above ? first - 1 : first);
    }

    private static boolean isPart(Block block) {
        String text = block.text();
        return block.is(Kind.RULE) || block.is(Kind.TEXT) && (signs(text) || isAddress(text));
    }

    private static boolean signs(String text) {
        return Words.startsWithAny(text, "by:", "by :", "author:", "written by")
                || isAddress(text) && text.indexOf('@') > 0;
    }

    private static boolean isAddress(String text) {
        return text.indexOf(' ') < 0 && (text.indexOf('@') > 0 || text.startsWith("http"));
    }
}
