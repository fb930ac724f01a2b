package io.github.headroom4j.eval.command;

import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.job.EvalException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands: parses a command line and runs the one it names. Stateless. */
public final class CommandTree {

    /** How the program calls itself in help texts. */
    static final String NAME = "eval";

    /** The width of help texts where there is no terminal that has one. */
    private static final int WIDTH = 100;

    private CommandTree() {}

    /** In the order of help texts. A new command is one line. */
    private static List<EvalCommand> commands() {
        return List.of(
                new RunCommand(),
                new MergeCommand(),
                new GateCommand(),
                new CompareCommand(),
                new PageCommand(),
                new SweepRagCommand(),
                new BenchContentCommand(),
                new ImportCommand(),
                new RecordCommand(),
                new ListCommand(),
                new ExplainCommand(),
                new DoctorCommand(),
                new CompletionCommand());
    }

    /**
     * Runs a command line.
     *
     * @param context where to read and write
     * @param args the command line
     * @return how the process ends, 0 if all is well
     * @throws EvalException if it can not be done; the message is for the user
     */
    public static int run(EvalContext context, String... args) {
        CommandLine root = commandLine(context.terminal());
        CommandLine chosen = chosen(parse(root, args));
        Ansi ansi = context.terminal() ? Ansi.AUTO : Ansi.OFF;
        if (chosen.isUsageHelpRequested()) {
            chosen.usage(context.out(), ansi);
            return EvalCommand.OK;
        }
        if (chosen.isVersionHelpRequested()) {
            chosen.printVersionHelp(context.out(), ansi);
            return EvalCommand.OK;
        }
        try {
            return chosen.<EvalCommand>getCommand().run(context);
        } catch (DatasetException e) {
            throw new EvalException("the data are missing or broken: " + e.getMessage());
        }
    }

    /** Commands come before options, since nobody looks for them below thirty lines. */
    static CommandLine commandLine(boolean terminal) {
        CommandLine root = new CommandLine(new RootCommand());
        commands().forEach(root::addSubcommand);
        root.setUsageHelpWidth(WIDTH).setUsageHelpAutoWidth(terminal);
        root.setHelpSectionKeys(List.of(
                UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
                UsageMessageSpec.SECTION_KEY_SYNOPSIS,
                UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
                UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
                UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
                UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                UsageMessageSpec.SECTION_KEY_FOOTER));
        complete(root);
        return root;
    }

    /** What is the same in all commands. */
    private static void complete(CommandLine one) {
        CommandSpec spec = one.getCommandSpec();
        spec.usageMessage().sortOptions(false).abbreviateSynopsis(true);
        if (spec.usageMessage().optionListHeading().isEmpty()) {
            spec.usageMessage()
                    .parameterListHeading(spec.positionalParameters().isEmpty() ? "" : "%n")
                    .optionListHeading(spec.positionalParameters().isEmpty() ? "%n" : "");
        }
        if (spec.findOption("--help") == null) {
            spec.addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
        }
        one.getSubcommands().values().forEach(CommandTree::complete);
    }

    private static CommandLine chosen(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.commandSpec().commandLine();
    }

    private static ParseResult parse(CommandLine root, String... args) {
        try {
            return root.parseArgs(args);
        } catch (ParameterException e) {
            String name = e.getCommandLine().getCommandSpec().qualifiedName().replaceFirst("^" + NAME + " ?", "");
            throw EvalException.usage(e.getMessage() + "; " + (name.isEmpty() ? "" : name + " ")
                    + "--help lists what there is"
                    + suggestion(e)
                            .map(near -> ". Did you mean '" + near + "'?")
                            .orElse(""));
        }
    }

    private static Optional<String> suggestion(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().findFirst()
                : Optional.empty();
    }
}
