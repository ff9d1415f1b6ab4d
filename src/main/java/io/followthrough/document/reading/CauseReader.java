package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads why it happened and how it was mended. */
final class CauseReader {

    private static final Phrases CAUSING = Phrases.of("root cause", "caused by", "was due to");
    /** A sentence that speaks of a cause without calling it so counts when there is no other. */
    private static final Phrases FOLLOWING = Phrases.of(
            "due to", "because of", "triggered by", "as a result of", "resulted from", "cascaded", ", causing ");

    private static final Phrases TROUBLE =
            Phrases.of("outage", "down", "fail", "error", "unable", "unavailable", "unresponsive", "crash", "disrupt");
    private static final Phrases RESOLVING = Phrases.of(
            "was resolved", "resolved by", "resolution was", "fixed by", "was fixed", "to address the issue");
    private static final Phrases MENDING = Phrases.of(
            "to resolve",
            "was resolved",
            "were resolved",
            "to fix",
            "was fixed",
            "to address",
            "to mitigate",
            "we resolved",
            "restored",
            "the fix",
            "resolution",
            "the solution");

    private CauseReader() {}

    static @Nullable String rootCause(Outline outline) {
        String own = longest(outline, Topic.ROOT_CAUSE);
        String shared = paragraphs(outline, false);
        if (own == null && shared == null) {
            String called = sentences(outline, CAUSING);
            return called == null ? causalSentence(outline) : called;
        }
        // The summary names the cause in a sentence, the section about it tells the whole of it.
        return own == null || shared != null && shared.length() > own.length() ? shared : own;
    }

    static @Nullable String resolution(Outline outline) {
        String own = longest(outline, Topic.RESOLUTION);
        if (own != null) {
            return own;
        }
        String shared = paragraphs(outline, true);
        return shared == null ? mitigation(outline) : shared;
    }

    private static @Nullable String longest(Outline outline, Topic topic) {
        String longest = null;
        for (Section section : outline.about(topic)) {
            String text = section.text();
            if (!text.isBlank() && (longest == null || text.length() > longest.length())) {
                longest = text;
            }
        }
        return longest;
    }

    /** In a section about both, the paragraphs from the first that speaks of mending on tell the resolution. */
    private static @Nullable String paragraphs(Outline outline, boolean mending) {
        List<String> texts = new ArrayList<>();
        boolean mends = false;
        for (Section section : outline.about(Topic.ROOT_CAUSE_AND_RESOLUTION)) {
            for (Block block : section.blocks()) {
                if (block.text().isBlank()) {
                    continue;
                }
                mends |= !texts.isEmpty() && MENDING.in(block.text()) || mending && startsMending(block.text());
                if (mends == mending) {
                    texts.add(block.text());
                } else if (mending && texts.isEmpty()) {
                    mends |= MENDING.in(block.text()) && section.blocks().size() == 1;
                    if (mends) {
                        texts.add(block.text());
                    }
                }
            }
        }
        if (texts.isEmpty() && mending) {
            return sharedSentences(outline);
        }
        return texts.isEmpty() ? null : String.join("\n", texts);
    }

    private static boolean startsMending(String text) {
        return Words.startsWithAny(
                text,
                "to resolve",
                "to fix",
                "to mitigate",
                "to address",
                "the issue was resolved",
                "the issue was fixed",
                "once ",
                "resolution");
    }

    private static @Nullable String sharedSentences(Outline outline) {
        StringBuilder found = new StringBuilder();
        for (Section section : outline.about(Topic.ROOT_CAUSE_AND_RESOLUTION)) {
            for (String sentence : Sentences.of(section.text())) {
                if (MENDING.in(sentence)) {
                    found.append(found.isEmpty() ? "" : " ").append(sentence);
                }
            }
        }
        return found.isEmpty() ? null : found.toString();
    }

    /** "Impact and Mitigation": from the sentence on that says what was done. */
    private static @Nullable String mitigation(Outline outline) {
        StringBuilder found = new StringBuilder();
        for (Section section : outline.about(Topic.IMPACT)) {
            boolean mends = false;
            for (Block block : section.blocks()) {
                mends |= startsMending(block.text());
                if (mends) {
                    found.append(found.isEmpty() ? "" : "\n").append(block.text());
                }
            }
        }
        return found.isEmpty() ? sentences(outline, RESOLVING) : found.toString();
    }

    private static @Nullable String causalSentence(Outline outline) {
        for (Section section : outline.about(Topic.SUMMARY, Topic.PREAMBLE)) {
            for (String sentence : Sentences.of(section.text())) {
                if (FOLLOWING.in(sentence) && TROUBLE.in(sentence)) {
                    return sentence;
                }
            }
        }
        return null;
    }

    private static @Nullable String sentences(Outline outline, Phrases phrases) {
        for (Section section : outline.about(Topic.SUMMARY, Topic.PREAMBLE, Topic.ACTIONS_TAKEN, Topic.CONCLUSION)) {
            for (String sentence : Sentences.of(section.text())) {
                if (phrases.in(sentence)) {
                    return sentence;
                }
            }
        }
        return null;
    }
}
