package io.followthrough.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a rule: on its page, in the documentation, by the command line.
 *
 * @param id kebab case; never changes
 * @param group what it is about ("Completeness")
 * @param severity unless settings say otherwise
 * @param title one sentence on what it finds
 * @param reason one paragraph on why that matters
 * @param bad an excerpt of a document the rule has a finding on, in Markdown
 * @param good the same excerpt without the finding
 * @param measured how often it was right on labelled postmortems, or null where no label speaks of it
 */
public record RuleText(
        String id,
        String group,
        Severity severity,
        String title,
        String reason,
        List<Source> sources,
        String bad,
        String good,
        @Nullable Measured measured) {

    public RuleText {
        sources = List.copyOf(sources);
    }

    /** Where the reason is told at length. */
    public record Source(String name, String url) {}

    /**
     * In how many documents the rule and a careful reader agree.
     *
     * @param right documents in which both have the finding
     * @param wrong documents in which only the rule has it
     * @param missed documents in which only the reader has it
     */
    public record Measured(int right, int wrong, int missed) {

        /** How many of its findings are right, "94 %"; "–" where it had none. */
        public String precision() {
            return share(right, right + wrong);
        }

        /** How many of the reader's findings it has, "94 %"; "–" where there was none. */
        public String recall() {
            return share(right, right + missed);
        }

        private static String share(int part, int whole) {
            return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
        }
    }
}
