package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.List;
import java.util.Set;

/** Recognises the page that leads to postmortems and tells none: the README or the index of where they are kept. */
final class Readme {

    private static final Phrases LEADING_THERE = Phrases.of("index", "directory", "repository", "folder", "collection");

    private static final Set<String> HEADINGS = Set.of(
            "contents",
            "contributing",
            "directory structure",
            "file structure",
            "files",
            "format",
            "getting started",
            "how to contribute",
            "how to use",
            "index",
            "installation",
            "license",
            "licence",
            "list of postmortems",
            "naming convention",
            "naming conventions",
            "project structure",
            "purpose",
            "repository structure",
            "structure",
            "table of contents",
            "tasks",
            "usage");

    /** A report may have one or two of them as well. */
    private static final int FEWEST_HEADINGS = 3;

    private static final int FEWEST_OF_AN_INDEX = 2;

    private Readme() {}

    static boolean is(Outline outline) {
        List<Block> headings = outline.blocks().stream()
                .filter(block -> block.is(Kind.HEADING))
                .toList();
        long usual = headings.stream()
                .filter(heading -> HEADINGS.contains(Words.joined(heading.text())))
                .count();
        return usual >= (isIndex(headings) ? FEWEST_OF_AN_INDEX : FEWEST_HEADINGS);
    }

    /** "Postmortems", "Index of our postmortems": the title names many of them or a place. */
    private static boolean isIndex(List<Block> headings) {
        if (headings.isEmpty()) {
            return false;
        }
        String title = headings.get(0).text();
        return Words.containsAny(Words.of(title), "postmortems", "mortems", "incidents") || LEADING_THERE.in(title);
    }
}
