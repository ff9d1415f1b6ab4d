package io.followthrough.ticket.jira;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes every meaning from text that stands in wiki markup. Each character that could begin or end markup becomes its
 * numeric entity, which Jira shows as the character and no rule of the markup looks into. A backslash before it, the
 * documented way, is kept for one that is harmless alone: Jira reads macros before backslashes, and two backslashes
 * are a line break.
 */
final class WikiText {

    private static final String ENTITIES = "{}[]|\\*_^~!";
    /** Words at the start of a line that make it a heading or a quotation. */
    private static final Pattern BLOCK_WORD = Pattern.compile("(?i)^(\\h*(?:h[1-6]|bq))\\.");

    private static final Pattern BULLETS = Pattern.compile("^(\\h*)([-#]+)(?=\\h|$)|^(\\h*)(-{4,})");
    private static final Pattern ICON =
            Pattern.compile("\\((?:[ynix/!?+*-]|on|off|\\*[rgby]|flag|flagoff)\\)|[:;]-?[()DPpd]");

    private WikiText() {}

    /** Text for the middle of a line. */
    static String escape(String text) {
        String one = text.replace('\n', ' ');
        StringBuilder safe = new StringBuilder(one.length() + 16);
        Matcher icon = ICON.matcher(one);
        for (int i = 0; i < one.length(); i++) {
            char c = one.charAt(i);
            boolean afterEntity = safe.length() > 0 && safe.charAt(safe.length() - 1) == ';';
            if (ENTITIES.indexOf(c) >= 0
                    || isMark(one, i)
                    || isEntity(one, i)
                    || icon.region(i, one.length()).lookingAt()
                    // The end of an entity must not become half of an icon either.
                    || (afterEntity && "()DPpd-".indexOf(c) >= 0)) {
                safe.append("&#").append((int) c).append(';');
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    /** Escaped text for the start of a line, where a few more words and marks mean something. */
    static String atLineStart(String escaped) {
        String noWord = BLOCK_WORD.matcher(escaped).replaceFirst("$1&#46;");
        return BULLETS.matcher(noWord).replaceFirst(match -> {
            String space = match.group(1) != null ? match.group(1) : match.group(3);
            String marks = match.group(2) != null ? match.group(2) : match.group(4);
            StringBuilder safe = new StringBuilder(space);
            marks.chars().forEach(mark -> safe.append("&#").append(mark).append(';'));
            return safe.toString();
        });
    }

    /** An address in a link, where entities are not read: what could end it is percent-encoded. */
    static String escapeAddress(String address) {
        StringBuilder safe = new StringBuilder();
        for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~:/?#@$&'()+,;=%".indexOf(c) >= 0);
            safe.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return safe.toString();
    }

    /** Minus, plus and question marks mean something at the edge of a word; within one they do not. */
    private static boolean isMark(String text, int at) {
        char c = text.charAt(at);
        if (c == '?') {
            return at + 1 < text.length() && text.charAt(at + 1) == '?' || at > 0 && text.charAt(at - 1) == '?';
        }
        if (c != '-' && c != '+') {
            return false;
        }
        return at == 0
                || at + 1 == text.length()
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** Whether an ampersand begins what Jira would show as another character. */
    private static boolean isEntity(String text, int at) {
        return text.charAt(at) == '&'
                && text.substring(at, Math.min(text.length(), at + 12)).matches("(?s)&#?\\w+;.*");
    }
}
