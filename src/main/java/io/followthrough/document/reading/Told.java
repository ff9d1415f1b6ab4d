package io.followthrough.document.reading;

import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers whether a document speaks of something at all, in whatever section. */
public final class Told {

    private static final Pattern ALERTED = Pattern.compile(
            "\\b(?:alert|alerts|alarm|alarms|monitoring|pager|pagers|pagerduty) (?:notified|informed) the\\b",
            Pattern.CASE_INSENSITIVE);
    /** Whatever {@link #ALERTED} finds holds one of them. */
    private static final Phrases NOTIFYING = Phrases.of("notified the", "informed the");

    private static final Phrases DEBUGGING = Phrases.of("debugging");
    private static final Phrases STEPS = Phrases.of("steps");
    private static final int LONGEST_WORD_OF_A_MOMENT = 4;

    private Told() {}

    /** How many blocks tell the timeline, when they name a single time of day among them; 0 otherwise. */
    public static int stepsWithOneTime(Evidence evidence) {
        List<Block> steps = evidence.outline().sections().stream()
                .filter(section -> section.is(Topic.TIMELINE) || section.within() == Topic.TIMELINE)
                .flatMap(section -> section.blocks().stream())
                .filter(block -> block.is(Kind.TEXT) || block.is(Kind.ITEM))
                .toList();
        long times = steps.stream()
                .flatMap(block -> evidence.outline().mentions(block).stream())
                .filter(Mention.Time.class::isInstance)
                .count();
        return times == 1 ? steps.size() : 0;
    }

    /** Whether a title names the incident, not only the kind of text. */
    public static boolean incidentInTitle(String title) {
        return !TitleReader.namesNoIncident(title);
    }

    /** Whether any wrong track is told. */
    public static boolean misleadingPaths(Evidence evidence) {
        return evidence.outline().tellsAbout(Topic.MISLEADING)
                || evidence.outline().sections().stream()
                        .anyMatch(section -> WrongTrackWords.NOT_WORKING.in(section.heading()))
                || mentions(evidence, WrongTrackWords.BELIEVED);
    }

    /** Whether it says at all who or what noticed; a moment alone does not, nor does a question mark. */
    public static boolean detection(Evidence evidence) {
        return evidence.document().detection().method() != null
                || DetectionReader.tellsOfReports(evidence.timeline())
                || evidence.outline().about(Topic.DETECTION).stream()
                        .anyMatch(section -> Words.of(section.text()).stream().anyMatch(Told::isMoreThanAMoment));
    }

    /** A moment or a length of time has short words, but for its unit. */
    private static boolean isMoreThanAMoment(String word) {
        return word.length() > LONGEST_WORD_OF_A_MOMENT
                && !word.startsWith("minute")
                && !word.startsWith("hour")
                && !word.startsWith("unknown");
    }

    /** Whether it says who was called in; that an alert came is how it was noticed. */
    public static boolean escalation(Evidence evidence) {
        return evidence.outline().tellsAbout(Topic.ESCALATION)
                || evidence.outline().says(StoryWords.ESCALATION)
                        && stories(evidence)
                                .anyMatch(text -> StoryWords.ESCALATION.in(text)
                                        && StoryWords.ESCALATION.in(withoutAlerts(text)));
    }

    /** Whether a day with its year is told, though nobody knows which of its numbers is the month. */
    public static boolean dayInTwoOrders(Evidence evidence) {
        return evidence.outline().placed(Mention.Date.class).stream()
                .filter(placed -> !placed.section().topic().isMeasures())
                .flatMap(placed -> evidence.outline().mentions(placed.block()).stream())
                .anyMatch(mention -> mention instanceof Mention.Date date && date.ambiguous() && date.year() != null);
    }

    private static String withoutAlerts(String text) {
        return NOTIFYING.in(text) ? ALERTED.matcher(text).replaceAll(" ") : text;
    }

    /** Whether any time of day is named. */
    public static boolean times(Evidence evidence) {
        return evidence.timeline().stream().anyMatch(TimedEntry::hasTime)
                || evidence.stated().start() != null
                || evidence.document().incident().start() != null
                || !evidence.timeline().isEmpty();
    }

    /** Whether a heading announces the steps from noticing to mending under that name. */
    public static boolean isDebugging(String heading) {
        if (DEBUGGING.in(heading) || !STEPS.in(heading)) {
            return DEBUGGING.in(heading);
        }
        List<String> words = Words.of(heading);
        return words.contains("steps")
                && Words.containsAny(words, "identification", "investigation", "troubleshooting");
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

    private static boolean mentions(Evidence evidence, Phrases phrases) {
        return evidence.outline().says(phrases) && stories(evidence).anyMatch(phrases::in);
    }

    private static Stream<String> stories(Evidence evidence) {
        return evidence.outline().sections().stream()
                .filter(section -> !section.topic().isMeasures()
                        && section.topic() != Topic.LESSONS
                        && section.topic() != Topic.CONCLUSION)
                .map(Section::text);
    }

    /** Whether it says anywhere in the story how it was mended. */
    public static boolean resolution(Evidence evidence) {
        String resolution = evidence.document().resolution();
        if (resolution != null) {
            return !isSlot(resolution);
        }
        return !leavesEmpty(evidence.outline(), Topic.RESOLUTION)
                && (evidence.restored() != null || mentions(evidence, StoryWords.MENDED));
    }

    /** Nothing but a slot of the template, or a promise to fill it. */
    private static boolean isSlot(String text) {
        List<String> slots = Placeholders.slots(text);
        return slots.size() == 1 && slots.get(0).equals(text.strip()) || Placeholders.isPromise(text);
    }

    /** Whoever leaves the section empty, with nothing below it, knows that something is missing. */
    private static boolean leavesEmpty(Outline outline, Topic topic) {
        if (outline.about(topic).stream().noneMatch(section -> section.text().isBlank())) {
            return false;
        }
        List<Section> sections = outline.sections();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            Section next = i + 1 < sections.size() ? sections.get(i + 1) : null;
            boolean empty = section.is(topic) && section.text().isBlank();
            if (empty && (next == null || next.level() <= section.level() && !goesOn(next, topic))) {
                return true;
            }
        }
        return false;
    }

    /** The heading stands twice, or another one says with what it goes on. */
    private static boolean goesOn(Section next, Topic topic) {
        return next.is(topic)
                || next.is(Topic.ACTIONS_TAKEN)
                || Words.containsAny(Words.of(next.heading()), "fix", "fixes");
    }

    /** Whether it says anywhere in the story what users saw. */
    public static boolean impact(Evidence evidence) {
        return evidence.document().impact().text() != null
                || !evidence.percents().isEmpty()
                || mentions(evidence, StoryWords.FELT);
    }

    /** Whether it says of the cause that nobody knows it, which is an answer. */
    public static boolean unknownCause(Evidence evidence) {
        return evidence.outline().says(StoryWords.UNKNOWN_CAUSE);
    }
}
