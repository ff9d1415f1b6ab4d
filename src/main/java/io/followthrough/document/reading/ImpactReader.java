package io.followthrough.document.reading;

import io.followthrough.document.Impact;
import io.followthrough.document.reading.Evidence.PlacedPercent;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what users saw and how many of them. */
final class ImpactReader {

    /** Where shares of users are told, the likeliest first. */
    private static final List<Topic> LIKELY = List.of(
            Topic.SUMMARY,
            Topic.DURATION,
            Topic.IMPACT,
            Topic.PREAMBLE,
            Topic.OTHER,
            Topic.STATISTICS,
            Topic.ROOT_CAUSE);

    private static final Phrases OF_USERS =
            Phrases.of("user", "customer", "impact", "affect", "unable", "unavailable", "inaccessible");
    private static final Phrases REMAINING = Phrases.of("remaining");

    private static final int NEAR = 120;
    private static final Phrases USERS = Phrases.of(
            "user",
            "customer",
            "subscriber",
            "client",
            "visitor",
            "request",
            "login attempt",
            "traffic",
            "player",
            "patient",
            "student",
            "of them",
            "audience",
            "consumer",
            "buyer",
            "shopper",
            "merchant",
            "seller",
            "tenant",
            "passenger",
            "rider",
            "viewer",
            "guest",
            "employee",
            "people",
            "teacher",
            "transaction",
            "payment",
            "orders",
            "checkout",
            "sign-in",
            "signup");
    /** What users feel or do, which a share can be of without a word on how many of them. */
    private static final Pattern FEELING = Pattern.compile(
            "(?:user|customer|client|player|audience) (?:experience|engagement|satisfaction|activity|retention|interaction)s?",
            Pattern.CASE_INSENSITIVE);

    /** What became of the service, in percent of itself. */
    private static final String[] CHANGES = {
        "slower", "faster", "degradation", "slowdown", "increase", "decrease", "longer", "higher", "lower response"
    };

    private static final Pattern LESS = Pattern.compile(
            "\\s*(?:reduction|drop|decline|loss|dip) (?:in|of) (?:\\w+ )?(?:activity|engagement|performance|throughput"
                    + "|speed|revenue|sales|productivity)",
            Pattern.CASE_INSENSITIVE);

    private static final double WHOLE = 100;

    private static final Phrases SPARED =
            Phrases.of("remained", "unaffected", "not affected", "were able", "already having");

    private ImpactReader() {}

    static Impact read(Outline outline, List<PlacedPercent> percents) {
        List<Double> values =
                percents.stream().map(PlacedPercent::value).distinct().toList();
        return new Impact(text(outline), values);
    }

    private static @Nullable String text(Outline outline) {
        List<String> texts = outline.about(Topic.IMPACT).stream()
                .map(Section::text)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
        if (!texts.isEmpty()) {
            return String.join("\n", texts);
        }
        StringBuilder seen = new StringBuilder();
        for (Section section : outline.about(Topic.SUMMARY, Topic.PREAMBLE)) {
            for (String sentence : Sentences.of(section.text())) {
                if (OF_USERS.in(sentence)) {
                    seen.append(seen.isEmpty() ? "" : " ").append(sentence);
                }
            }
            if (!seen.isEmpty()) {
                return seen.toString();
            }
        }
        return null;
    }

    static List<PlacedPercent> percents(Outline outline) {
        List<PlacedPercent> found = new ArrayList<>();
        for (Topic topic : LIKELY) {
            boolean late = topic != Topic.SUMMARY && topic != Topic.DURATION && topic != Topic.IMPACT;
            if (late && !found.isEmpty()) {
                break;
            }
            for (Outline.Placed placed : outline.placed(Mention.Percent.class)) {
                if (placed.section().is(topic)) {
                    collect(outline, placed.block(), found);
                }
            }
        }
        return found;
    }

    private static void collect(Outline outline, Block block, List<PlacedPercent> found) {
        if (block.is(Kind.CODE) || block.is(Kind.QUOTE)) {
            return;
        }
        String text = block.text();
        for (Mention mention : outline.mentions(block)) {
            if (mention instanceof Mention.Percent percent && isOfUsers(text, percent)) {
                found.add(new PlacedPercent(percent.value(), block.line()));
            }
        }
    }

    private static boolean isOfUsers(String text, Mention.Percent percent) {
        String before = text.substring(Math.max(0, percent.start() - NEAR), percent.start());
        String after = text.substring(percent.end(), Math.min(text.length(), percent.end() + NEAR));
        boolean users = names(after) || names(before);
        boolean spared = REMAINING.in(before) && SPARED.in(after);
        boolean ofMachine = Words.startsWithAny(
                after.strip(), "cpu", "of the cpu", "memory", "disk", "uptime", "packet", "utilization", "of memory");
        boolean ofSpeed = Words.startsWithAny(after.strip(), CHANGES)
                || LESS.matcher(after).lookingAt();
        boolean wholly = percent.value() == WHOLE && Words.startsWithAny(after.strip(), "outage", "downtime");
        return (users || wholly) && !spared && !ofMachine && !ofSpeed;
    }

    private static boolean names(String text) {
        return USERS.in(text) && USERS.in(FEELING.matcher(text).replaceAll(""));
    }
}
