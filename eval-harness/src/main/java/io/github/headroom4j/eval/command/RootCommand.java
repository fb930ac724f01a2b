package io.github.headroom4j.eval.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a command line without a command is: {@code run}. Its options are filled by picocli, read only afterwards. */
@Command(
        name = CommandTree.NAME,
        versionProvider = VersionText.class,
        description = {
            "Replays recorded agent sessions with and without compression, and says what that saves and what it costs.",
            "Without a command it is 'run'. 'COMMAND --help' tells more, with examples."
        },
        optionListHeading = "%nOptions of 'run':%n",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Ends with 0 if all is well, 1 on failure, 2 if the command line makes no sense."})
final class RootCommand implements EvalCommand {

    @Mixin
    private final RunCommand run = new RunCommand();

    @Option(names = "--version", versionHelp = true, description = "Print versions and do nothing.")
    boolean version;

    @Override
    public int run(EvalContext context) {
        return run.run(context);
    }
}
