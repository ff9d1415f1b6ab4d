package io.followthrough.document.value;

import io.followthrough.document.value.Mentions.Match;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads time zones as people write them: {@code UTC}, {@code GMT+02:00}, {@code Pacific Time}, {@code PDT (UTC-7)}. */
public final class Zones {

    /** Abbreviations with one meaning in practice, and the zone they stand for where it is certain. */
    private static final Map<String, String> CERTAIN = Map.ofEntries(
            Map.entry("UTC", "Etc/UTC"),
            Map.entry("GMT", "Etc/GMT"),
            Map.entry("EST", "America/New_York"),
            Map.entry("EDT", "America/New_York"),
            Map.entry("MDT", "America/Denver"),
            Map.entry("PST", "America/Los_Angeles"),
            Map.entry("PDT", "America/Los_Angeles"),
            Map.entry("CET", "Europe/Paris"),
            Map.entry("CEST", "Europe/Paris"),
            Map.entry("EET", "Europe/Athens"),
            Map.entry("EEST", "Europe/Athens"),
            Map.entry("EAT", "Africa/Nairobi"),
            Map.entry("WAT", "Africa/Lagos"),
            Map.entry("CAT", "Africa/Maputo"),
            Map.entry("SAST", "Africa/Johannesburg"),
            Map.entry("GST", "Asia/Dubai"),
            Map.entry("JST", "Asia/Tokyo"),
            Map.entry("AEST", "Australia/Sydney"),
            Map.entry("AEDT", "Australia/Sydney"),
            Map.entry("NZST", "Pacific/Auckland"),
            Map.entry("NZDT", "Pacific/Auckland"),
            Map.entry("MSK", "Europe/Moscow"),
            Map.entry("PACIFIC TIME", "America/Los_Angeles"),
            Map.entry("EASTERN TIME", "America/New_York"),
            Map.entry("CENTRAL TIME", "America/Chicago"),
            Map.entry("MOUNTAIN TIME", "America/Denver"),
            Map.entry("GREENWICH MEAN TIME", "Etc/GMT"),
            Map.entry("COORDINATED UNIVERSAL TIME", "Etc/UTC"),
            Map.entry("EAST AFRICA TIME", "Africa/Nairobi"),
            Map.entry("EAST AFRICAN TIME", "Africa/Nairobi"),
            Map.entry("EAST AFRICA STANDARD TIME", "Africa/Nairobi"),
            Map.entry("WEST AFRICA STANDARD TIME", "Africa/Lagos"),
            Map.entry("WEST AFRICA TIME", "Africa/Lagos"),
            Map.entry("WEST AFRICAN TIME", "Africa/Lagos"),
            Map.entry("CENTRAL AFRICA TIME", "Africa/Maputo"),
            Map.entry("CENTRAL AFRICAN TIME", "Africa/Maputo"),
            Map.entry("SOUTH AFRICAN STANDARD TIME", "Africa/Johannesburg"),
            Map.entry("SOUTH AFRICA STANDARD TIME", "Africa/Johannesburg"),
            Map.entry("INDIAN STANDARD TIME", "Asia/Kolkata"),
            Map.entry("INDIA STANDARD TIME", "Asia/Kolkata"));

    /** Abbreviations that several zones share. */
    private static final Set<String> AMBIGUOUS = Set.of(
            "CST", "IST", "BST", "AST", "CDT", "MST", "PKT", "HST", "SGT", "HKT", "KST", "WET", "WEST", "AKST", "AKDT",
            "BRT", "ART", "NPT", "ICT", "WIB");

    /** Two letters mean a zone only right after a time. */
    private static final Set<String> SHORT = Set.of("ET", "CT", "MT", "PT", "Z");

    private static final LongNames NAMES = new LongNames(CERTAIN.keySet().stream()
            .filter(name -> name.contains(" "))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList());

    private Zones() {}

    /** The IANA zone of a written one, or null where it is not certain. */
    public static @Nullable String id(String name) {
        String id = CERTAIN.get(name.toUpperCase(Locale.ROOT));
        return id == null ? CityZones.id(name) : id;
    }

    /** Whether the abbreviation has one meaning. */
    static boolean isCertain(String text) {
        return CERTAIN.containsKey(text);
    }

    /** {@code +0100} straight behind a time; with a minus it could be the end of a range. */
    static @Nullable Match offsetAt(Tokens tokens, int i) {
        Token hours = tokens.at(i + 1);
        boolean tight = tokens.at(i).is("+") && !tokens.at(i).spaced() && !hours.spaced();
        boolean minutes = tokens.at(i + 2).is(":") && tokens.at(i + 3).isNumber(2, 2);
        if (!tight || !hours.isNumber(4, 4) && !(hours.isNumber(2, 2) && minutes)) {
            return null;
        }
        int end = hours.isNumber(4, 4) ? i + 1 : i + 3;
        String written = tokens.between(i, end);
        return new Match(new Mention.Zone(tokens.at(i).start(), tokens.at(end).end(), written, written), end - i + 1);
    }

    static @Nullable Match at(Tokens tokens, int i, boolean afterTime) {
        int count = nameAt(tokens, i, afterTime);
        if (count == 0) {
            return null;
        }
        String name = tokens.between(i, i + count - 1);
        int last = offsetEnd(tokens, i + count, name);
        String full = tokens.between(i, last);
        int end = parenthesisEnd(tokens, last + 1);
        String written = tokens.between(i, end);
        Mention zone = new Mention.Zone(tokens.at(i).start(), tokens.at(end).end(), written, full);
        return new Match(zone, end - i + 1);
    }

    private static int nameAt(Tokens tokens, int i, boolean afterTime) {
        Token token = tokens.at(i);
        String text = token.text();
        if (text.length() <= 4 && (CERTAIN.containsKey(text) || AMBIGUOUS.contains(text))) {
            return afterTime || meant(tokens, i) ? 1 : 0;
        }
        if (SHORT.contains(text)) {
            return afterTime ? 1 : 0;
        }
        return Character.isUpperCase(text.charAt(0)) ? longName(tokens, i) : 0;
    }

    /** Away from a time an abbreviation is a zone when the words around it say so, or nothing else is it: UTC. */
    private static boolean meant(Tokens tokens, int i) {
        String text = tokens.at(i).text();
        if (text.equals("UTC") || text.equals("GMT")) {
            return true;
        }
        boolean bracketed = tokens.at(i - 1).is("(") && tokens.at(i + 1).is(")");
        return bracketed
                || tokens.wordAt(i - 1, "in", "timezone", "zone", "time", "times", "are")
                || tokens.at(i - 1).is(":") && tokens.wordAt(i - 2, "timezone", "zone", "times");
    }

    private static int longName(Tokens tokens, int i) {
        int words = NAMES.at(tokens, i);
        return words > 0 ? words : CityZones.at(tokens, i);
    }

    /** The words, in lower case, that a zone can start with. */
    static Set<String> openers() {
        Set<String> openers = new HashSet<>(NAMES.openers());
        for (Set<String> names : List.of(CERTAIN.keySet(), AMBIGUOUS, SHORT)) {
            names.forEach(name -> openers.add(name.toLowerCase(Locale.ROOT)));
        }
        return openers;
    }

    /** {@code UTC-5}, {@code GMT+02:00}, {@code EAT + 3}; a dash before the next time is no offset. */
    private static int offsetEnd(Tokens tokens, int at, String name) {
        boolean universal = name.equals("UTC") || name.equals("GMT");
        boolean plus = tokens.at(at).is("+");
        boolean minus = universal
                && "-−".contains(tokens.at(at).text())
                && !tokens.at(at).spaced()
                && !tokens.at(at + 1).spaced();
        if (!plus && !minus || !tokens.at(at + 1).isNumber(1, 4)) {
            return at - 1;
        }
        boolean minutes = tokens.at(at + 2).is(":") && tokens.at(at + 3).isNumber(2, 2);
        return minutes ? at + 3 : at + 1;
    }

    /** Takes in a short remark in parentheses that explains the zone: {@code (UTC-7)}, {@code (Nairobi, Kenya)}. */
    private static int parenthesisEnd(Tokens tokens, int at) {
        if (!tokens.at(at).is("(")) {
            return at - 1;
        }
        for (int i = at + 1; i < at + 8; i++) {
            Token token = tokens.at(i);
            if (token.is(")")) {
                return i == at + 1 ? at - 1 : i;
            }
            boolean place = token.isWord() && Character.isUpperCase(token.text().charAt(0));
            boolean offset = tokens.wordAt(at + 1, "utc", "gmt");
            if (!place && !offset && !token.is(",")) {
                return at - 1;
            }
        }
        return at - 1;
    }
}
