package io.followthrough.document.source;

import io.followthrough.document.source.Block.Check;
import io.followthrough.document.source.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list item or a line of text that the next lines may still belong to. */
final class Pending {

    private static final int WIDEST_WRAP = 150;
    private static final int NARROWEST_WRAP = 50;
    private static final int LONGEST_HEADING = 100;
    /** Columns that a day and a weekday take before a clock. */
    private static final int LATEST_CLOCK = 32;

    private static final Pattern NAMED = Pattern.compile("[*_]{0,2}\\p{L}+(?: \\p{L}+)? ?[*_]{0,2}:[*_]{0,2} ");

    private final Line first;
    private final @Nullable ListMarker marker;
    private final int depth;
    private final boolean afterBlank;
    /** Only what goes on over several lines needs room of its own. */
    private @Nullable StringBuilder joined;

    private List<String> details = List.of();
    private String last;
    private int parts = 1;
    private int headingLevel;

    Pending(Line first, @Nullable ListMarker marker, int depth, boolean afterBlank) {
        this.first = first;
        this.marker = marker;
        this.depth = depth;
        this.afterBlank = afterBlank;
        this.last = marker == null ? first.text().strip() : marker.content();
    }

    /** Whether the line is the wrapped rest, or for an indented line under an item a further line, of this block. */
    boolean continuedBy(Line line, int wrapWidth, boolean gap) {
        if (gap) {
            return false;
        }
        if (marker != null && line.indent() > marker.indent() + 1) {
            return !endsLabel() || parts > 1 && !startsUpper(line);
        }
        if (startsLower(line) && !endsSentence()) {
            return !(isNamed(last) && isNamed(line.text().strip())) && !isInCapitals();
        }
        if (marker == null && beginsWithClock(line) && beginsWithClock(first)) {
            return false;
        }
        return wrapWidth <= WIDEST_WRAP
                && wrapWidth >= NARROWEST_WRAP
                && !endsSentence()
                && !isSecondOfAList(line)
                && wouldNotFit(line, wrapWidth)
                && !(marker == null
                        && isNamed(first.text().strip())
                        && isNamed(line.text().strip()));
    }

    /** "Replacing …" over "Reviewing …" are two things, however long the first is. */
    private boolean isSecondOfAList(Line line) {
        return startsUpper(first) && beginsDoing(first) && startsUpper(line) && beginsDoing(line);
    }

    private static boolean beginsDoing(Line line) {
        String text = line.text().strip();
        int blank = text.indexOf(' ');
        return blank > 0 && text.startsWith("ing", blank - 3);
    }

    /** {@code start : …} over {@code end : …} are two things, in small letters or however long they are. */
    private static boolean isNamed(String text) {
        return NAMED.matcher(text).lookingAt();
    }

    /** {@code ROOT CAUSE} over a line that begins with a small letter: nobody changes his voice within a sentence. */
    private boolean isInCapitals() {
        if (marker != null || parts > 1 || last.indexOf(' ') < 0) {
            return false;
        }
        for (int i = 0; i < last.length(); i++) {
            char c = last.charAt(i);
            if (!Character.isUpperCase(c) && c != ' ' && c != '&') {
                return false;
            }
        }
        return true;
    }

    /** {@code March 10, 7:15 AM}: what happened then is told line by line, however long the lines are. */
    private static boolean beginsWithClock(Line line) {
        int colon = line.text().indexOf(':');
        return colon < LATEST_CLOCK && LineShape.isInClock(line.text(), colon);
    }

    private boolean endsLabel() {
        return last.endsWith(":")
                || last.endsWith(":**")
                || last.endsWith("**:")
                || last.endsWith(":__")
                || last.endsWith("__:");
    }

    private static boolean startsUpper(Line line) {
        return Character.isUpperCase(line.text().strip().charAt(0));
    }

    private static boolean startsLower(Line line) {
        return Character.isLowerCase(line.text().strip().charAt(0));
    }

    private boolean endsSentence() {
        return last.isEmpty() || ".:;!?>".indexOf(last.charAt(last.length() - 1)) >= 0;
    }

    /** An editor wraps where the next word no longer fits; a writer who starts a new line does so earlier. */
    private boolean wouldNotFit(Line line, int wrapWidth) {
        String next = line.text().strip();
        int word = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
        int used = first.indent() + (marker == null ? 0 : 2) + last.length();
        return used + 1 + word > wrapWidth && used > NARROWEST_WRAP / 2;
    }

    void append(String text) {
        if (marker != null && startsDetail(text)) {
            details = details.isEmpty() ? new ArrayList<>() : details;
            details.add(text);
        }
        joined = joined == null ? new StringBuilder(last) : joined;
        joined.append(' ').append(text);
        last = text;
        parts++;
    }

    private static boolean startsDetail(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && colon < 25 && Character.isUpperCase(text.charAt(0));
    }

    boolean canBeSetext(String rule) {
        char mark = rule.charAt(0);
        return marker == null
                && parts == 1
                && last.length() <= LONGEST_HEADING
                && (mark == '=' || mark == '-')
                && rule.indexOf(' ') < 0;
    }

    void becomeHeading(int level) {
        headingLevel = level;
    }

    Block toBlock() {
        InlineText text = InlineText.of(joined == null ? last : joined.toString());
        Kind kind = headingLevel > 0 ? Kind.HEADING : marker == null ? Kind.TEXT : Kind.ITEM;
        return new Block(
                kind,
                headingLevel,
                depth,
                marker == null ? first.indent() : marker.indent(),
                text.text(),
                text.lead(),
                details,
                List.of(),
                marker == null ? Check.NONE : marker.check(),
                afterBlank,
                first.number());
    }
}
