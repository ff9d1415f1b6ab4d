package io.followthrough.document.format;

import io.followthrough.document.UnreadableDocumentException;
import java.util.ArrayList;
import java.util.List;

/** The content of a Word document as Markdown, with its changes accepted and its comments left out. */
final class WordText {

    private WordText() {}

    static String of(byte[] bytes) {
        List<WordBlock> blocks = new ArrayList<>();
        WordStyles styles = new WordStyles();
        WordLists lists = new WordLists();
        try (WordPackage word = WordPackage.open(bytes)) {
            word.readBeside("styles", styles::read);
            word.readBeside("numbering", lists::read);
            WordBody body = new WordBody(styles, word.links());
            word.readDocument(body::read);
            blocks = body.blocks();
        }
        String text = write(blocks, lists);
        if (text.isBlank()) {
            throw new UnreadableDocumentException(
                    "The Word document holds no text. If it shows a picture of the postmortem, send its text instead.");
        }
        return text;
    }

    private static String write(List<WordBlock> blocks, WordLists lists) {
        boolean titled = blocks.stream()
                .anyMatch(block -> block instanceof WordParagraph paragraph
                        && paragraph.style().heading() == WordStyles.Style.TITLE);
        MarkdownWriter out = new MarkdownWriter();
        for (WordBlock block : blocks) {
            block.write(out, lists, titled);
        }
        return out.text();
    }
}
