package io.followthrough.document.reading;

import io.followthrough.document.Detection;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;

/** Answers whether a document speaks of something at all, in whatever section. */
public final class Told {

    private static final String[] MISLEADING = {
        "mislead", "assum", "suspect", "ruled out", "red herring", "false positive", "wrong track", "turned out not",
                "incorrectly",
        "erroneous", "mistaken", "initially thought", "first thought", "not the cause", "no improvement", "persisted",
                "wrong street", "believing"
    };
    private static final String[] ESCALATION = {
        "escalat",
        "called in",
        "brought in",
        "was engaged",
        "were engaged",
        "summoned",
        "joined the investigation",
        "paged",
        "contacted the",
        "notified the",
        "team was informed",
        "was handed",
        "pinged",
        "pings",
        "on-call engineer",
        "joins",
        "personnel",
        "alerted their supervisor",
        "assigned to",
        "joined #"
    };

    private static final int BESIDE = 4;

    private Told() {}

    /** Whether any wrong track is told. */
    public static boolean misleadingPaths(Evidence evidence) {
        return evidence.outline().tellsAbout(Topic.MISLEADING)
                || evidence.outline().sections().stream()
                        .anyMatch(section -> Words.mentions(section.heading(), "not work"))
                || mentions(evidence, MISLEADING);
    }

    /** Whether it says at all that somebody or something noticed. */
    public static boolean detection(Evidence evidence) {
        return !evidence.document().detection().equals(Detection.UNKNOWN)
                || evidence.outline().tellsAbout(Topic.DETECTION);
    }

    /** Whether it says who was called in. */
    public static boolean escalation(Evidence evidence) {
        return evidence.outline().tellsAbout(Topic.ESCALATION) || mentions(evidence, ESCALATION);
    }

    /** Whether any time of day is named. */
    public static boolean times(Evidence evidence) {
        return evidence.timeline().stream().anyMatch(TimedEntry::hasTime)
                || evidence.stated().start() != null
                || evidence.document().incident().start() != null
                || !evidence.timeline().isEmpty();
    }

    /** Whether the timeline names days, if no times. */
    public static boolean timelineDates(Evidence evidence) {
        int dated = 0;
        for (TimelineReader.Step step : TimelineReader.entries(evidence.outline())) {
            Moment moment = step.moment();
            dated += moment != null && moment.date() != null ? 1 : 0;
        }
        return dated >= 2 && dated * 2 > evidence.timeline().size();
    }

    private static boolean mentions(Evidence evidence, String[] phrases) {
        for (Section section : evidence.outline().sections()) {
            boolean story = !section.topic().isMeasures()
                    && section.topic() != Topic.LESSONS
                    && section.topic() != Topic.CONCLUSION;
            if (story && Words.mentions(section.text(), phrases)) {
                return true;
            }
        }
        return false;
    }

    /** All values of a kind in the prose, for rules that look at every place. */
    public static <M extends Mention> void forEach(Evidence evidence, Class<M> kind, PlacedConsumer<M> consumer) {
        for (Block block : evidence.outline().prose()) {
            if (block.is(Kind.TABLE_HEAD)) {
                continue;
            }
            for (Mention mention : Mentions.in(block.text())) {
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
        for (Block block : evidence.outline().prose()) {
            Mention before = null;
            for (Mention mention : Mentions.in(block.text())) {
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

    /** Takes a weekday, the date beside it and the line of both. */
    public interface PairConsumer {

        /** Called once for each pair. */
        void accept(Mention.Weekday weekday, Mention.Date date, int line);
    }
}
