package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a postmortem from a template, an assignment and everything else. */
final class Recogniser {

    private static final Phrases QUOTED_EXAMPLE = Phrases.of("e.g. “", "e.g. \"");
    private static final Phrases SIGNS = Phrases.of(
            "outage",
            "postmortem",
            "post-mortem",
            "incident",
            "root cause",
            "downtime",
            "was down",
            "was unavailable",
            "failure",
            "issue",
            "unavailable",
            "unreachable",
            "stopped working",
            "stopped running");

    private static final Phrases CALLED = Phrases.of("postmortem", "post-mortem", "post mortem", "incident report");

    private static final Set<Topic> TELLING = EnumSet.of(
            Topic.SUMMARY,
            Topic.DURATION,
            Topic.IMPACT,
            Topic.TIMELINE,
            Topic.DETECTION,
            Topic.ROOT_CAUSE,
            Topic.RESOLUTION,
            Topic.ROOT_CAUSE_AND_RESOLUTION,
            Topic.MEASURES,
            Topic.IMPROVEMENTS,
            Topic.TASKS,
            Topic.LESSONS);
    private static final Phrases GUIDES =
            Phrases.of("how to", "writing", "guide", "template", "best practices", "format of a", "structure of a");
    private static final Phrases HOW_TO = Phrases.of("how to", "guide to", "best practices", "tips for");
    private static final int HEADINGS_OF_A_TITLE = 2;
    private static final int MANY_PLACEHOLDERS = 5;
    private static final int MANY_INSTRUCTIONS = 5;
    /** Openings of what templates say in the place of a text. */
    private static final String[] INSTRUCTIONS = {
        "list any",
        "list the",
        "describe ",
        "explain ",
        "provide a",
        "provide the",
        "summarize ",
        "outline the",
        "include ",
        "what was the",
        "what were",
        "state the",
        "give a detailed",
        "give detailed",
        "itemized list",
        "short summary ("
    };

    private static final int MANY_EXAMPLES = 4;
    private static final int FEWEST_STEPS = 3;
    /** Blocks in which a document says what it is. */
    private static final int OPENING = 8;

    private static final int MANY_SIGNS = 4;
    private static final int MANY_TIMES = 3;

    private Recogniser() {}

    /** Why the text is no postmortem, or null when it is one. */
    static @Nullable String whyNot(Outline outline) {
        if (outline.blocks().isEmpty()) {
            return "it holds an assignment or nothing at all";
        }
        Counts counts = Counts.of(outline.prose());
        if (counts.isTemplate(outline.prose().size()) || isOutlineOfQuestions(outline) || namesNothing(outline)) {
            return "it is a template that nobody has filled in";
        }
        if (isGuide(outline) || isHowTo(outline)) {
            return "it tells how to write one";
        }
        if (times(outline) == 0 && Readme.is(outline)) {
            return "it leads to postmortems that stand elsewhere";
        }
        long topics = TELLING.stream().filter(topic -> isThere(outline, topic)).count();
        int signs = counts.signs();
        boolean promises = isThere(outline, Topic.MEASURES)
                || isThere(outline, Topic.IMPROVEMENTS)
                || isThere(outline, Topic.TASKS);
        boolean tells = topics >= 3
                || promises && signs >= 1 && times(outline) >= 1
                || topics == 2 && signs >= 2
                || signs >= MANY_SIGNS && times(outline) >= MANY_TIMES;
        boolean inOtherWords = promises && topics >= 4 && hasDatedTimeline(outline);
        return tells && signs >= 1 || inOtherWords || isTold(outline, signs)
                ? null
                : "it tells no incident, timeline, cause or measures";
    }

    private static boolean isThere(Outline outline, Topic topic) {
        return outline.about(topic).stream()
                .anyMatch(section -> !section.blocks().isEmpty());
    }

    /** Some never say what it was, and tell step by step what happened and what follows from it. */
    private static boolean hasDatedTimeline(Outline outline) {
        return outline.about(Topic.TIMELINE).stream()
                        .flatMap(section -> section.blocks().stream())
                        .filter(block -> Timestamps.startsWithMoment(block.text()))
                        .limit(FEWEST_STEPS)
                        .count()
                == FEWEST_STEPS;
    }

    /** A story without sections that calls itself one and opens with the day and how long it lasted. */
    private static boolean isTold(Outline outline, int signs) {
        List<Block> opening =
                outline.blocks().subList(0, Math.min(OPENING, outline.blocks().size()));
        return signs >= MANY_SIGNS
                && opening.stream().anyMatch(block -> isTitle(block) && CALLED.in(block.text()))
                && opening.stream()
                        .anyMatch(block -> names(outline, block, Mention.Date.class)
                                && names(outline, block, Mention.Duration.class));
    }

    private static boolean names(Outline outline, Block block, Class<? extends Mention> kind) {
        return block.is(Kind.TEXT) && outline.mentions(block).stream().anyMatch(kind::isInstance);
    }

    /** A slot for what it is about and a slot for when it was: what is told below are examples. */
    private static boolean namesNothing(Outline outline) {
        List<Block> opening =
                outline.blocks().subList(0, Math.min(OPENING, outline.blocks().size()));
        boolean title = opening.stream()
                .filter(block -> block.is(Kind.HEADING))
                .limit(1)
                .anyMatch(block -> Placeholders.in(block.text()) > 0);
        return title && opening.stream().anyMatch(Recogniser::isDateToFillIn);
    }

    private static boolean isDateToFillIn(Block block) {
        Label label = Label.of(block.text());
        return label != null
                && label.name().toLowerCase(Locale.ROOT).contains("date")
                && Placeholders.in(label.rest()) > 0;
    }

    /**
     * What the blocks hold, counted in one walk, because a long document is in no cache.
     *
     * @param open with a slot that nobody filled in
     * @param examples told as examples
     * @param signs that speak of an incident, counted up to as many as anybody asks for
     */
    private record Counts(int open, int examples, int signs) {

        static Counts of(List<Block> prose) {
            int open = 0;
            int examples = 0;
            int signs = 0;
            for (Block block : prose) {
                String text = block.text();
                open += Placeholders.in(text) > 0 && !isDayWithoutTime(text) ? 1 : 0;
                examples += QUOTED_EXAMPLE.in(text) ? 1 : 0;
                signs += signs < MANY_SIGNS && SIGNS.in(text) ? 1 : 0;
            }
            return new Counts(open, examples, signs);
        }

        /** A step of a timeline whose hour nobody knew is told all the same. */
        private static boolean isDayWithoutTime(String text) {
            return Placeholders.isTime(text) && Timestamps.startsWithMoment(text);
        }

        /** A report with a slot or two left open is still a report. */
        boolean isTemplate(int blocks) {
            return open >= MANY_PLACEHOLDERS && open * 4L >= blocks || examples >= MANY_EXAMPLES;
        }
    }

    /** Tells how postmortems are written, and of none. */
    private static boolean isGuide(Outline outline) {
        return outline.blocks().stream()
                        .filter(block -> block.is(Kind.HEADING))
                        .limit(HEADINGS_OF_A_TITLE)
                        .anyMatch(block -> GUIDES.in(block.text()))
                && outline.naming().isEmpty();
    }

    /** An article for whoever writes one, with the story of an incident or without. */
    private static boolean isHowTo(Outline outline) {
        return outline.blocks().stream().limit(OPENING).anyMatch(Recogniser::isHowToTitle)
                && outline.about(Topic.TIMELINE).isEmpty()
                && times(outline) == 0;
    }

    private static boolean isHowToTitle(Block block) {
        return isTitle(block) && HOW_TO.in(block.text()) && SIGNS.in(block.text());
    }

    private static boolean isTitle(Block block) {
        return block.is(Kind.HEADING)
                || block.is(Kind.FRONT_MATTER) && block.text().startsWith("title");
    }

    /** Asks for a postmortem, line by line, in the place of telling one. */
    private static boolean isOutlineOfQuestions(Outline outline) {
        List<Block> prose = outline.prose();
        long instructions = times(outline) > 0
                ? 0
                : prose.stream().filter(block -> instructs(block.text())).count();
        return instructions >= MANY_INSTRUCTIONS && instructions * 4 >= prose.size();
    }

    private static boolean instructs(String text) {
        Label label = Label.of(text);
        return text.endsWith("?") && label != null
                || Words.startsWithAny(label == null || label.rest().isEmpty() ? text : label.rest(), INSTRUCTIONS);
    }

    /** Counted up to as many as anybody asks for. */
    private static int times(Outline outline) {
        int times = 0;
        for (Block block : outline.naming()) {
            if (times >= MANY_TIMES) {
                return times;
            }
            for (Mention mention : outline.mentions(block)) {
                times += mention instanceof Mention.Time && !block.is(Kind.HEADING) ? 1 : 0;
            }
        }
        return times;
    }
}
