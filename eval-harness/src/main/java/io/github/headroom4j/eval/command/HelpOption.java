package io.github.headroom4j.eval.command;

import picocli.CommandLine.Option;

/** What every command is given: {@code --help}. Whoever parses asks picocli whether it was used. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and do nothing.")
    boolean help;
}
