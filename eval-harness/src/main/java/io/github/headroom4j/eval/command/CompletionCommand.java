package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.job.EvalException;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code generate-completion}: completion for shells. Its options are filled by picocli, read only afterwards. */
@Command(
        name = "generate-completion",
        header = "Print a completion script for bash and zsh.",
        description = {
            "Prints a script that completes commands and options in bash and zsh.",
            "It completes the word that starts the harness in your shell: an alias or a script of yours around"
                    + " 'java -cp ... io.github.headroom4j.eval.EvalHarness'."
        },
        footer = {
            "",
            "Examples:",
            "  source <(headroom-eval generate-completion --name headroom-eval)",
            "",
            "Ends with 0, or 2 if the name is no word."
        })
final class CompletionCommand implements EvalCommand {

    /** Goes into a script that a shell runs, so nothing but a word. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,60}");

    @Option(names = "--name", paramLabel = "WORD", description = "What to complete; default: ${DEFAULT-VALUE}.")
    private String name = CommandTree.NAME;

    @Override
    public int run(EvalContext context) {
        if (!WORD.matcher(name).matches()) {
            throw EvalException.usage("--name must be a word of letters, digits, '-' and '_', but was '" + name + "'");
        }
        context.out().print(AutoComplete.bash(name, CommandTree.commandLine(false)));
        return OK;
    }
}
