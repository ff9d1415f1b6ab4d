package io.followthrough.document.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A paragraph of a Word document that is being read. */
final class WordLine {

    /** Checkboxes of Wingdings and Wingdings 2, by their code. */
    private static final String OPEN_BOXES = "F0A8 F06F F071 00A8 006F F0A3 F02A";

    private static final String DONE_BOXES = "F0FE F0FD 00FE 00FD F052 F053 F054";

    private final InlineMarkdown words = new InlineMarkdown();
    private WordStyles.Style style = new WordStyles.Style(0, false, null, 0, false);
    private @Nullable String list;
    private boolean listIsSaid;
    private int level = -1;
    private int outline;
    private @Nullable Boolean checked;
    private @Nullable String link;
    private boolean bold;
    private boolean hidden;
    private boolean afterProperties;

    void style(@Nullable String id, WordStyles styles) {
        style = styles.of(id);
    }

    void list(@Nullable String id) {
        list = id == null || id.equals("0") ? null : id;
        listIsSaid = true;
    }

    void level(int said) {
        level = Math.max(0, said);
    }

    void outline(int said) {
        outline = said >= 0 && said < 9 ? said + 1 : 0;
    }

    void endProperties() {
        afterProperties = true;
    }

    void startRun() {
        afterProperties = true;
        bold = style.bold();
        hidden = false;
    }

    void bold(boolean on) {
        // The properties of the paragraph say how its end looks, not its words.
        bold = afterProperties && on;
    }

    boolean isBold() {
        return bold;
    }

    void hidden(boolean on) {
        hidden = afterProperties && on;
    }

    void link(@Nullable String target) {
        link = target;
    }

    void text(String text) {
        if (hidden) {
            return;
        }
        String said = text;
        if (words.isEmpty() && checked == null && !said.isBlank()) {
            char first = said.stripLeading().charAt(0);
            if (first == '☒' || first == '☑' || first == '☐') {
                checked = first != '☐';
                said = said.stripLeading().substring(1);
            }
        }
        words.add(said, bold && style.heading() == 0, style.heading() == 0 ? link : null);
    }

    void tab() {
        if (afterProperties) {
            words.add(" ", bold, link);
        }
    }

    void lineEnd() {
        words.lineEnd();
    }

    void symbol(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        if (words.isEmpty() && upper.length() == 4) {
            if (OPEN_BOXES.contains(upper)) {
                check(false);
            } else if (DONE_BOXES.contains(upper)) {
                check(true);
            }
        }
    }

    void check(boolean done) {
        if (words.isEmpty()) {
            checked = done;
        }
    }

    /** What was read; null when it says nothing or stands in the table of contents. */
    @Nullable
    WordParagraph toParagraph() {
        boolean allBold = words.allBold();
        String text = words.take();
        if (text.isEmpty() || style.contents()) {
            return null;
        }
        WordStyles.Style said = outline > 0 && style.heading() == 0
                ? new WordStyles.Style(outline, false, style.list(), style.listLevel(), style.bold())
                : style;
        return new WordParagraph(
                text, allBold, said, listIsSaid ? list : said.list(), level >= 0 ? level : said.listLevel(), checked);
    }
}
