package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.List;

/** Recognises the paragraph that rounds a postmortem off. */
final class Closing {

    private static final Phrases OPENINGS = Phrases.of(
            "in conclusion",
            "in the end",
            "to conclude",
            "in summary",
            "overall,",
            "by implementing",
            "by addressing",
            "by taking",
            "by following",
            "by learning",
            "this postmortem",
            "this post-mortem",
            "this incident",
            "this outage",
            "the incident",
            "moving forward",
            "with these",
            "all in all",
            "these measures",
            "these actions",
            "these steps",
            "these tasks",
            "these improvements",
            "implementing these",
            "through these",
            "we apologize",
            "again, we apolog",
            "we appreciate your",
            "we thank ",
            "thank you",
            "thanks for",
            "sincerely",
            "best regards",
            "kind regards",
            "regards,",
            "on a lighter note",
            "we apologise",
            "you can read more",
            "remember,",
            "let's ",
            "let’s ",
            "addressing these",
            "overall ",
            "prepared by",
            "reviewed by",
            "written by",
            "so, ");

    /** Right below a measure it is a remark on that one. */
    private static final Phrases CHATTING = Phrases.of("let's ", "let’s ", "so, ", "remember,");

    private static final Phrases SUMMING_UP = Phrases.of("overall");

    /** What looks back on all that stands above. */
    private static final Phrases BACK = Phrases.of("this ", "these ", "such ", "together, ", "the above ");
    /** What it says of that: a promise of the whole, and none of somebody's work. */
    private static final Phrases HOPING = Phrases.of(
            " will help",
            " will keep",
            " will ensure",
            " will make",
            " will allow",
            " will prevent",
            " will reduce",
            " will improve",
            " will strengthen",
            " will enable",
            " will lead",
            " will minimi",
            " will go a long way",
            " helps ",
            " help us",
            " ensures ",
            " ensure that",
            " aim to",
            " aims to",
            " should help",
            " should keep",
            " should prevent",
            " would help");
    /** Below a picture stands what it shows. */
    private static final Phrases CAPTIONS = Phrases.of(
            "the drawing shows", "the picture shows", "the image shows", "the photo shows", "the diagram shows");

    private Closing() {}

    static boolean opens(String text) {
        return !text.endsWith(":") && OPENINGS.begin(text);
    }

    /** Whether it is a remark on the item right above it and closes nothing, whatever it begins with. */
    static boolean isRemark(Block block, List<Block> before) {
        return !block.afterBlank()
                && !before.isEmpty()
                && before.get(before.size() - 1).is(Kind.ITEM)
                && CHATTING.begin(block.text());
    }

    /** Whether it says in a word what all of it comes to; above a list of measures that is what they are for. */
    static boolean sumsUp(String text) {
        return SUMMING_UP.begin(text);
    }

    /** Whether the line below a list of tasks speaks of them all: "This plan will keep us …". */
    static boolean looksBack(String text) {
        return !text.endsWith(":") && (BACK.begin(text) && HOPING.in(text) || CAPTIONS.begin(text));
    }
}
