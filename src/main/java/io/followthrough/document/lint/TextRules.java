package io.followthrough.document.lint;

import static io.followthrough.document.lint.SimpleRule.text;

import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Placeholders;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the writer left lying about in the text. */
final class TextRules {

    private static final Pattern LOREM_IPSUM = Pattern.compile("lorem ipsum", Pattern.CASE_INSENSITIVE);

    /** Over so many lines an item is broken at most, as far as this looks. */
    private static final int FOLLOWING_LINES = 12;

    /** The whole text is searched for each, so that a text of nothing else must not be. */
    private static final int MOST_SLOTS = 40;

    private static final int SHORTEST_SENTENCE = 20;
    private static final int LONGEST_OPEN_END = " because".length();
    private static final Set<String> OPEN_ENDS = Set.of("the", "a", "an", "and", "at", "our", "because");

    private TextRules() {}

    static List<Rule> all() {
        return List.of(
                text(
                        "template-remnant",
                        Severity.WARNING,
                        "A slot of the template is not filled in.",
                        TextRules::remnant),
                text("unfinished-text", Severity.WARNING, "A sentence breaks off.", TextRules::unfinished));
    }

    private static void remnant(Evidence evidence, Report report) {
        int slots = 0;
        for (Block block : evidence.outline().blocks()) {
            List<String> found = slots < MOST_SLOTS ? slots(block) : List.of();
            slots += found.size();
            if (isOpen(block, found, evidence.source())) {
                report.add(
                        block.line(),
                        "This line still holds a placeholder of the template; fill it in or take it out.");
                return;
            }
        }
    }

    private static List<String> slots(Block block) {
        return isProse(block) && !block.is(Kind.QUOTE) ? first(Placeholders.slots(block.text())) : List.of();
    }

    private static List<String> first(List<String> slots) {
        return slots.subList(0, Math.min(slots.size(), MOST_SLOTS));
    }

    private static boolean isProse(Block block) {
        return !block.is(Kind.CODE) && !block.is(Kind.RULE) && !block.is(Kind.FRONT_MATTER);
    }

    private static boolean isOpen(Block block, List<String> slots, SourceText source) {
        if (!isProse(block)) {
            return false;
        }
        for (String slot : slots) {
            if (!isLink(slot, source.text()) && !isCode(slot, block.line(), source)) {
                return true;
            }
        }
        return Placeholders.isPromise(block.text());
    }

    /** {@code [our runbook]}, whose address stands at the foot of the text. */
    private static boolean isLink(String slot, String text) {
        return text.toLowerCase(Locale.ROOT).contains("\n" + slot.toLowerCase(Locale.ROOT) + ":");
    }

    /** {@code `[Error: no route]`} is what a machine wrote. */
    private static boolean isCode(String slot, int line, SourceText source) {
        for (int i = line; i < line + FOLLOWING_LINES; i++) {
            String written = source.line(i);
            int at = written.indexOf(slot);
            if (at >= 0) {
                return written.substring(0, at).chars().filter(c -> c == '`').count() % 2 == 1;
            }
        }
        return false;
    }

    private static void unfinished(Evidence evidence, Report report) {
        List<Block> prose = evidence.outline().prose();
        for (int i = 0; i < prose.size(); i++) {
            String text = prose.get(i).text();
            if (isFiller(text)
                    || breaksOff(text)
                    || endsOpen(text) && (i + 1 == prose.size() || beginsAnew(prose.get(i + 1)))) {
                report.add(prose.get(i).line(), "A sentence in this line breaks off.");
                return;
            }
        }
    }

    private static boolean isFiller(String text) {
        return (text.contains("psum") || text.contains("PSUM"))
                && LOREM_IPSUM.matcher(text).find();
    }

    /** A long line whose last word needs another one, or any whose last bracket encloses nothing. */
    private static boolean endsOpen(String text) {
        if (text.endsWith(" (")) {
            return true;
        }
        int last = text.lastIndexOf(' ');
        return last > SHORTEST_SENTENCE
                && text.length() - last <= LONGEST_OPEN_END
                && Character.isLetter(text.charAt(last - 1))
                && OPEN_ENDS.contains(text.substring(last + 1));
    }

    /** Not the rest of a line that was broken to fit. */
    private static boolean beginsAnew(Block block) {
        return block.afterBlank()
                || !block.is(Kind.TEXT)
                || !block.text().isEmpty() && Character.isDigit(block.text().charAt(0));
    }

    /** A word that needs another one, then blank and full stop. */
    private static boolean breaksOff(String text) {
        if (!text.contains(" .")) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(" .");
        while (at > 0) {
            int start = lower.lastIndexOf(' ', at - 1);
            String word = lower.substring(start + 1, at);
            boolean end = at + 2 == lower.length() || lower.charAt(at + 2) == ' ';
            if (end
                    && List.of("and", "the", "of", "to", "a", "an", "by", "for", "with", "affected")
                            .contains(word)) {
                return true;
            }
            at = lower.indexOf(" .", at + 1);
        }
        return false;
    }
}
