package io.followthrough.escalation;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a rung is reached, as the policy says it: {@code created}, {@code half-way}, {@code due}, or so much before or
 * after, such as {@code 4 working hours after created}, {@code 2 business days before due}, {@code 5 days after due}.
 *
 * @param amount how many units, negative before the anchor
 */
public record RungTime(Anchor anchor, int amount, Unit unit) {

    /** From what is counted. */
    public enum Anchor {
        CREATED,
        HALF_WAY,
        DUE
    }

    /** What is counted. */
    public enum Unit {
        WORKING_HOURS,
        BUSINESS_DAYS,
        DAYS
    }

    private static final int LONGEST = 1000;
    private static final Pattern WORDS =
            Pattern.compile("(?:(\\d{1,4}) (working hour|business day|day)s? (before|after) )?(created|half-way|due)");

    /** @throws IllegalArgumentException when it is said otherwise, with a sentence for people */
    public static RungTime of(String words) {
        Matcher matcher = WORDS.matcher(words.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + words + "\" is no time: write created, half-way, due, or such as"
                    + " \"4 working hours after created\", \"2 business days before due\", \"5 days after due\"");
        }
        Anchor anchor = Anchor.valueOf(matcher.group(4).toUpperCase(Locale.ROOT).replace('-', '_'));
        if (matcher.group(1) == null) {
            return new RungTime(anchor, 0, Unit.DAYS);
        }
        Unit unit = Unit.valueOf(Objects.requireNonNull(matcher.group(2))
                        .toUpperCase(Locale.ROOT)
                        .replace(' ', '_') + "S");
        boolean before = "before".equals(matcher.group(3));
        if (anchor == Anchor.CREATED && before || anchor == Anchor.HALF_WAY) {
            throw new IllegalArgumentException(
                    "\"" + words + "\" cannot be: count after created, before due or after due");
        }
        if (unit == Unit.WORKING_HOURS && anchor != Anchor.CREATED) {
            throw new IllegalArgumentException("\"" + words + "\" cannot be: working hours are counted after created");
        }
        int amount = Integer.parseInt(matcher.group(1));
        if (amount > LONGEST) {
            throw new IllegalArgumentException("\"" + words + "\" is too long: " + LONGEST + " at most");
        }
        return new RungTime(anchor, before ? -amount : amount, unit);
    }

    /** Whether the due date has passed by then. */
    boolean isLate() {
        return anchor == Anchor.DUE && amount > 0;
    }
}
