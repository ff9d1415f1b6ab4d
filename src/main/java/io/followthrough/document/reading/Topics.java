package io.followthrough.document.reading;

import static io.followthrough.document.reading.Words.containsAny;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a heading or label announces, by its words and not by one spelling. */
final class Topics {

    private static final int LONGEST_LABEL = 90;
    private static final int MOST_WORDS = 9;

    /** Words that may stand in a label without markup; any other word makes the line a sentence. */
    private static final Set<String> LABEL_WORDS = Set.of("""
            a action actions address applied are better chapter did doing happened it part section affected after all analysis and any approximate areas assessment
            assigned background be brief broad can cause causes chronology conclusion consequences contain
            contributing correction concrete corrections corrective correctives customer date debugging detail didn
            details detected detection diagnosis discovery do downtime duration end ended error escalated
            escalation event events executed executive explanation factors false final first fix fixes
            follow following followup for found from future general go herring herrings how identification
            identified immediate impact impacts implement improve improved improvement improvements in
            incident include includes initial interruption investigation investigations is issue issues
            item items key learned learnings learnt lesson lessons list long main measure measures method must
            misleading mitigation mitigations next notes occurrence of on our outage outages overview path
            paths permanent plan planned points prevent preventative preventing prevention preventions
            preventive primary problem process proposed quick recommendations recommended recovery recurrence red
            remediation report required resolution resolutions resolved response responses root s scope
            sequence service short solution solutions specific start started statistics stats steps summation
            solve solved suggested summary synopsis system t takeaways taken task tasks team technical temporary term that the
            things thoughts time timeline title to todo todos total trigger up ups user users was we well
            went were what when where who why with wrong
            """.trim().split("\\s+"));

    private static final Set<String> SUMMARY = Set.of("summary", "summation", "synopsis", "overview", "introduction");

    private Topics() {}

    /** The topic of a marked heading, or null when its words say nothing. */
    static @Nullable Topic ofHeading(String heading) {
        return of(Words.of(Words.withoutParentheses(heading)));
    }

    /** The topic of a line without markup when all of its words are words of labels, or null. */
    static @Nullable Topic ofLabel(String label) {
        if (label.length() > LONGEST_LABEL || beginsOtherwise(label)) {
            return null;
        }
        List<String> words = Words.of(Words.withoutParentheses(label));
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return null;
        }
        for (String word : words) {
            if (!isOfLabel(word)) {
                return null;
            }
        }
        return of(words);
    }

    /** Tells most sentences from labels by their first word, before all of them are taken apart. */
    private static boolean beginsOtherwise(String label) {
        int end = 0;
        while (end < label.length() && Character.isLetterOrDigit(label.charAt(end))) {
            end++;
        }
        boolean whole = end > 0 && end < label.length() && label.charAt(end) == ' ';
        return whole && !isOfLabel(label.substring(0, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isOfLabel(String word) {
        return LABEL_WORDS.contains(word) || isNumber(word);
    }

    private static boolean isNumber(String word) {
        return word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    }

    private static @Nullable Topic of(List<String> words) {
        Topic asked = ofQuestion(words);
        if (asked != null) {
            return asked;
        }
        boolean cause = containsAny(words, "cause", "causes", "rootcause");
        boolean fix = containsAny(words, "resolution", "resolutions", "solution", "solutions", "recovery", "fix");
        if (containsAny(words, "timeline", "chronology", "timelines")
                || words.contains("sequence") && words.contains("events")) {
            return Topic.TIMELINE;
        }
        if (isTasks(words)) {
            return Topic.TASKS;
        }
        if (isMeasures(words)) {
            return Topic.MEASURES;
        }
        if (isImprovements(words)) {
            return Topic.IMPROVEMENTS;
        }
        if (cause) {
            return fix ? Topic.ROOT_CAUSE_AND_RESOLUTION : Topic.ROOT_CAUSE;
        }
        if (isMending(words)) {
            return Topic.RESOLUTION;
        }
        Topic step = step(words);
        return step == null ? general(words) : step;
    }

    /** "What happened?", "How did we fix it?", "What are we doing to prevent it?" */
    private static @Nullable Topic ofQuestion(List<String> words) {
        boolean asks = !words.isEmpty() && containsAny(words.subList(0, 1), "what", "how", "why");
        if (!asks) {
            return null;
        }
        if (containsAny(words, "prevent", "again") || isOfChange(words)) {
            return Topic.MEASURES;
        }
        if (containsAny(words, "fix", "fixed", "resolve", "resolved", "solve", "solved") && words.contains("how")) {
            return Topic.RESOLUTION;
        }
        if (words.size() <= 3 && containsAny(words, "happened", "happen")) {
            return words.contains("why") ? Topic.ROOT_CAUSE : Topic.SUMMARY;
        }
        return null;
    }

    /** "What we're changing", "What is being done about this?" */
    private static boolean isOfChange(List<String> words) {
        return containsAny(words, "changing", "improving")
                || words.contains("will") && containsAny(words, "change", "changes", "improve")
                || words.contains("being") && words.contains("done")
                || words.contains("doing") && containsAny(words, "about", "next");
    }

    /** "Recovery actions", "Immediate fix": what was done until all was well again. */
    private static boolean isMending(List<String> words) {
        return words.contains("recovery") && containsAny(words, "action", "actions")
                || words.contains("fix") && containsAny(words, "immediate", "temporary", "quick", "applied");
    }

    private static boolean isTasks(List<String> words) {
        return containsAny(words, "task", "tasks", "todo", "todos", "followups")
                || words.contains("action") && containsAny(words, "items", "item", "plan")
                || words.contains("actions") && containsAny(words, "items", "follow", "required")
                || words.contains("to") && words.contains("do") && words.size() <= 4
                || words.contains("next") && words.contains("steps")
                || words.contains("follow") && containsAny(words, "up", "ups");
    }

    private static boolean isMeasures(List<String> words) {
        return containsAny(
                        words,
                        "corrective",
                        "correctives",
                        "preventative",
                        "preventive",
                        "prevention",
                        "preventions",
                        "preventing",
                        "remediation",
                        "recommendations",
                        "measures")
                || words.contains("prevent") && containsAny(words, "future", "recurrence", "steps", "actions")
                || words.equals(List.of("plan"))
                || words.contains("future") && containsAny(words, "work", "works", "plan", "plans", "actions");
    }

    private static boolean isImprovements(List<String> words) {
        return containsAny(words, "improvement", "improvements", "fixes")
                || words.contains("improved") && containsAny(words, "be", "what", "things")
                || words.contains("improve") && words.size() <= 4;
    }

    private static @Nullable Topic step(List<String> words) {
        if (words.contains("misleading")
                || containsAny(words, "herring", "herrings")
                || words.contains("false") && words.contains("paths")) {
            return Topic.MISLEADING;
        }
        if (containsAny(words, "escalation", "escalated", "escalations")) {
            return Topic.ESCALATION;
        }
        if (containsAny(words, "detection", "detected", "discovery", "discovered") && !words.contains("stats")) {
            return Topic.DETECTION;
        }
        if (containsAny(words, "actions", "investigation", "response") && !words.contains("debugging")) {
            return Topic.ACTIONS_TAKEN;
        }
        return null;
    }

    private static @Nullable Topic general(List<String> words) {
        if (containsAny(words, "impact", "impacts")) {
            return Topic.IMPACT;
        }
        if (containsAny(
                words,
                "resolution",
                "resolutions",
                "recovery",
                "mitigation",
                "mitigations",
                "solution",
                "solutions",
                "resolved")) {
            return Topic.RESOLUTION;
        }
        if (isLessons(words)) {
            return Topic.LESSONS;
        }
        if (isDuration(words)) {
            return Topic.DURATION;
        }
        if (words.stream().anyMatch(SUMMARY::contains)) {
            return Topic.SUMMARY;
        }
        if (containsAny(words, "conclusion", "conclusions", "closing")
                || words.contains("final") && words.contains("thoughts")) {
            return Topic.CONCLUSION;
        }
        if (containsAny(words, "stats", "statistics", "metrics")) {
            return Topic.STATISTICS;
        }
        if (words.contains("contributing") && words.contains("factors")
                || words.size() == 1 && words.get(0).equals("trigger")) {
            return Topic.ROOT_CAUSE;
        }
        return null;
    }

    private static boolean isLessons(List<String> words) {
        return containsAny(
                        words,
                        "lessons",
                        "lesson",
                        "learned",
                        "learnt",
                        "learnings",
                        "takeaway",
                        "takeaways",
                        "insights")
                || containsAny(words, "went", "go") && containsAny(words, "well", "wrong", "right", "poorly", "badly")
                || words.contains("got") && words.contains("lucky");
    }

    private static boolean isDuration(List<String> words) {
        if (containsAny(words, "duration", "downtime")) {
            return true;
        }
        boolean moment = containsAny(words, "start", "end", "started", "ended", "when", "date", "time");
        return moment && words.size() <= 3;
    }
}
