package io.followthrough.document;

import io.followthrough.document.lint.Linter;
import io.followthrough.document.lint.RuleSettings;
import io.followthrough.document.lint.Rules;
import io.followthrough.document.lint.RulesFile;
import java.nio.file.Path;
import java.util.Optional;

/** Reads and lints texts by the rules of one house: as they come, or weighed by a rules file. */
public final class DocumentReader {

    private final RuleSettings settings;
    private final Linter linter;

    private DocumentReader(RuleSettings settings) {
        this.settings = settings;
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

    /**
     * How much the findings of a rule weigh here; empty where it is off.
     *
     * @throws IllegalArgumentException when there is no such rule
     */
    public Optional<Severity> severityOf(String rule) {
        return Optional.ofNullable(settings.severityOf(Rules.named(rule)
                .orElseThrow(() -> new IllegalArgumentException("There is no rule \"" + rule + "\"."))));
    }

    /** Reads and lints the text; never fails, whatever the text. */
    public Reading read(String text) {
        return Documents.read(text, linter);
    }
}
