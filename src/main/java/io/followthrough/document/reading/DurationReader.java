package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long the text says the incident took. */
final class DurationReader {

    private static final Phrases LENGTH =
            Phrases.of("time to recover", "time to resol", "time to restor", "resolution time");

    private static final int NEAR = 45;
    private static final Phrases BEFORE = Phrases.of(
            "last",
            "duration",
            "took",
            "downtime",
            "outage of",
            "total of",
            "down for",
            "unavailable for",
            "accessible for",
            "failed for",
            "around for",
            "service for",
            "period of",
            "outage for",
            "time to recovery",
            "recovered in",
            "recover itself in",
            "recovered itself in",
            "restored in",
            "resolved in",
            "fixed in");
    private static final Phrases NOT_BEFORE = Phrases.of(
            "within", "every", "window", "additional", "after", "than", "time to detect", "first", "at least");

    /** What users saw "for about 3 hours". */
    private static final Pattern TROUBLE_FOR = Pattern.compile(
            "(?:down|dowed|out|halt|stopped|stalled|blocked|offline|inactive|unable|could not|couldn['’]t|cannot|still|fail\\w*|refus\\w*|errors?|degraded"
                    + "|slow\\w*|unavailab\\w*|inaccessib\\w*|unreachable|affected|disrupt\\w*|interrupt\\w*|lost|without|broken|unrespons\\w*)"
                    + "[^.;,]{0,25} (?:for|by) (?:about |approximately |nearly |over |almost |roughly |around |some |a total of |~)?$",
            Pattern.CASE_INSENSITIVE);

    /** "3 hours, from 13:00 to 16:00". */
    private static final Pattern RANGE_BEHIND =
            Pattern.compile(",? \\(?(?:from|between) \\d{1,2}[:.]\\d\\d", Pattern.CASE_INSENSITIVE);

    /** "A 35-minute outage". */
    private static final Pattern TROUBLE_BEHIND = Pattern.compile(
            " (?:long |total |partial |complete |full |service |site )?"
                    + "(?:outage|interruption|disruption|downtime|inaccessibility|unavailability)\\b",
            Pattern.CASE_INSENSITIVE);

    /** "45 minutes of downtime". */
    private static final Pattern OF_TROUBLE = Pattern.compile(
            " of (?:\\w+ ){0,2}(?:outage|interruption|disruption|downtime|unavailability)\\b",
            Pattern.CASE_INSENSITIVE);

    /** "From 13:00 to 16:00 UTC, nearly 3 hours". */
    private static final Pattern RANGE_BEFORE = Pattern.compile(
            "(?:\\bto|\\buntil|\\btill|[-–—]) ?\\d{1,2}[:.]\\d\\d(?: ?[ap]\\.?m\\b\\.?)?(?: [A-Z]{2,4})?\\)?,? ?\\(?"
                    + "(?:(?:or|for|about|approximately|approx\\.|nearly|over|almost|roughly|around|some|just|a total of) )*$",
            Pattern.CASE_INSENSITIVE);

    /** Characters, more than the longest of what is sought behind a length of time. */
    private static final int BEHIND = 40;

    private DurationReader() {}

    /** A stated duration and the words that state it. */
    record Stated(int minutes, Quote quote) {}

    static @Nullable Stated read(Outline outline) {
        Stated labelled = labelled(outline);
        if (labelled != null) {
            return labelled;
        }
        for (Topic topic : List.of(
                Topic.SUMMARY,
                Topic.PREAMBLE,
                Topic.IMPACT,
                Topic.TIMELINE,
                Topic.DETECTION,
                Topic.STATISTICS,
                Topic.RESOLUTION,
                Topic.OTHER)) {
            for (Outline.Placed placed : outline.placed(Mention.Duration.class)) {
                Stated stated = placed.section().is(topic) ? inProse(outline, placed.block()) : null;
                if (stated != null) {
                    return stated;
                }
            }
        }
        return null;
    }

    private static @Nullable Stated labelled(Outline outline) {
        for (Section section : outline.where(DurationReader::isLength)) {
            for (Block block : section.blocks()) {
                for (Mention mention : outline.mentions(block)) {
                    if (mention instanceof Mention.Duration duration) {
                        return new Stated(duration.minutes(), quote(block, duration));
                    }
                }
            }
        }
        return null;
    }

    private static Quote quote(Block block, Mention.Duration duration) {
        return new Quote(block.line(), block.text().substring(duration.start(), duration.end()));
    }

    private static boolean isLength(Section section) {
        return section.is(Topic.DURATION) || LENGTH.in(section.heading());
    }

    private static @Nullable Stated inProse(Outline outline, Block block) {
        if (block.is(Kind.CODE) || block.is(Kind.QUOTE) || block.is(Kind.TABLE_ROW)) {
            return null;
        }
        String text = block.text();
        for (Mention mention : outline.mentions(block)) {
            if (mention instanceof Mention.Duration duration) {
                String before = text.substring(Math.max(0, duration.start() - NEAR), duration.start());
                String behind = text.substring(duration.end(), Math.min(text.length(), duration.end() + BEHIND));
                boolean stated = BEFORE.in(before)
                        || TROUBLE_FOR.matcher(before).find()
                        || RANGE_BEFORE.matcher(before).find()
                        || RANGE_BEHIND.matcher(behind).lookingAt()
                        || OF_TROUBLE.matcher(behind).lookingAt()
                        || TROUBLE_BEHIND.matcher(behind).lookingAt();
                if (stated && !NOT_BEFORE.in(before)) {
                    return new Stated(duration.minutes(), quote(block, duration));
                }
            }
        }
        return null;
    }
}
