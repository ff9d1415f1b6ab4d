package io.followthrough.document;

import io.followthrough.document.lint.Linter;
import io.followthrough.document.lint.RuleSettings;
import io.followthrough.document.lint.RulesFile;
import java.nio.file.Path;

/** Reads and lints texts by the rules of one house: as they come, or weighed by a rules file. */
public final class DocumentReader {

    private final Linter linter;

    private DocumentReader(RuleSettings settings) {
        this.linter = new Linter(settings);
    }

    /** Every rule with its own severity. */
    public static DocumentReader standard() {
        return new DocumentReader(RuleSettings.STANDARD);
    }

    /**
     * Every rule as the file has it: one {@code rule: severity} or {@code rule: off} per line.
     *
     * @throws IllegalArgumentException saying what is wrong with the file, in which line and with which rule
     */
    public static DocumentReader withRulesOf(Path file) {
        return new DocumentReader(RulesFile.read(file));
    }

    /** Reads and lints the text; never fails, whatever the text. */
    public Reading read(String text) {
        return Documents.read(text, linter);
    }
}
