package io.followthrough.document.lint;

import io.followthrough.document.ProposedActionItem;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.value.Stems;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an action item can be called done: it names a deed, says what will be different, and has an end. */
final class VagueItems {

    /** What keeps an item from being closed, and how it can be worded instead. */
    private enum Fault {
        NOT_ACTIONABLE("names no deed", "Add ‹check› to ‹step›, so that ‹mistake› is refused"),
        NO_OUTCOME("names a search and no outcome", "Find out ‹question› by ‹day› and file ‹change› or close"),
        NOT_SPECIFIC("is not specific", "Change ‹what› from ‹today› to ‹then›, so that ‹what one can see›"),
        NOT_BOUNDED("has no end", "Do ‹what› until ‹what one can see›, by ‹day›");

        private final String says;
        private final String pattern;

        Fault(String says, String pattern) {
            this.says = says;
            this.pattern = pattern;
        }
    }

    private record Verdict(Fault fault, String phrase) {}

    private static final Pattern ATTITUDE =
            pattern("\\b(be(?:ing)? (?:more |extra )?(?:careful|cautious|mindful|vigilant|aware)|more careful(?:ly)?"
                    + "|pay (?:more |closer |better )?attention|keep in mind|take (?:more|better) care|try to|make an effort"
                    + "|do better|be better|think about|^(?:maybe|perhaps))\\b");

    /** "Better monitoring": a wish in two words. */
    private static final Pattern WISH = pattern(
            "((?:better|more|improved|stronger|enhanced|increased|proper|additional|faster)(?: [\\w-]+){1,4})\\W*$");

    private static final Pattern OPEN_LIST = pattern(
            "(\\betc\\b\\.?|\\band so (?:on|forth)\\b|\\bin general\\b|\\bas (?:needed|appropriate|necessary)\\b"
                    + "|\\bwhere(?:ver)? (?:needed|necessary|appropriate)\\b)");

    /** A comparison that says neither how nor how much. */
    private static final Pattern COMPARISON =
            pattern("(\\bmore (?:robust|resilient|reliable|stable|rigorous|efficient)\\b"
                    + "|\\bbetter (?:monitoring|testing|communication|documentation|alerting|processes|procedures|tools"
                    + "|tooling|practices|visibility)\\b)");

    private static final Pattern IMPROVING = pattern(
            "(?:we (?:will|should|need to|must) )?(improv(?:e|ing)|enhanc(?:e|ing)|strengthen(?:ing)?|optimi[sz](?:e|ing)"
                    + "|boost(?:ing)?|streamlin(?:e|ing)|foster(?:ing)?|refin(?:e|ing))\\b");

    /** What makes an improvement concrete: how, how much, which one. */
    private static final Pattern CONCRETE =
            pattern("\\d|[`\"“/_#%]|\\bby \\w+ing\\b|\\bso that\\b|\\bwhen(?:ever)? \\w+|\\busing \\w+"
                    + "|\\bto include\\b|\\bfrom \\w+ to\\b|\\bto (?:read-only|error|off|on)\\b");

    private static final Pattern ENDLESS = pattern(
            "(?:we (?:will|should|need to|must) )?(regularly|continuously|continually|constantly|always|periodically"
                    + "|keep (?:\\w+ing|an eye|up|everything|all)|continue|monitor and \\w+)\\b");

    private static final Pattern SOMEDAY =
            pattern("\\b(as soon as possible|asap|when(?:ever)? possible|if possible|at all times|on an ongoing basis"
                    + "|from now on|will always be|when there is time|at some point|eventually|in the long run)\\b");

    private static final Pattern SEARCH = pattern(
            "(?:we (?:will|should|need to|must) )?(look(?:ing)? into|consider(?:ing)?|explor(?:e|ing)"
                    + "|(?:investigate|research|evaluate)(?! (?:why|whether|how|which|if|what|where|[^.]{0,60}\\bcause\\b)))\\b");

    /** "Fix the issue that caused the outage" tells a stranger nothing. */
    private static final Pattern FIXING = pattern(
            "((?:fix|resolve|address|solve|correct) (?:the|this|these|all) (?:issue|problem|bug|error|cause|root cause)s?)"
                    + "(?: that caused [^.]{0,40})?\\W*$");

    /** Asks people to see to it each time, for ever. */
    private static final Pattern REMINDING = pattern(
            "((?:make sure|ensure|remind)(?: that)? (?:(?:the|all|every) )?(?:engineers?|developers?|everyone|everybody|people|team"
                    + "|teams|staff|we|members)\\b)");

    private static final int BRIEF = 90;

    /** What ends a search: a deed after it, a day, a paper. */
    private static final Pattern OUTCOME = pattern("\\b(?:and|then|until|by|decide|report|write|document|fix|propose"
            + "|proposal|implement|add|schedule)\\b");

    /** For attitudes, open lists, comparisons and what is put off: the words of which the text must have one. */
    private static final Stems STEMS = Stems.of(
            "be being more pay keep take try make do think maybe perhaps",
            "etc so general needed appropriate necessary",
            "more better",
            "soon asap possible times ongoing now always time point eventually run");

    private static final int ATTITUDES = 1;
    private static final int OPEN_LISTS = 2;
    private static final int COMPARISONS = 4;
    private static final int SOMEDAYS = 8;

    private VagueItems() {}

    static Rule rule() {
        return SimpleRule.text(
                "vague-action-item",
                Severity.WARNING,
                "An action item names no deed, is not specific or has no end, so that nobody can call it done.",
                VagueItems::check);
    }

    private static void check(Evidence evidence, Report report) {
        for (ProposedActionItem item : evidence.document().actionItems()) {
            if (report.isFull()) {
                return;
            }
            List<Verdict> verdicts = item.done() ? List.of() : judge(item);
            if (!verdicts.isEmpty()) {
                Verdict first = verdicts.get(0);
                report.add(evidence.place(item.line(), first.phrase()), message(item, first, verdicts));
            }
        }
    }

    private static String message(ProposedActionItem item, Verdict first, List<Verdict> verdicts) {
        StringBuilder also = new StringBuilder();
        for (Verdict verdict : verdicts.subList(1, verdicts.size())) {
            also.append(" It also ")
                    .append(verdict.fault().says)
                    .append(" (\"")
                    .append(verdict.phrase())
                    .append("\").");
        }
        return "%s cannot be called done: it %s (\"%s\").%s Pattern: \"%s\"."
                .formatted(
                        Wording.quoted(item.title()), first.fault().says, first.phrase(), also, first.fault().pattern);
    }

    private static List<Verdict> judge(ProposedActionItem item) {
        String text = item.description().isBlank() ? item.title() : item.title() + "\n" + item.description();
        String deed = deed(item);
        int possible = STEMS.in(text);
        List<Verdict> verdicts = new ArrayList<>();
        add(verdicts, Fault.NOT_ACTIONABLE, actionable(item, text, possible));
        add(verdicts, Fault.NO_OUTCOME, searching(item, text, deed));
        add(verdicts, Fault.NOT_SPECIFIC, specific(item, text, deed, possible));
        add(verdicts, Fault.NOT_BOUNDED, bounded(item, text, deed, possible));
        return verdicts;
    }

    private static void add(List<Verdict> verdicts, Fault fault, @Nullable String phrase) {
        if (phrase != null) {
            verdicts.add(new Verdict(fault, phrase));
        }
    }

    /** The words that name an attitude or a wish instead of a deed, or null. */
    private static @Nullable String actionable(ProposedActionItem item, String text, int possible) {
        String attitude = (possible & ATTITUDES) == 0 ? null : first(ATTITUDE, text);
        if (attitude == null && item.description().isBlank()) {
            attitude = opening(WISH, item.title());
        }
        return attitude;
    }

    /** The words that promise to think, without saying what comes of it, or null. */
    private static @Nullable String searching(ProposedActionItem item, String text, String deed) {
        String search = item.due() == null && item.ticket() == null ? opening(SEARCH, deed) : null;
        return search == null || OUTCOME.matcher(text).find() ? null : search;
    }

    /** The words that leave open what will be different, or null. */
    private static @Nullable String specific(ProposedActionItem item, String text, String deed, int possible) {
        String open = (possible & OPEN_LISTS) == 0 ? null : first(OPEN_LIST, text);
        if (open != null) {
            return open;
        }
        String vague = opening(IMPROVING, deed);
        if (vague == null) {
            vague = opening(FIXING, deed);
        }
        if (vague == null && (possible & COMPARISONS) != 0 && text.length() <= BRIEF) {
            vague = first(COMPARISON, text);
        }
        boolean concrete = vague != null
                && (item.ticket() != null || CONCRETE.matcher(text).find());
        return concrete ? null : vague;
    }

    /** The words that let the item go on for ever, or null. */
    private static @Nullable String bounded(ProposedActionItem item, String text, String deed, int possible) {
        if (item.due() != null) {
            return null;
        }
        String someday = (possible & SOMEDAYS) == 0 ? null : first(SOMEDAY, text);
        String endless = someday == null ? opening(ENDLESS, deed) : someday;
        return endless == null ? opening(REMINDING, deed) : endless;
    }

    /** The part that says what is done: the description, where the title is only a name. */
    private static String deed(ProposedActionItem item) {
        return item.description().isBlank() ? item.title() : item.description();
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    /** Like {@link #first}, at the very start only. */
    private static @Nullable String opening(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.lookingAt() ? found.group(1) : null;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
