package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.stats.Protocol;
import java.util.Map;

/** The summary for people, as Markdown. */
final class SummaryText {

    private static final String COMMAND = "mvn -q -pl eval-harness -am compile exec:java";

    static final String COSTS = """
            Cost is of input alone, in tokens at the price of an uncached one. `anthropic`: break points behind tools and
            system prompt, behind the last message, and where a request begins to differ from the one before; prefixes
            of at least 1,024 tokens (`anthropic-4096`: 4,096), looked for up to 20 messages back; written at 1.25, read
            at 0.1. `openai-…`: the longest prefix shared with any earlier request, from 1,024 tokens in steps of 128,
            read at the price named. No entry lapses within a session; prefixes are counted by whole messages.
            """;

    private static final String SESSIONS = """

        Questions about an incident are answered from what is visible of that incident's calls, questions about code
        from all code tools' results, in all arms alike. Where the retrieve tool is declared, a name in the question
        that no visible result shows is looked up in up to three folded results, and in three more if it was not
        there; without such a name, results are looked up of which next to nothing is in sight. These requests and
        what they return are charged.
        """;

    private static final String PASSAGES = """
        Each question is asked with the passages that a retriever found for it. F1 and exact matches are those of SQuAD; an
        unanswerable question is right if nothing is answered. "Context tokens" are what is injected beside the question,
        notes included; what the retrieve tool's specification and its calls cost is in the savings further up, and naive
        arms may spend as much as `headroom` did with all of it. "Answer still shown": of the questions whose answer the
        baseline shows, the share of which a gold answer can be read in this arm, looked up or not. Where the retrieve tool is
        declared and no sentence in sight is good enough, the reader searches the original once.
        """;

    private static final String PROGRAMS = """
            The readers are deterministic programs, one per workload: they tell whether what an answer needs is still
            in front of the model; they can not tell how a language model behaves with it. Evidence that is only
            recoverable was not read by them, unless those of long sessions looked it up, which is charged.
            """;

    private static final String RETRIEVAL = """
        The arms `headroom` and `headroom-unretrieved` differ only in the retrieve tool: what the first spends more is what
        its specification in every request, the look-ups, what they return, and the requests that they take cost. In
        workloads named `…-after` results were compressed towards one question, and only another one is judged, which the user
        asks afterwards. There the reader knows the question, what is shown, and that a marker stands for what is not: if what
        is in sight answers, it looks up nothing, unless the question asks for all or for a number; else it searches the result
        that fits the question best for what the question names, then the next one.
        """;

    private static final String OVER_LOSSLESS = """
            Re-encoding loses nothing, and a decoder proves it; only what it leaves can be credited to leaving things out. Both
            shares are of the baseline's input tokens.
            """;

    private static final String CONTENTS = """
            What each tool result was detected as, each counted once. Where a result has sections of several kinds it is mixed;
            what the library leaves alone before looking, mostly because it is small, is not looked at.
            """;

    private static final String SPREADS = """
            Quantiles over cases, by nearest rank: a mean can hide a tail.
            """;

    private static final String WORST = """
            The five cases that lost most F1, and the five whose tokens grew most. The command is an option of the main job:
            `mvn -q -pl eval-harness -am compile exec:java -Dexec.args="explain WORKLOAD/CASE"`.
            """;

    private final Report report;
    private final Tables tables;
    private final CostTables costs;

    SummaryText(Report report) {
        this.report = report;
        this.tables = new Tables(report);
        this.costs = new CostTables(report);
    }

    /** The whole page. */
    String page() {
        return "# Results\n\n"
                + "Written by the harness; the same bytes on every run and machine. " + command() + "\n\n"
                + tables.main().markdown() + "\n"
                + caveats() + "\n"
                + "## Arms\n\n" + arms() + "\n"
                + "## Further figures\n\n"
                + "\"Saved\" above is over all input tokens of all requests of a session, net"
                + " of markers, of the retrieve\n"
                + "tool's specification and of retrieved slices. Here are the tool results"
                + " alone, each counted once, and\n"
                + "the price with a prefix cache: a block that stood at the same place of the"
                + " request before, with all\n"
                + "before it unchanged, costs 0.1, every other 1.25.\n\n"
                + tables.further().markdown() + "\n"
                + details()
                + sessions()
                + passages()
                + retrieval()
                + new ReadingTables(report).section()
                + "## By split\n\n" + Tables.by("split", report.splits()).markdown() + "\n"
                + "## By tier\n\n" + Tables.by("tier", report.tiers()).markdown() + "\n"
                + "## How it was judged\n\n" + protocol() + "\n"
                + "## Data and versions\n\n" + data();
    }

    private String details() {
        DetailTables details = new DetailTables(report);
        return section("What leaving out adds to re-encoding", OVER_LOSSLESS, details.overLossless())
                + section("By kind of content", CONTENTS, details.byContent())
                + section("Case by case", SPREADS, details.spreads())
                + section("Worst cases", WORST, details.worst());
    }

    /** Nothing where the table has no row. */
    private static String section(String heading, String words, Table table) {
        return table.isEmpty() ? "" : "## " + heading + "\n\n" + words + "\n" + table.markdown() + "\n";
    }

    private String sessions() {
        if (costs.isEmpty()) {
            return "";
        }
        return "## What long sessions cost\n\n" + COSTS + SESSIONS + "\n"
                + costs.costs().markdown() + "\n"
                + "Naive arms fitted to cost what ours do under `anthropic`: in each"
                + " session the setting grows from the smallest\n"
                + "on as long as the session costs no more than in our dearest arm; where"
                + " all cost more, it is the smallest. F1 is\n"
                + "over the questions about things seen long ago.\n\n"
                + costs.atEqualCost().markdown() + "\n";
    }

    private String retrieval() {
        RetrievalTable retrieval = new RetrievalTable(report);
        return retrieval.isEmpty()
                ? ""
                : "## What reading back costs and earns\n\n" + RETRIEVAL + "\n"
                        + retrieval.table().markdown() + "\n";
    }

    private String passages() {
        RagTables rag = new RagTables(report);
        return rag.isEmpty()
                ? ""
                : "## Retrieved passages\n\n" + PASSAGES + "\n"
                        + rag.all().markdown() + "\n### By number of passages\n\n"
                        + rag.byPassages().markdown() + "\n### By kind of question\n\n"
                        + rag.byKind().markdown() + "\n";
    }

    /** What the figures can and can not tell; stands beside every table. */
    String caveats() {
        return caveats(report.setup().reader(), report.setup().protocol());
    }

    static String caveats(Report.ReaderAbout reader, Protocol protocol) {
        return (reader.byModel() ? ReadingTables.caveat(reader) : PROGRAMS)
                + "Non-inferior: the whole interval of ΔF1 lies above −"
                + Figures.exact(protocol.marginPoints()).toPlainString()
                + " points; inconclusive is not a pass.\n";
    }

    private String command() {
        return command(report.setup().options());
    }

    static String command(String options) {
        return "Reproduce: `" + COMMAND + (options.isEmpty() ? "" : " -Dexec.args=\"" + options + "\"") + "`";
    }

    private String arms() {
        StringBuilder out = new StringBuilder();
        for (Report.ArmAbout arm : report.setup().arms()) {
            out.append("- `")
                    .append(arm.name())
                    .append("`: ")
                    .append(arm.about())
                    .append('\n');
        }
        return out.toString();
    }

    private String protocol() {
        Protocol protocol = report.setup().protocol();
        return "- Paired per case against `none`; F1 of answer set against gold set by maximum one-to-one matching,"
                + " mean over cases.\n"
                + "- Cluster bootstrap, percentile method: " + protocol.resamples() + " resamples, SplitMix64 seed "
                + protocol.seed() + ", confidence "
                + Figures.exact(protocol.confidence()).toPlainString() + ".\n"
                + "- Margin " + Figures.exact(protocol.marginPoints()).toPlainString()
                + " points of F1. No verdict below " + protocol.minCases() + " cases or " + protocol.minClusters()
                + " clusters.\n"
                + "- Naive arms and controls run on at most 50 cases of a workload, drawn evenly over its clusters, and are compared"
                + " with `none` on the same ones; `--full` runs all cases in all arms.\n"
                + "- A bootstrap cannot see what no case shows: where no case of n differs, up to 3/n of unseen cases"
                + " may (95 %).\n";
    }

    private String data() {
        StringBuilder out = new StringBuilder();
        for (Report.Part part : report.setup().parts()) {
            out.append("- ")
                    .append(part.workload())
                    .append(": ")
                    .append(part.cases())
                    .append(" cases, SHA-256 of what was replayed `")
                    .append(part.hash())
                    .append("`\n");
        }
        for (Map.Entry<String, String> version : Versions.all().entrySet()) {
            out.append("- ")
                    .append(version.getKey())
                    .append(' ')
                    .append(version.getValue())
                    .append('\n');
        }
        return out.append("- tokens: o200k_base\n").toString();
    }
}
