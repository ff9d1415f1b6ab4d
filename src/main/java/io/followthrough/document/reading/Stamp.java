package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The moment an entry speaks of.
 *
 * @param rest what happened then
 */
record Stamp(Moment moment, String rest) {

    private static final int FARTHEST = 250;
    private static final Set<String> NAMES_OF_DAYS = Set.of("timeline", "date", "day", "time", "on");
    private static final String SEPARATORS = " :-–—|,;.>)]*_~→";

    /** The stamp of the block, or null when it names no moment near its start. */
    static @Nullable Stamp of(Block block, Outline outline) {
        if (block.is(Kind.TABLE_ROW)) {
            return ofRow(block, outline);
        }
        if (block.is(Kind.TABLE_HEAD)) {
            return ofHead(block.cells());
        }
        if (block.is(Kind.CODE) || block.is(Kind.QUOTE)) {
            return null;
        }
        return ofText(block.text(), outline.mentions(block));
    }

    /** A day in the place of a column's name holds for the rows below it. */
    private static @Nullable Stamp ofHead(List<String> cells) {
        List<Moment> moments = cells.isEmpty() ? List.of() : Moments.in(cells.get(0));
        boolean day = moments.size() == 1
                && moments.get(0).time() == null
                && moments.get(0).end() == cells.get(0).length()
                && NAMES_OF_DAYS.containsAll(
                        Words.of(cells.get(0).substring(0, moments.get(0).start())));
        return day ? new Stamp(moments.get(0), "") : null;
    }

    private static @Nullable Stamp ofRow(Block row, Outline outline) {
        List<String> cells = row.cells();
        if (cells.size() < 2) {
            return null;
        }
        boolean two = cells.size() > 2
                && Timestamps.startsWithMoment(cells.get(0))
                && Timestamps.startsWithMoment(cells.get(1))
                && cells.get(1).length() < 25;
        List<Moment> moments = two
                ? Moments.in(cells.get(0) + " " + cells.get(1))
                : Moments.in(cells.get(0), within(cells.get(0), outline.mentions(row)));
        if (moments.isEmpty()) {
            return null;
        }
        String rest = cells.size() == 2 ? cells.get(1) : String.join(" ", cells.subList(two ? 2 : 1, cells.size()));
        return new Stamp(moments.get(0), rest.strip());
    }

    /** The values of the first cell, which the text of a row begins with. */
    private static List<Mention> within(String cell, List<Mention> mentions) {
        int count = 0;
        while (count < mentions.size() && mentions.get(count).end() <= cell.length()) {
            count++;
        }
        return mentions.subList(0, count);
    }

    private static @Nullable Stamp ofText(String text, List<Mention> mentions) {
        List<Moment> moments =
                text.length() > FARTHEST ? Moments.in(text.substring(0, FARTHEST)) : Moments.in(text, mentions);
        if (moments.isEmpty()) {
            return null;
        }
        Moment first = moments.get(0);
        if (!Timestamps.startsWithMoment(text, mentions)) {
            // In a sentence only a time of day makes a step of it; "version of 3 May" does not.
            Moment timed = moments.stream()
                    .filter(moment -> moment.time() != null)
                    .findFirst()
                    .orElse(first);
            return new Stamp(timed, text);
        }
        int from = first.end();
        if (moments.size() > 1 && moments.get(1).start() - from <= 5) {
            from = moments.get(1).end();
            first = Ranges.halved(first, moments.get(1));
        }
        return new Stamp(first, withoutSeparators(text.substring(Math.min(from, text.length()))));
    }

    private static String withoutSeparators(String text) {
        int start = 0;
        while (start < text.length() && SEPARATORS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start).strip();
    }
}
