package io.followthrough.document.reading;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ticket an action item names already: {@code OPS-123}, alone in brackets or at either end of the text, or the
 * address of one.
 *
 * @param reference the key or the address
 * @param rest the text without it
 */
record TicketReference(String reference, String rest) {

    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{1,9}-[1-9][0-9]{0,6}");

    /** The address of a ticket in Jira, GitHub, GitLab or Linear; every part is bounded. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>()\\[\\]\"]{1,200}?"
            + "(?:/browse/[A-Z][A-Z0-9_]{1,9}-[1-9][0-9]{0,6}|/issues?/[A-Za-z0-9_-]{1,40})");

    /** Standards and formats that look like keys. */
    private static final Set<String> NO_PROJECTS = Set.of(
            "UTF", "SHA", "ISO", "RFC", "CVE", "TLS", "SSL", "HTTP", "AES", "MD", "COVID", "IPV", "EC", "RSA", "GPT",
            "ASCII", "EAT", "UTC", "GMT", "SEV", "PM");

    private static final String AROUND = " :-–—,;.()[]";
    private static final int LONGEST_SEARCH = 2_000;

    /** The reference of the text, or null when it names none for certain. */
    static @Nullable TicketReference in(String text) {
        if (text.length() > LONGEST_SEARCH) {
            return null;
        }
        Matcher address = text.indexOf("://") < 0 ? null : ADDRESS.matcher(text);
        if (address != null && address.find()) {
            return of(text, address.start(), address.end());
        }
        Matcher key = KEY.matcher(text);
        while (key.find()) {
            if (isKey(text, key.start(), key.end()) && standsApart(text, key.start(), key.end())) {
                return of(text, key.start(), key.end());
            }
        }
        return null;
    }

    /** Whether a label's value is a reference and nothing else. */
    static boolean is(String value) {
        String said = value.strip();
        Matcher key = KEY.matcher(said);
        return key.matches() && isKey(said, 0, said.length())
                || ADDRESS.matcher(said).lookingAt() && said.indexOf(' ') < 0
                || said.length() < 10 && said.matches("#[1-9][0-9]{0,7}");
    }

    private static boolean isKey(String text, int start, int end) {
        boolean whole = (start == 0
                        || !Character.isLetterOrDigit(text.charAt(start - 1)) && text.charAt(start - 1) != '-')
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '-');
        return whole && !NO_PROJECTS.contains(text.substring(start, text.indexOf('-', start)));
    }

    private static boolean standsApart(String text, int start, int end) {
        boolean opens = start == 0
                        && end < text.length()
                        && ": -–—".indexOf(text.charAt(end)) >= 0
                        && text.indexOf(':', end) == end
                || start == 1 && text.charAt(0) == '[';
        boolean closes = text.substring(end).chars().allMatch(c -> ".)] ".indexOf(c) >= 0);
        boolean bracketed = start > 0
                && end < text.length()
                && "([".indexOf(text.charAt(start - 1)) >= 0
                && ")]".indexOf(text.charAt(end)) >= 0;
        return opens || closes || bracketed;
    }

    private static TicketReference of(String text, int start, int end) {
        String before = withoutEnd(text.substring(0, start));
        String after = withoutStart(text.substring(end));
        String rest = before.isEmpty() || after.isEmpty() ? before + after : before + " " + after;
        return new TicketReference(text.substring(start, end), rest.isBlank() ? text : rest);
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && " (-–—,;:[".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String withoutStart(String text) {
        int start = 0;
        while (start < text.length() && AROUND.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start);
    }
}
