package io.followthrough.document.source;

import io.followthrough.document.source.Block.Check;
import org.jspecify.annotations.Nullable;

/**
 * The bullet, number or checkbox a line starts with.
 *
 * @param indent columns before it
 * @param content what follows it
 */
record ListMarker(int indent, String content, Check check) {

    private static final String BULLETS = "-*+•●◦▪▫‣⁃○■□–—·➢➤►✓✔";
    private static final String TIGHT_BULLETS = "•●◦▪▫‣⁃○■□➢➤►";
    /** What the second level's bullet of a word processor becomes in plain text, its tab being widened. */
    private static final String ROUND = "o    ";

    /** Somebody marked the whole line, bullet and all. */
    private static final String BOLD_BULLET = "**- ";

    private static final int LONGEST_NUMBER = 3;

    static @Nullable ListMarker of(Line line) {
        String text = line.text();
        int at = skipSpace(text, 0);
        int indent = at;
        if (text.startsWith(BOLD_BULLET, at)) {
            return new ListMarker(
                    indent, "**" + text.substring(at + BOLD_BULLET.length()).strip(), Check.NONE);
        }
        int end = bulletEnd(text, at);
        if (end < 0) {
            end = numberEnd(text, at);
        }
        if (end < 0 && text.startsWith(ROUND, at)) {
            end = at + ROUND.length();
        }
        boolean bullet = end >= 0;
        String content = text.substring(bullet ? end : at).strip();
        while (bullet && bulletEnd(content, 0) > 0 && "-*+".indexOf(content.charAt(0)) < 0) {
            content = content.substring(bulletEnd(content, 0)).strip();
        }
        Check check = check(content);
        if (!bullet && check == Check.NONE) {
            return null;
        }
        return new ListMarker(indent, check == Check.NONE ? content : withoutCheck(content), check);
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) == ' ') {
                at++;
            } else if (text.startsWith("&nbsp;", at)) {
                at += 6;
            } else {
                return at;
            }
        }
        return at;
    }

    private static int bulletEnd(String text, int at) {
        if (at >= text.length() || BULLETS.indexOf(text.charAt(at)) < 0) {
            return -1;
        }
        int after = skipSpace(text, at + 1);
        boolean tight = TIGHT_BULLETS.indexOf(text.charAt(at)) >= 0
                || text.charAt(at) == '-' && after < text.length() && opensText(text, after);
        return after < text.length() && (after > at + 1 || tight) ? after : -1;
    }

    private static boolean opensText(String text, int at) {
        return Character.isUpperCase(text.charAt(at)) || isClock(text, at);
    }

    private static int numberEnd(String text, int at) {
        int end = at;
        while (end < text.length() && end - at <= LONGEST_NUMBER && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean letter = end == at
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at))
                && text.charAt(at + 1) == ')';
        if (letter) {
            end++;
        }
        if (end == at || end - at > LONGEST_NUMBER || end + 1 >= text.length()) {
            return -1;
        }
        boolean mark = text.charAt(end) == '.' || text.charAt(end) == ')';
        char next = text.charAt(end + 1);
        boolean tight = Character.isUpperCase(next) || next == '*' || isClock(text, end + 1);
        return mark && (next == ' ' || tight) ? end + 1 : -1;
    }

    /** {@code 3.10:40}: a clock has no digits before its hours. */
    private static boolean isClock(String text, int at) {
        int colon = text.indexOf(':', at);
        boolean hours = colon == at + 1 || colon == at + 2 && Character.isDigit(text.charAt(at));
        return hours && LineShape.isInClock(text, colon);
    }

    private static Check check(String content) {
        if (content.startsWith("[ ]") || content.startsWith("[]") || content.startsWith("☐")) {
            return Check.OPEN;
        }
        if (content.startsWith("[x]")
                || content.startsWith("[X]")
                || content.startsWith("☑")
                || content.startsWith("✅")
                || content.startsWith("✔")) {
            return Check.DONE;
        }
        return Check.NONE;
    }

    private static String withoutCheck(String content) {
        int end = content.charAt(0) == '[' ? content.indexOf(']') + 1 : 1;
        return content.substring(end).replace("\uFE0F", "").strip();
    }
}
