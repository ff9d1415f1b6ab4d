package io.followthrough.document.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion}: prints what a shell has to load to complete commands, options and names of rules. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        description = {
            "Prints what a shell has to load to complete a command named followthrough.",
            "In ~/.bashrc or ~/.zshrc:",
            "",
            "  followthrough() { java -jar /path/to/followthrough.jar \"$$@\"; }",
            "  source <(followthrough completion bash)"
        })
final class CompletionCommand implements Runnable {

    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private Shell shell = Shell.bash;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        // The script of bash runs in zsh as well: it begins by loading zsh's own adapter for such scripts.
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash(
                        CommandLineInterface.NAME, spec.parent().commandLine()));
    }
}
