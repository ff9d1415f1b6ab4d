package io.followthrough.document.lint;

import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Phrases;
import io.followthrough.document.reading.Section;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Stems;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that judge a person where the postmortem should tell what made the slip possible. */
final class BlameLanguage {

    private static final int BEFORE = 40;
    private static final String SLIP =
            "(?:should(?: really)? have (?:known|noticed|checked|tested|seen|asked|realised|realized"
                    + "|read|thought|been)|forgot|neglected to|failed to|did not bother|didn['’]t bother|was careless"
                    + "|made an? (?:\\w+ )?mistake|messed up|screwed up|ignored"
                    + "|wrongly (?:typed|entered|ran|executed|deleted|changed)"
                    + "|bypassed (?:the |our |all |standard )*(?:procedures?|process|reviews?|rules|protocols?))";

    private static final String PERSON = "(?:engineer|developer|programmer|operator|administrator|admin|sysadmin|intern"
            + "|technician|contractor|employee|colleague|tester|dba|manager|team lead|junior|he|she)";

    private static final Advice SLIPPED = new Advice(
            "tell what was done, what the person could see, and what let it through: \"the tool took ‹input› without a check\"");

    private static final List<Phrase> PHRASES = List.of(
            new Phrase(
                    "(?:(?:due to|caused by|because of|result of|attributed to|down to|causes?(?: was| is| were)?:?|was|is)\\s+"
                            + "(?:an? |the |simple |pure |plain )*|^(?:an? )?)((?:human|operator) (?:error|mistake))\\b",
                    new Advice(
                            "a slip is where the question begins; say what let it through: \"‹tool› took ‹wrong value› without a check\"")),
            new Phrase(
                    "\\b(careless(?:ly|ness)?|negligen(?:ce|t|tly)|incompeten(?:ce|t)|sloppy|sloppiness|reckless(?:ly|ness)?"
                            + "|stupid(?:ly|ity)?|idiot(?:ic)?|inattentive(?:ness)?|lack of (?:care|attention|diligence|discipline))\\b",
                    new Advice("leave the judgement out; tell what was done and why it looked right at the time")),
            new Phrase("\\b(should have known(?: better)?)\\b", SLIPPED),
            new Phrase(
                    "\\b((?:his|her|their|whose) (?:own )?fault|(?:he|she|they) (?:is|was|are|were) (?:to blame|at fault))\\b",
                    new Advice("leave fault out; tell which check was missing")),
            new Phrase(
                    "\\b(reprimanded|disciplinary|was punished|were punished|was dismissed for|was fired for)\\b",
                    new Advice("leave out what happened to people; the next one will otherwise hide what they did")),
            new Phrase(
                    "\\b(" + PERSON + "(?: (?:on duty|on call|on shift|in charge|simply|also|again|who|had)){0,2} "
                            + SLIP + ")\\b",
                    SLIPPED));

    private static final Pattern NAMED = Pattern.compile(
            "\\b(([A-Z][a-z]+)(?: [A-Z][a-z]+)? (?:should have (?:known|checked|noticed|tested)|forgot|neglected to"
                    + "|was careless|did not bother|didn['’]t bother|made an? (?:\\w+ )?mistake|messed up|screwed up"
                    + "|is to blame|was to blame))\\b");

    private static final Set<String> NOBODY = Set.of(
            "We",
            "Nobody",
            "Someone",
            "Somebody",
            "Everyone",
            "Everybody",
            "It",
            "This",
            "That",
            "The",
            "They",
            "Who",
            "You",
            "One",
            "He",
            "She",
            "And",
            "But",
            "Then",
            "Also",
            "Team",
            "Teams",
            "Which");

    /** For each phrase, for names and for slips of somebody, the words of which the text must have one. */
    private static final Stems STEMS = Stems.of(
            "human operator",
            "careless negligent incompetent sloppy reckless stupid idiot inattentive lack",
            "known",
            "fault blame",
            "reprimanded disciplinary punished dismissed fired",
            "engineer developer programmer operator administrator sysadmin intern technician contractor employee"
                    + " colleague tester dba manager team junior he she",
            "should forgot neglected careless bother mistake messed screwed blame",
            "should forgot neglected failed careless bother mistake messed screwed ignored wrongly bypassed");

    /** Whatever any of the patterns finds holds one of them: most lines hold none. */
    private static final Phrases JUDGING = Phrases.of(
            "human error",
            "human mistake",
            "operator error",
            "operator mistake",
            "careless",
            "negligen",
            "incompeten",
            "slopp",
            "reckless",
            "stupid",
            "idiot",
            "inattentive",
            "lack of ",
            "should have ",
            "should really have ",
            "forgot",
            "neglected to",
            "failed to",
            " bother",
            "made a",
            "messed up",
            "screwed up",
            "ignored",
            "wrongly ",
            "bypassed ",
            " fault",
            "to blame",
            "reprimanded",
            "disciplinary",
            "punished",
            "dismissed",
            "fired for");

    private static final int SOMEBODY = PHRASES.size() - 1;
    private static final int NAMES = PHRASES.size();
    private static final int SLIPS = PHRASES.size() + 1;

    /** Speaks of keeping the slip from happening, or says that it was none. */
    private static final Pattern AGAINST = Pattern.compile(
            "\\b(?:reduc\\w*|avoid\\w*|prevent\\w*|minimi\\w*|eliminat\\w*|risk of|chance of|not|never|no|rather than"
                    + "|instead of|without|room for|prone to|possib\\w*)\\s[^.]*$",
            Pattern.CASE_INSENSITIVE);

    private BlameLanguage() {}

    private record Advice(String text) {}

    private record Phrase(Pattern pattern, Advice advice) {

        Phrase(String regex, Advice advice) {
            this(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), advice);
        }
    }

    static Rule rule() {
        return SimpleRule.text(
                "blame-language",
                Severity.WARNING,
                "The text judges a person instead of telling what made the slip possible.",
                BlameLanguage::check);
    }

    private static void check(Evidence evidence, Report report) {
        for (Section section : evidence.outline().sections()) {
            if (!tellsTheIncident(section)) {
                continue;
            }
            for (Block block : section.blocks()) {
                if (report.isFull()) {
                    return;
                }
                if (!block.is(Kind.CODE) && !block.is(Kind.QUOTE)) {
                    check(block, evidence, report);
                }
            }
        }
    }

    /** Measures speak of mistakes in order to prevent them. */
    private static boolean tellsTheIncident(Section section) {
        return switch (section.topic()) {
            case MEASURES, IMPROVEMENTS, TASKS, LESSONS, STATISTICS -> false;
            default -> true;
        };
    }

    private static void check(Block block, Evidence evidence, Report report) {
        if (!JUDGING.in(block.text())) {
            return;
        }
        int possible = STEMS.in(block.text());
        for (int i = 0; i < PHRASES.size(); i++) {
            if (!has(possible, i) || i == SOMEBODY && !has(possible, SLIPS)) {
                continue;
            }
            Phrase phrase = PHRASES.get(i);
            Matcher found = phrase.pattern().matcher(block.text());
            if (found.find() && isMeant(block.text(), found.start(1))) {
                report(block, found.group(1), phrase.advice(), evidence, report);
                return;
            }
        }
        String named = has(possible, NAMES) ? named(block.text()) : null;
        if (named != null) {
            report(
                    block,
                    named,
                    new Advice("name the role and the change, not the person: \"a change removed ‹what›\""),
                    evidence,
                    report);
        }
    }

    private static boolean has(int groups, int group) {
        return (groups & 1 << group) != 0;
    }

    private static @Nullable String named(String text) {
        Matcher found = NAMED.matcher(text);
        while (found.find()) {
            if (!NOBODY.contains(found.group(2))) {
                return found.group(1);
            }
        }
        return null;
    }

    private static boolean isMeant(String text, int at) {
        return !AGAINST.matcher(text.substring(Math.max(0, at - BEFORE), at)).find();
    }

    private static void report(Block block, String words, Advice advice, Evidence evidence, Report report) {
        report.add(evidence.place(block.line(), words), "\"%s\" blames a person; %s.".formatted(words, advice.text()));
    }
}
