package io.followthrough.document.cli;

import io.followthrough.document.RuleText;
import io.followthrough.document.lint.Rule;
import io.followthrough.document.lint.RuleTexts;
import io.followthrough.document.lint.Rules;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the command line says about rules. */
final class RuleHelp {

    private static final int WIDTH = 90;

    private RuleHelp() {}

    /** One line for each rule. */
    static void list(PrintWriter out) {
        for (Rule rule : Rules.all()) {
            out.printf("%-32s %-8s %s%n", rule.id(), severity(rule.severity().name()), rule.title());
        }
    }

    /** Everything about a rule, for reading in a terminal. */
    static String plain(Rule rule) {
        RuleText text = RuleTexts.of(rule);
        StringBuilder plain = new StringBuilder();
        plain.append("%s (%s)\n\n%s\n\n"
                .formatted(text.id(), severity(text.severity().name()), text.title()));
        plain.append(folded(text.reason())).append('\n');
        plain.append("\nFound here:\n\n").append(text.bad().indent(4));
        plain.append("\nNot here:\n\n").append(text.good().indent(4));
        RuleText.Measured measured = text.measured();
        if (measured != null) {
            plain.append("\nMeasured on labelled postmortems: %d right, %d wrong, %d missed (precision %s, recall %s)\n"
                    .formatted(
                            measured.right(),
                            measured.wrong(),
                            measured.missed(),
                            measured.precision(),
                            measured.recall()));
        }
        plain.append("\nSources:\n");
        text.sources()
                .forEach(source -> plain.append("  ")
                        .append(source.name())
                        .append("\n  ")
                        .append(source.url())
                        .append('\n'));
        return plain.toString().stripTrailing().replace("\n", System.lineSeparator());
    }

    /** The same as Markdown, for code hosts that show it beside a finding. */
    static String markdown(Rule rule) {
        RuleText text = RuleTexts.of(rule);
        return """
                **%s** (%s)

                %s

                %s

                Found here:

                ````markdown
                %s
                ````

                Not here:

                ````markdown
                %s
                ````

                Sources: %s
                """.formatted(
                        text.id(),
                        severity(text.severity().name()),
                        text.title(),
                        text.reason(),
                        text.bad(),
                        text.good(),
                        text.sources().stream()
                                .map(source -> "[" + source.name() + "](" + source.url() + ")")
                                .collect(Collectors.joining("; ")));
    }

    private static String folded(String paragraph) {
        StringBuilder folded = new StringBuilder();
        int column = 0;
        for (String word : paragraph.strip().split("\\s+")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                folded.append('\n');
                column = 0;
            } else if (column > 0) {
                folded.append(' ');
                column++;
            }
            folded.append(word);
            column += word.length();
        }
        return folded.toString();
    }

    private static String severity(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
