package io.followthrough.document.format;

/** A paragraph or a table of a Word document. */
interface WordBlock {

    /** @param titled whether the document has a title, below which its headings of level 1 stand */
    void write(MarkdownWriter out, WordLists lists, boolean titled);
}
