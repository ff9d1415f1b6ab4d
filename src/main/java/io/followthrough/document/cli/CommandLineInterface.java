package io.followthrough.document.cli;

import io.followthrough.document.cli.launch.Launch;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The way in for {@code java -jar followthrough.jar lint …}; touches no Spring class. */
public final class CommandLineInterface {

    static final String NAME = "followthrough";

    private CommandLineInterface() {}

    /** Whether the arguments ask for the command line and not for the server. */
    public static boolean isAskedFor(String[] args) {
        return Launch.asksForCommandLine(args);
    }

    public static void main(String[] args) {
        System.exit(run(args, System.in, System.out, System.err));
    }

    /** Runs what the arguments name and returns the exit code: 0 fine, 1 errors found, 2 unusable. */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
        PrintWriter errors = new PrintWriter(err, true, StandardCharsets.UTF_8);
        int exit = new CommandLine(new Root())
                .addSubcommand(new LintCommand(in))
                .addSubcommand(new CompletionCommand())
                .setOut(writer)
                .setErr(errors)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(CommandLineInterface::unusable)
                .execute(args);
        writer.flush();
        return exit;
    }

    /** The message alone: the usage in full would push it out of sight. */
    private static int unusable(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println(e.getCommandLine().getCommandSpec().qualifiedName() + " --help shows what can be said.");
        }
        return Summary.UNUSABLE;
    }

    /** What stands before {@code lint} and {@code completion}. */
    @Command(
            name = NAME,
            mixinStandardHelpOptions = true,
            versionProvider = VersionProvider.class,
            synopsisSubcommandLabel = "lint | completion",
            description = "Reads postmortems and follows them through. Without a command the server starts.")
    private static final class Root {}
}
