package io.followthrough.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Wiki markup, as far as the sandbox looks into it. */
final class Wiki {

    private static final Pattern MACRO =
            Pattern.compile("\\{(?:code|noformat|quote)(?::[^}\\n]*)?\\}\\n?|\\{[*_]\\}|\\{\\{|\\}\\}");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]|\\n]*)\\|([^\\]\\n]*)\\]");
    private static final Pattern MENTION = Pattern.compile("\\[~([^\\]\\n]+)\\]");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(?:h[1-6]\\.|[*#-]+) ");
    private static final Pattern LINE_BREAK = Pattern.compile(" ?\\\\\\\\ ?");
    private static final Pattern ENTITY = Pattern.compile("&#(\\d{1,7});");
    private static final Pattern SPECIAL = Pattern.compile("[{}\\[\\]|*_^~!\\\\#+-]");

    private Wiki() {}

    /** The text without its markup. */
    static String plain(String markup) {
        String text = MACRO.matcher(markup).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        text = MENTION.matcher(text).replaceAll("@$1");
        text = LINE_START.matcher(text).replaceAll("");
        text = LINE_BREAK.matcher(text).replaceAll("\n");
        text = text.replaceAll("\\n{2,}", "\n");
        return ENTITY.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1)))))
                .strip();
    }

    static String escape(String plain) {
        return SPECIAL.matcher(plain)
                .replaceAll(match -> "&#" + (int) match.group().charAt(0) + ";");
    }
}
