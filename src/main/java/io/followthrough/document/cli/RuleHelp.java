package io.followthrough.document.cli;

import io.followthrough.document.lint.Rule;
import io.followthrough.document.lint.Rules;
import java.io.PrintWriter;
import java.util.Locale;

/** What the command line says about rules. */
final class RuleHelp {

    private RuleHelp() {}

    /** One line for each rule. */
    static void list(PrintWriter out) {
        for (Rule rule : Rules.all()) {
            out.printf("%-32s %-8s %s%n", rule.id(), severity(rule), rule.title());
        }
    }

    /** Everything about a rule, for reading in a terminal. */
    static String plain(Rule rule) {
        return rule.id() + " (" + severity(rule) + ")" + System.lineSeparator() + System.lineSeparator() + rule.title();
    }

    /** The same as Markdown. */
    static String markdown(Rule rule) {
        return "**" + rule.id() + "** (" + severity(rule) + ")\n\n" + rule.title();
    }

    private static String severity(Rule rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT);
    }
}
