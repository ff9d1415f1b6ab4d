package io.followthrough.document.reading;

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

    private Closing() {}

    static boolean opens(String text) {
        return !text.endsWith(":") && OPENINGS.begin(text);
    }
}
