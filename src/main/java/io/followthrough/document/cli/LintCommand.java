package io.followthrough.document.cli;

import io.followthrough.document.cli.Outcome.Linted;
import io.followthrough.document.cli.Outcome.Unreadable;
import io.followthrough.document.lint.Linter;
import io.followthrough.document.lint.NearNames;
import io.followthrough.document.lint.Rule;
import io.followthrough.document.lint.RuleSettings;
import io.followthrough.document.lint.Rules;
import io.followthrough.document.lint.RulesFile;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif",
            description = "How to print: text for people and editors, json with everything that was read, one object"
                    + " for each file, or sarif for code hosts. The default is text.")
    private Format format = Format.text;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "YAML or properties file: one \"rule: error|warning|info|off\" per line. Without it the"
                    + " nearest " + RulesLookup.NAME
                    + " in this folder or above it is used, as far as the Git repository"
                    + " reaches.")
    private @Nullable Path rules;

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = "Leave out the files that match; may be given several times.")
    private List<String> excluded = new ArrayList<>();

    @Option(names = "--stdin-name", paramLabel = "NAME", description = "What to call the standard input in reports.")
    private String stdinName = "<stdin>";

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            description = "Colours in text; auto, the default, means on a terminal and without NO_COLOR.")
    private Colours.When color = Colours.When.auto;

    @Option(
            names = {"-q", "--quiet"},
            description = "One line for each finding: no lines of the document, no summary, no progress.")
    private boolean quiet;

    @Option(names = "--list-rules", description = "Print all rules with their severity and leave.")
    private boolean listRules;

    @Option(
            names = "--explain",
            paramLabel = "RULE",
            completionCandidates = RuleNames.class,
            description = "Print what a rule is for, with examples, and leave.")
    private @Nullable String explained;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Postmortems: Markdown, text, HTML, Word (.docx) or e-mail (.eml); folders, which are"
                    + " searched for such files; quoted patterns such as \"**/*.md\"; - is the standard input.")
    private List<String> files = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final InputStream in;

    LintCommand(InputStream in) {
        this.in = in;
    }

    /** The names of all rules, for completion. */
    static final class RuleNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Rules.all().stream().map(Rule::id).iterator();
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (listRules) {
            RuleHelp.list(out);
            return Summary.FINE;
        }
        if (explained != null) {
            out.println(RuleHelp.plain(ruleNamed(explained)));
            return Summary.FINE;
        }
        if (files.isEmpty()) {
            throw unusable("Name at least one file, or - for the standard input.");
        }
        Linter linter = new Linter(settings());
        return lint(linter, selection(), printer(out));
    }

    private int lint(Linter linter, Selection selection, Printer printer) {
        Summary summary = new Summary();
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new Progress(err, !quiet && System.console() != null, System::nanoTime);
        printer.begin();
        selection.problems().forEach(problem -> take(problem, summary, printer, progress));
        new Batch(linter, progress).lint(selection.sources(), outcome -> take(outcome, summary, printer, progress));
        progress.hide();
        printer.end(summary);
        return summary.exitCode();
    }

    private void take(Outcome outcome, Summary summary, Printer printer, Progress progress) {
        summary.add(outcome);
        if (outcome instanceof Unreadable unreadable) {
            progress.hide();
            spec.commandLine().getErr().println(TerminalText.harmless(unreadable.file() + ": " + unreadable.reason()));
            printer.unreadable(unreadable);
        } else if (outcome instanceof Linted linted) {
            if (format != Format.text || !linted.reading().findings().isEmpty()) {
                progress.hide();
            }
            printer.linted(linted);
            spec.commandLine().getOut().flush();
        }
    }

    private Printer printer(PrintWriter out) {
        return switch (format) {
            case text -> new TextPrinter(out, spec.commandLine().getErr(), Colours.of(color), quiet);
            case json -> linted -> out.println(JsonReport.of(linted.file(), linted.reading()));
            case sarif -> new SarifPrinter(out, VersionProvider.version());
        };
    }

    private Selection selection() {
        try {
            Selection selection =
                    new Selection(in, stdinName, excluded.stream().map(Glob::of).toList());
            files.forEach(selection::add);
            return selection;
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()));
        }
    }

    private Rule ruleNamed(String id) {
        return Rules.named(id)
                .orElseThrow(() -> unusable("There is no rule \"" + id + "\"." + NearNames.question(id, Rules.ids())
                        + " --list-rules names them all."));
    }

    private RuleSettings settings() {
        Path file = rules == null ? RulesLookup.near(Path.of("")) : rules;
        if (file == null) {
            return RuleSettings.STANDARD;
        }
        try {
            return RulesFile.read(file);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException unusable(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
