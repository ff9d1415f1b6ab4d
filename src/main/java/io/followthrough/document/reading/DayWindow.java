package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days of an incident that is told without times.
 *
 * @param last null where no more than one day is named
 * @param firstQuote the words that name the first day where it is one end of a range, or null
 * @param lastQuote the words that name the last day, or null
 * @param line of the block that names them
 */
record DayWindow(
        LocalDate first,
        @Nullable LocalDate last,
        @Nullable Quote firstQuote,
        @Nullable Quote lastQuote,
        int line) {

    private static final Phrases HAPPENED =
            Phrases.of("happened on", "incident on", "outage on", "incident of", "outage of");

    /**
     * The two ends of a range, else the one day that the breaking sentence, a label or the title names; null for none.
     */
    static @Nullable DayWindow read(Outline outline, List<Block> statements) {
        Integer year = Days.year(outline);
        Set<Block> dated = Days.labelled(outline);
        for (Block block : statements) {
            boolean stated = dated.contains(block) || Breaking.tellsOfBreaking(block.text());
            DayWindow range = stated ? range(block, Moments.in(block.text(), outline.mentions(block)), year) : null;
            if (range != null) {
                return range;
            }
        }
        for (Block block : statements) {
            LocalDate only = Breaking.tellsOfBreaking(block.text()) ? Days.broken(block.text()) : null;
            if (only != null) {
                return new DayWindow(only, null, null, null, block.line());
            }
        }
        for (Block block : statements) {
            LocalDate only = dated.contains(block) ? Days.first(block.text(), year) : null;
            if (only != null) {
                return new DayWindow(only, null, null, null, block.line());
            }
        }
        return ofHeading(outline);
    }

    /** "What happened on 3 May 2025", as a title or section. */
    private static @Nullable DayWindow ofHeading(Outline outline) {
        for (Block block : outline.blocks()) {
            boolean heading = block.is(Kind.HEADING)
                    || block.is(Kind.FRONT_MATTER) && block.text().startsWith("title");
            LocalDate day = heading && HAPPENED.in(block.text()) ? Days.first(block.text(), null) : null;
            if (day != null) {
                return new DayWindow(day, null, null, null, block.line());
            }
        }
        return null;
    }

    private static @Nullable DayWindow range(Block block, List<Moment> moments, @Nullable Integer year) {
        for (int i = 0; i < moments.size(); i++) {
            Mention.Date date = moments.get(i).date();
            LocalDate first = dateOf(moments.get(i), year);
            LocalDate last = date == null ? null : date.lastInYear(year);
            boolean range = i + 1 < moments.size() && Ranges.connects(block.text(), moments.get(i), moments.get(i + 1));
            if (last == null && range) {
                last = dateOf(moments.get(i + 1), year);
            }
            if (first != null && last != null) {
                return new DayWindow(
                        first,
                        last,
                        WindowReader.quote(block, moments.get(i)),
                        WindowReader.quote(block, moments.get(range ? i + 1 : i)),
                        block.line());
            }
        }
        return null;
    }

    private static @Nullable LocalDate dateOf(Moment moment, @Nullable Integer year) {
        return moment.date() == null || moment.time() != null
                ? null
                : moment.date().inYear(year);
    }
}
