package io.followthrough.document.cli;

import io.followthrough.document.Documents;
import io.followthrough.document.Reading;
import io.followthrough.document.UnreadableDocumentException;
import io.followthrough.document.lint.Linter;
import io.followthrough.document.lint.Rule;
import io.followthrough.document.lint.RuleSettings;
import io.followthrough.document.lint.Rules;
import io.followthrough.document.lint.RulesFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lint}: reads postmortems and says what they lack and where they contradict themselves. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        description = "Reads postmortems and says what they lack and where they contradict themselves.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no finding of severity error",
            "1:at least one finding of severity error",
            "2:unusable arguments or a file that cannot be read"
        },
        sortOptions = false)
final class LintCommand implements Callable<Integer> {

    private static final int FINE = 0;
    private static final int ERRORS = 1;
    private static final int UNUSABLE = 2;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print; text is the default.")
    private Format format = Format.text;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "YAML or properties file: one \"rule: error|warning|info|off\" per line.")
    private @Nullable Path rules;

    @Option(names = "--list-rules", description = "Print all rules with their severity and leave.")
    private boolean listRules;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Postmortems in Markdown or plain text; - is the standard input.")
    private List<String> files = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    private final InputStream in;

    LintCommand(InputStream in) {
        this.in = in;
        this.spec = CommandSpec.create();
    }

    enum Format {
        text,
        json
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (listRules) {
            Rules.all().forEach(rule -> out.println(describe(rule)));
            return FINE;
        }
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name at least one file, or - for the standard input.");
        }
        Linter linter = new Linter(settings());
        int exit = FINE;
        for (String file : files) {
            exit = Math.max(exit, lint(file, linter, out));
        }
        return exit;
    }

    private static String describe(Rule rule) {
        return "%-32s %-8s %s".formatted(rule.id(), rule.severity().name().toLowerCase(Locale.ROOT), rule.title());
    }

    private RuleSettings settings() {
        if (rules == null) {
            return RuleSettings.STANDARD;
        }
        try {
            return RulesFile.read(rules);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int lint(String file, Linter linter, PrintWriter out) {
        String name = file.equals("-") ? "<stdin>" : file;
        try {
            Reading reading = Documents.read(Documents.decode(bytes(file)), linter);
            if (format == Format.json) {
                out.println(JsonReport.of(name, reading));
            } else {
                out.print(TextReport.of(name, reading));
            }
            out.flush();
            return reading.hasErrors() ? ERRORS : FINE;
        } catch (UnreadableDocumentException e) {
            spec.commandLine().getErr().println(name + ": " + e.getMessage());
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println(name + ": The file cannot be read; is the name right and may you read it?");
        }
        return UNUSABLE;
    }

    /** One byte more than is taken, so that longer files are told apart without being loaded whole. */
    private byte[] bytes(String file) throws IOException {
        if (file.equals("-")) {
            return in.readNBytes(Documents.MAX_BYTES + 1);
        }
        try (InputStream bytes = Files.newInputStream(Path.of(file))) {
            return bytes.readNBytes(Documents.MAX_BYTES + 1);
        }
    }
}
