package io.followthrough.review;

import io.followthrough.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** What a reviewer decides on a postmortem. */
public enum Verdict {
    APPROVE("approve"),
    REQUEST_CHANGES("request-changes");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word used in forms and requests. */
    public String word() {
        return word;
    }

    /**
     * The verdict a form or request names.
     *
     * @throws InvalidInputException when it is neither
     */
    public static Verdict of(@Nullable Object word) {
        for (Verdict verdict : values()) {
            if (verdict.word.equals(word)) {
                return verdict;
            }
        }
        throw new InvalidInputException("Choose a decision: approve or request-changes.");
    }
}
