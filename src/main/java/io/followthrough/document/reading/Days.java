package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the days and the year a document names. */
final class Days {

    private Days() {}

    /** The day on which the document dates itself, at the latest where its timeline begins; null where it does not. */
    static @Nullable LocalDate ofDocument(Outline outline, @Nullable Integer year) {
        int timelineLine = outline.about(Topic.TIMELINE).stream()
                .mapToInt(Section::line)
                .min()
                .orElse(Integer.MAX_VALUE);
        for (Block block : outline.blocks()) {
            if (block.is(Kind.CODE)
                    || block.is(Kind.QUOTE)
                    || block.is(Kind.FRONT_MATTER) && !block.text().startsWith("date")) {
                continue;
            }
            if (isAboutTheDocument(block.text())) {
                continue;
            }
            LocalDate day = first(block.text(), year);
            if (day != null) {
                return day;
            }
            if (block.line() >= timelineLine) {
                return null;
            }
        }
        return null;
    }

    private static boolean isAboutTheDocument(String text) {
        return Words.startsWithAny(
                text, "posted", "published", "last updated", "written", "created", "report date", "reviewed");
    }

    /** The first day the text names, or null. */
    static @Nullable LocalDate first(String text, @Nullable Integer year) {
        for (Mention mention : Mentions.in(text)) {
            if (mention instanceof Mention.Date date) {
                LocalDate day = date.inYear(year);
                if (day != null) {
                    return day;
                }
            }
        }
        return null;
    }

    /** The year of days that name none: the first one the document names. */
    static @Nullable Integer year(Outline outline) {
        for (Block block : outline.blocks()) {
            if (block.is(Kind.CODE) || block.is(Kind.QUOTE)) {
                continue;
            }
            for (Mention mention : outline.mentions(block)) {
                if (mention instanceof Mention.Date date && date.year() != null) {
                    return date.year();
                }
            }
        }
        return null;
    }

    /** Lines that stand under a short label such as "Date". */
    static Set<Integer> labelled(Outline outline) {
        Set<Integer> lines = new HashSet<>();
        for (Section section : outline.about(Topic.DURATION)) {
            if (section.heading().length() < 20) {
                section.blocks().forEach(block -> lines.add(block.line()));
            }
        }
        return lines;
    }
}
