package io.followthrough.document.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects the words of one paragraph and writes them as Markdown: bold words, links, everything else as it is. */
final class InlineMarkdown {

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private boolean runBold;
    private @Nullable String runLink;
    private boolean plainSeen;
    private boolean boldSeen;

    /** Adds words; white space collapses as in a browser, a line end stays one. */
    void add(String words, boolean bold, @Nullable String link) {
        boolean blank = words.isBlank();
        if (!blank && (bold != runBold || !same(link, runLink))) {
            endRun();
            runBold = bold;
            runLink = link;
        }
        if (!blank) {
            boldSeen |= bold;
            plainSeen |= !bold;
        }
        run.append(words);
    }

    /** Adds a line end that the writer meant. */
    void lineEnd() {
        run.append('\n');
    }

    boolean isEmpty() {
        return out.toString().isBlank() && run.toString().isBlank();
    }

    /** Whether all words are bold. */
    boolean allBold() {
        return boldSeen && !plainSeen;
    }

    /** The paragraph; its lines are apart by a line feed. Empties the collection. */
    String take() {
        endRun();
        String text = collapse(out);
        out.setLength(0);
        boldSeen = false;
        plainSeen = false;
        runBold = false;
        runLink = null;
        return text;
    }

    private static boolean same(@Nullable String a, @Nullable String b) {
        return a == null ? b == null : a.equals(b);
    }

    private void endRun() {
        String words = run.toString();
        run.setLength(0);
        String core = words.strip();
        if (core.isEmpty()) {
            out.append(words);
            return;
        }
        int start = words.indexOf(core.charAt(0));
        out.append(words, 0, start);
        String marked = escape(core);
        if (runLink != null) {
            marked = link(core, marked, runLink);
        }
        if (runBold && core.indexOf('\n') < 0 && canOpen(core)) {
            marked = "**" + marked + "**";
            boolean spaceFollows = start + core.length() < words.length();
            // A closing mark after punctuation needs a blank behind it, or it is none.
            if (!spaceFollows && !Character.isLetterOrDigit(core.charAt(core.length() - 1))) {
                marked += " ";
            }
        }
        out.append(marked).append(words, start + core.length(), words.length());
    }

    private boolean canOpen(String core) {
        if (out.length() == 0) {
            return true;
        }
        char before = out.charAt(out.length() - 1);
        return Character.isWhitespace(before) || Character.isLetterOrDigit(core.charAt(0)) && before != '*';
    }

    private static String link(String plain, String marked, String target) {
        String url = target.strip();
        String lower = url.toLowerCase(Locale.ROOT);
        boolean away = lower.startsWith("http://") || lower.startsWith("https://");
        if (!away || plain.equals(url) || plain.indexOf('\n') >= 0) {
            return marked;
        }
        String safe = url.replace("(", "%28")
                .replace(")", "%29")
                .replace(" ", "%20")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\n", "");
        return "[" + marked.replace("[", "\\[").replace("]", "\\]") + "](" + safe + ")";
    }

    /** Guards only what would be taken for a tag or an entity: who types Markdown into a word processor means it. */
    private static String escape(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '<' && (Character.isLetter(next) || next == '/' || next == '!')
                    || c == '&' && (Character.isLetter(next) || next == '#')) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    private static String collapse(CharSequence words) {
        StringBuilder text = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            char last = text.length() == 0 ? '\n' : text.charAt(text.length() - 1);
            if (c == '\n') {
                while (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
                    text.setLength(text.length() - 1);
                }
                if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                    text.append('\n');
                }
            } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B' || c == '\uFEFF') {
                if (last != ' ' && last != '\n' && c != '\u200B' && c != '\uFEFF') {
                    text.append(' ');
                }
            } else {
                text.append(c);
            }
        }
        return text.toString().strip();
    }
}
