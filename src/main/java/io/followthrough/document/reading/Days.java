package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
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

    /** The day that is meant: one in two orders is the one that lies beside a certain day of the document. */
    static @Nullable LocalDate of(Mention.Date date, Outline outline) {
        Integer year = year(outline);
        LocalDate day = date.inYear(year);
        if (day != null || !date.ambiguous()) {
            return day;
        }
        LocalDate document = ofDocument(outline, year);
        LocalDate known = document == null ? inTimeline(outline, year) : document;
        if (known == null) {
            return null;
        }
        LocalDate beside = date.beside(known);
        // A report is not written before the incident, save for the hours between two zones.
        return beside == null || beside.isAfter(known.plusDays(1)) ? null : beside;
    }

    private static @Nullable LocalDate inTimeline(Outline outline, @Nullable Integer year) {
        for (Section section : outline.about(Topic.TIMELINE)) {
            for (Block block : section.blocks()) {
                LocalDate day = first(block.text(), year);
                if (day != null) {
                    return day;
                }
            }
        }
        return null;
    }

    private static boolean isAboutTheDocument(String text) {
        return Words.startsWithAny(
                text, "posted", "published", "last updated", "written", "created", "report date", "review", "meeting");
    }

    /** The first day the blocks name, or null. */
    static @Nullable LocalDate first(List<Block> blocks, Outline outline) {
        Integer year = year(outline);
        for (Block block : blocks) {
            LocalDate day = first(block.text(), year);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** The day that a sentence of the text says it broke on, with its year, or null. */
    static @Nullable LocalDate broken(String text) {
        for (String sentence : Sentences.of(text)) {
            LocalDate day = Breaking.tellsOfBreaking(sentence) ? first(sentence, null) : null;
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** The first day that stands under a label such as "Date" beside the window, or null. */
    static @Nullable LocalDate labelledFirst(List<Block> statements, Outline outline) {
        Set<Block> dated = labelled(outline);
        return first(statements.stream().filter(dated::contains).toList(), outline);
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

    /** Blocks that stand under a short label such as "Date": those themselves, as HTML puts others on their line. */
    static Set<Block> labelled(Outline outline) {
        Set<Block> blocks = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Section section : outline.about(Topic.DURATION)) {
            if (section.heading().length() < 20 && !isAboutTheDocument(section.heading())) {
                blocks.addAll(section.blocks());
            }
        }
        return blocks;
    }
}
