package io.followthrough.document.format;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph of a Word document.
 *
 * @param list id of the list it is an item of, or null
 * @param checked of a checkbox at its start, or null
 */
record WordParagraph(
        String text,
        boolean allBold,
        WordStyles.Style style,
        @Nullable String list,
        int level,
        @Nullable Boolean checked)
        implements WordBlock {

    @Override
    public void write(MarkdownWriter out, WordLists lists, boolean titled) {
        int heading = style.heading();
        if (heading != 0) {
            int below = titled ? 1 : 0;
            String words = text.replace("**", "");
            out.heading(heading == WordStyles.Style.TITLE ? 1 : heading + below, words);
            return;
        }
        String mark = list == null ? null : lists.nextMark(list, level);
        if (mark == null && checked == null) {
            out.paragraph(text);
        } else {
            String bare = mark == null ? "-" : mark.replace(" [ ]", "");
            boolean box = checked != null || mark != null && mark.endsWith("]");
            out.item(
                    mark == null ? 0 : level,
                    box ? bare + (Boolean.TRUE.equals(checked) ? " [x]" : " [ ]") : bare,
                    text);
        }
    }

    /** The words of the paragraph in a cell. */
    String inCell() {
        return checked == null ? text : (checked ? "[x] " : "[ ] ") + text;
    }
}
