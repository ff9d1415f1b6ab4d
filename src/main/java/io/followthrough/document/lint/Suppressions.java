package io.followthrough.document.lint;

import io.followthrough.document.Finding;
import io.followthrough.document.Finding.Fix;
import io.followthrough.document.Finding.Related;
import io.followthrough.document.Place;
import io.followthrough.document.Reading;
import io.followthrough.document.Severity;
import io.followthrough.document.Suppressed;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.source.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answers authors give to findings inside the document: {@code ignore RULE -- reason} for all of it,
 * {@code ignore-next RULE -- reason} for the paragraph, entry or row that follows.
 */
public final class Suppressions {

    /** Id of the rule about suppressions that cannot be followed. */
    static final String RULE = "invalid-suppression";

    private static final Pattern VERB = Pattern.compile("\\s*([^\\s,]*)[\\s:]*");
    private static final Pattern REASON = Pattern.compile("--|\u2014|\u2013");
    private static final Pattern ID = Pattern.compile("[^\\s,]+");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+•]|\\d{1,9}[.)]|#{1,6}|\\|).*");
    private static final int LONGEST_BLOCK = 200;
    private static final int FARTHEST_SPELLING = 3;
    private static final String PATTERN = "write \"ignore RULE -- reason\" or \"ignore-next RULE -- reason\".";

    private final Evidence evidence;
    private final Report report;
    private final List<Answer> answers = new ArrayList<>();

    private Suppressions(Evidence evidence, Report report) {
        this.evidence = evidence;
        this.report = report;
        evidence.source().directives().forEach(this::read);
    }

    /** The rule that reports suppressions that cannot be followed. */
    static Rule rule() {
        return SimpleRule.text(
                RULE,
                Severity.WARNING,
                "An instruction to ignore a finding gives no reason or names no rule.",
                Suppressions::new);
    }

    /** What was read, with the findings that its author answered set aside. */
    public static Reading apply(Evidence evidence, List<Finding> findings) {
        if (evidence.source().directives().isEmpty()) {
            return new Reading(evidence.document(), evidence.places(), findings, List.of());
        }
        List<Answer> answers = new Suppressions(evidence, new Silence()).answers;
        List<Finding> left = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Answer> answer =
                    answers.stream().filter(each -> each.answers(finding)).findFirst();
            answer.ifPresentOrElse(
                    given -> suppressed.add(new Suppressed(finding, given.reason())), () -> left.add(finding));
        }
        return new Reading(evidence.document(), evidence.places(), left, suppressed);
    }

    private void read(Directive directive) {
        String words = directive.words();
        Matcher verb = VERB.matcher(words);
        boolean next = verb.lookingAt() && verb.group(1).equals("ignore-next");
        if (!next && !verb.group(1).equals("ignore")) {
            report.add(
                    evidence.source().place(directive.line()),
                    "\"" + verb.group(1) + "\" is not understood here: " + PATTERN);
            return;
        }
        Matcher separator = REASON.matcher(words);
        boolean reasoned = separator.find(verb.end());
        int idsEnd = reasoned ? separator.start() : words.length();
        String reason = reasoned ? words.substring(separator.end()).strip().replaceAll("\\s+", " ") : "";
        List<String> rules = rules(directive, verb.end(), idsEnd);
        if (reason.codePoints().noneMatch(Character::isLetter)) {
            report.add(
                    evidence.source().place(directive.line()),
                    "Say behind -- why this does not apply; without a reason nothing is ignored.");
            return;
        }
        int from = next ? contentBelow(directive.lastLine()) : 1;
        int to = next ? endOfBlock(from) : Integer.MAX_VALUE;
        rules.forEach(rule -> answers.add(new Answer(rule, reason, from, to)));
    }

    private List<String> rules(Directive directive, int from, int to) {
        List<String> rules = new ArrayList<>();
        Matcher id = ID.matcher(directive.words()).region(from, to);
        boolean any = false;
        while (id.find()) {
            any = true;
            if (Rules.ids().contains(id.group()) && !id.group().equals(RULE)) {
                rules.add(id.group());
            } else {
                reportUnknown(directive, id);
            }
        }
        if (!any) {
            report.add(evidence.source().place(directive.line()), "Say which rule does not apply: " + PATTERN);
        }
        return rules;
    }

    private void reportUnknown(Directive directive, Matcher id) {
        String unknown = id.group();
        boolean onFirstLine = directive.words().substring(0, id.start()).chars().noneMatch(c -> c == '\n' || c == '\r');
        Place place = onFirstLine
                ? new Place(directive.line(), directive.column() + id.start(), unknown.length())
                : evidence.source().place(directive.line());
        Optional<String> meant = nearest(unknown);
        report.add(
                place,
                "There is no rule \"" + shortened(unknown) + "\" that can be ignored"
                        + meant.map(rule -> "; \"" + rule + "\" is meant?").orElse("."),
                List.of(),
                onFirstLine && meant.isPresent() ? new Fix("Write " + meant.get(), place, meant.get()) : null);
    }

    private static String shortened(String word) {
        return word.length() <= 60 ? word : word.substring(0, 59) + "…";
    }

    private static Optional<String> nearest(String written) {
        if (written.length() > 60) {
            return Optional.empty();
        }
        return Rules.ids().stream()
                .filter(rule -> !rule.equals(RULE) && distance(written, rule) <= FARTHEST_SPELLING)
                .min((one, other) -> distance(written, one) - distance(written, other));
    }

    /** How many letters have to be changed, added or taken away to get from one word to the other. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(same, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }

    private int contentBelow(int line) {
        int at = line + 1;
        while (at <= line + LONGEST_BLOCK && isEmpty(evidence.source().line(at))) {
            at++;
        }
        return at;
    }

    /** The last line of the paragraph, entry or row that begins there. */
    private int endOfBlock(int from) {
        if (evidence.source().line(from).stripLeading().startsWith("#")) {
            return from;
        }
        int at = from;
        while (at < from + LONGEST_BLOCK) {
            String below = evidence.source().line(at + 1);
            if (isEmpty(below) || ITEM.matcher(below).matches()) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static boolean isEmpty(String line) {
        String words = line.strip();
        return words.isEmpty() || words.startsWith("<!--") && words.endsWith("-->");
    }

    /** Hears what the rule has reported already. */
    private record Silence() implements Report {

        @Override
        public void add(Place place, String message, List<Related> related, @Nullable Fix fix) {
            // said when the rule was checked
        }

        @Override
        public void add(int line, String message) {
            // said when the rule was checked
        }

        @Override
        public boolean isFull() {
            return true;
        }
    }

    private record Answer(String rule, String reason, int from, int to) {

        boolean answers(Finding finding) {
            return finding.rule().equals(rule) && finding.line() >= from && finding.line() <= to;
        }
    }
}
