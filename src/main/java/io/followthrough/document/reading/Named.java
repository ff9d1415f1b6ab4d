package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import java.time.LocalDate;
import java.util.List;

/** Goes through the values a document names, for rules that look at every place. */
public final class Named {

    private static final Phrases OCCURRED = Phrases.of("occurred on", "happened on", "took place on");
    private static final int BESIDE = 4;

    private Named() {}

    /** All values of a kind in the prose. */
    public static <M extends Mention> void forEach(Evidence evidence, Class<M> kind, PlacedConsumer<M> consumer) {
        for (Block block : evidence.outline().naming(kind)) {
            if (block.is(Kind.TABLE_HEAD)) {
                continue;
            }
            for (Mention mention : evidence.outline().mentions(block)) {
                if (kind.isInstance(mention)) {
                    consumer.accept(kind.cast(mention), block);
                }
            }
        }
    }

    /** Takes a value and the block it stands in. */
    public interface PlacedConsumer<M> {

        /** Called once for each value. */
        void accept(M mention, Block block);
    }

    /** All weekdays with the date right beside them: "Monday, February 14". */
    public static void forEachPair(Evidence evidence, PairConsumer consumer) {
        for (Block block : evidence.outline().naming(Mention.Weekday.class)) {
            Mention before = null;
            for (Mention mention : evidence.outline().mentions(block)) {
                if (before != null && mention.start() - before.end() <= BESIDE) {
                    if (before instanceof Mention.Weekday weekday && mention instanceof Mention.Date date) {
                        consumer.accept(weekday, date, block.line());
                    } else if (before instanceof Mention.Date date && mention instanceof Mention.Weekday weekday) {
                        consumer.accept(weekday, date, block.line());
                    }
                }
                before = mention;
            }
        }
    }

    /** All full dates of sentences that say when the incident occurred. */
    public static void forEachOccurrence(Evidence evidence, OccurrenceConsumer consumer) {
        for (Block block : evidence.outline().naming(Mention.Date.class)) {
            if (!OCCURRED.in(block.text())) {
                continue;
            }
            for (Mention mention : evidence.outline().mentions(block)) {
                boolean said = mention instanceof Mention.Date
                        && OCCURRED.in(block.text().substring(Math.max(0, mention.start() - 14), mention.start()));
                LocalDate day = said && mention instanceof Mention.Date date ? date.inYear(null) : null;
                if (day != null) {
                    consumer.accept(day, block.line(), block.text().substring(mention.start(), mention.end()));
                }
            }
        }
    }

    /** The full dates that notes over the timeline begin with: "2025-03-12 (all times UTC)". */
    public static void forEachDayOverTimeline(Evidence evidence, OccurrenceConsumer consumer) {
        for (Section section : evidence.outline().about(Topic.TIMELINE)) {
            for (Block block : section.blocks()) {
                boolean note = !block.is(Kind.TABLE_ROW) && TimelineReader.isZoneNote(block.text());
                List<Mention> mentions = note ? evidence.outline().mentions(block) : List.of();
                LocalDate day = !mentions.isEmpty() && mentions.get(0) instanceof Mention.Date date && date.start() == 0
                        ? date.inYear(null)
                        : null;
                if (day != null) {
                    consumer.accept(
                            day,
                            block.line(),
                            block.text().substring(0, mentions.get(0).end()));
                }
            }
        }
    }

    /** Takes a day on which the incident is said to have occurred, its line and its words. */
    public interface OccurrenceConsumer {

        /** Called once for each. */
        void accept(LocalDate day, int line, String words);
    }

    /**
     * The weekday on which the opening of the document sets the incident, when it names exactly one and no date beside
     * it: "on an ordinary Tuesday".
     */
    public static void forTheOnlyWeekday(Evidence evidence, WeekdayConsumer consumer) {
        Mention.Weekday only = null;
        Block where = null;
        for (Section section : evidence.outline().about(Topic.PREAMBLE, Topic.SUMMARY)) {
            for (Block block : section.blocks()) {
                for (Mention mention : evidence.outline().mentions(block)) {
                    if (mention instanceof Mention.Weekday weekday) {
                        if (only != null) {
                            return;
                        }
                        only = weekday;
                        where = block;
                    }
                }
            }
        }
        if (only != null && where != null && !namesADate(evidence, where)) {
            consumer.accept(only, where.line(), where.text().substring(only.start(), only.end()));
        }
    }

    private static boolean namesADate(Evidence evidence, Block block) {
        return evidence.outline().mentions(block).stream().anyMatch(Mention.Date.class::isInstance);
    }

    /** Takes a weekday, its line and its word. */
    public interface WeekdayConsumer {

        /** Called at most once. */
        void accept(Mention.Weekday weekday, int line, String words);
    }

    /** Takes a weekday, the date beside it and the line of both. */
    public interface PairConsumer {

        /** Called once for each pair. */
        void accept(Mention.Weekday weekday, Mention.Date date, int line);
    }
}
