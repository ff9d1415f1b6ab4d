package io.followthrough.document.reading;

import static io.followthrough.document.reading.Words.containsAny;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a heading or label announces, by its words and not by one spelling. */
final class Topics {

    private static final int LONGEST_LABEL = 90;
    private static final int MOST_WORDS = 9;

    private static final Set<String> REMEDIES = Set.of(
            "corrective",
            "correctives",
            "preventative",
            "preventive",
            "prevention",
            "preventions",
            "preventing",
            "remediation",
            "remedial",
            "remedies",
            "recommendations",
            "suggestions",
            "measures",
            "countermeasures",
            "precautions",
            "precautionary",
            "safeguards",
            "commitments",
            "capa");

    private static final Set<String> SUMMARY = Set.of("summary", "summation", "synopsis", "overview", "introduction");

    private Topics() {}

    /** The topic of a marked heading, or null when its words say nothing. */
    static @Nullable Topic ofHeading(String heading) {
        return of(Words.of(Words.withoutParentheses(heading)));
    }

    /** The topic of a line without markup when all of its words are words of labels, or null. */
    static @Nullable Topic ofLabel(String label) {
        if (label.length() > LONGEST_LABEL || LabelWords.beginsOtherwise(label)) {
            return null;
        }
        List<String> words = Words.of(Words.withoutParentheses(label));
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return null;
        }
        for (String word : words) {
            if (!LabelWords.contains(word)) {
                return null;
            }
        }
        return of(words);
    }

    private static @Nullable Topic of(List<String> words) {
        Topic asked = ofQuestion(words);
        if (asked != null) {
            return asked;
        }
        boolean cause = isCause(words);
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

    private static boolean isCause(List<String> words) {
        return containsAny(words, "cause", "causes", "rootcause", "rca", "whys", "causal", "culprit")
                || words.size() <= 4 && containsAny(words, "reason", "reasons")
                || words.contains("source") && containsAny(words, "problem", "issue", "outage", "incident");
    }

    /** "What happened?", "How did we fix it?", "What are we doing to prevent it?" */
    private static @Nullable Topic ofQuestion(List<String> words) {
        boolean asks = !words.isEmpty() && containsAny(words.subList(0, 1), "what", "how", "why");
        if (!asks) {
            return null;
        }
        if (containsAny(words, "prevent", "avoid", "again") || isOfChange(words)) {
            return Topic.MEASURES;
        }
        boolean how = words.contains("how") || words.size() <= 3 && words.contains("it");
        if (how && containsAny(words, "fix", "fixed", "resolve", "resolved", "solve", "solved")) {
            return Topic.RESOLUTION;
        }
        if (words.contains("caused")) {
            return Topic.ROOT_CAUSE;
        }
        boolean finding = words.contains("out") && containsAny(words, "find", "found");
        if (words.contains("how") && (finding || containsAny(words, "notice", "noticed", "discovered", "detected"))) {
            return Topic.DETECTION;
        }
        if (words.size() <= 4 && words.contains("why") && containsAny(words, "happened", "happen")) {
            return Topic.ROOT_CAUSE;
        }
        return words.size() <= 3 && containsAny(words, "happened", "happen") ? Topic.SUMMARY : null;
    }

    /** "What we're changing", "What is being done about this?" */
    private static boolean isOfChange(List<String> words) {
        return containsAny(words, "changing", "improving", "differently")
                || words.contains("will") && containsAny(words, "change", "changes", "improve")
                || words.contains("being") && words.contains("done")
                || words.contains("doing") && containsAny(words, "about", "next", "improve");
    }

    /** "Recovery actions", "Immediate fix": what was done until all was well again. */
    private static boolean isMending(List<String> words) {
        return words.equals(List.of("fix"))
                || words.equals(List.of("the", "fix"))
                || words.size() <= 2 && containsAny(words, "workaround", "hotfix", "restoration", "repair", "repairs")
                || containsAny(words, "resolve", "resolving") && containsAny(words, "actions", "steps", "issue")
                || words.contains("recovery") && containsAny(words, "action", "actions")
                || words.contains("fix") && containsAny(words, "immediate", "temporary", "quick", "applied");
    }

    private static boolean isTasks(List<String> words) {
        return containsAny(words, "task", "tasks", "todo", "todos", "followups", "actionable")
                || words.size() <= 2 && containsAny(words, "tickets", "jira")
                || words.contains("work") && words.contains("items")
                || words.contains("action") && containsAny(words, "items", "item", "plan", "points")
                || words.contains("actions") && containsAny(words, "items", "follow", "required")
                || words.contains("to") && words.contains("do") && words.size() <= 4
                || words.contains("next") && words.contains("steps")
                || words.contains("follow") && containsAny(words, "up", "ups");
    }

    private static boolean isMeasures(List<String> words) {
        return words.stream().anyMatch(REMEDIES::contains)
                || words.contains("prevent")
                        && containsAny(words, "future", "recurrence", "reoccurrence", "steps", "actions", "this")
                || isStillToCome(words)
                || isNoRepetition(words)
                || words.equals(List.of("plan"))
                || words.contains("future") && containsAny(words, "work", "works", "plan", "plans", "actions");
    }

    /** "Proposed changes", "Actions to be taken", "The way forward". */
    private static boolean isStillToCome(List<String> words) {
        boolean planned =
                containsAny(words, "proposed", "planned", "suggested", "recommended", "further", "outstanding");
        boolean deeds = containsAny(words, "changes", "solutions", "actions", "work", "steps");
        return planned && deeds
                || words.contains("process") && words.contains("changes")
                || containsAny(words, "mitigation", "mitigations")
                        && containsAny(words, "strategies", "strategy", "plan", "plans")
                || containsAny(words, "actions", "action")
                        && (words.contains("take") || words.contains("be") && words.contains("taken"))
                || words.contains("future") && words.contains("steps")
                || words.contains("forward") && containsAny(words, "moving", "going", "way", "path")
                || words.contains("next") && words.contains("what") && words.size() <= 3;
    }

    /** "Avoiding a repeat", "Making sure it never happens again". */
    private static boolean isNoRepetition(List<String> words) {
        return containsAny(words, "avoid", "avoiding")
                        && containsAny(words, "future", "this", "recurrence", "reoccurrence", "repeat", "repetition")
                || words.contains("again") && containsAny(words, "happen", "happens", "happening", "occurring");
    }

    private static boolean isImprovements(List<String> words) {
        return containsAny(words, "improvement", "improvements", "fixes")
                || words.contains("improved") && containsAny(words, "be", "what", "things")
                || words.contains("improve") && words.size() <= 4;
    }

    private static @Nullable Topic step(List<String> words) {
        if (isWrongTrack(words)) {
            return Topic.MISLEADING;
        }
        if (containsAny(words, "escalation", "escalated", "escalations")) {
            return Topic.ESCALATION;
        }
        boolean noticing = containsAny(words, "detection", "detected", "discovery", "discovered")
                || words.equals(List.of("identification"))
                || words.equals(List.of("first", "report"));
        if (noticing && !words.contains("stats")) {
            return Topic.DETECTION;
        }
        if (containsAny(words, "actions", "investigation", "response") && !words.contains("debugging")) {
            return Topic.ACTIONS_TAKEN;
        }
        return null;
    }

    private static boolean isWrongTrack(List<String> words) {
        boolean wrong = containsAny(words, "false", "wrong", "incorrect");
        return containsAny(words, "misleading", "misled", "herring", "herrings", "misdirections")
                || wrong
                        && containsAny(
                                words, "paths", "leads", "turns", "starts", "assumptions", "hypotheses", "tracks")
                || words.contains("ruled") && words.contains("out");
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
