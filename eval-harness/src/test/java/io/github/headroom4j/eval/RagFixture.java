package io.github.headroom4j.eval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.github.headroom4j.compressor.Stems;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Questions about a few pages of a manual, all of which are retrieved for each. */
public final class RagFixture {

    private static final List<RetrievedPassage> PASSAGES = List.of(
            passage("pool", "Connection pool", """
                    The pool hands out connections in the order in which threads asked for them. A thread that finds none \
                    free waits until one is returned. How long it waits is set by acquire.timeout, whose default is 250 \
                    milliseconds. The pool never grows beyond pool.size.max, whose default is 40 connections. Connections that \
                    were idle for ten minutes are closed by a janitor thread, which runs twice an hour."""),
            passage("cache", "Result cache", """
                    Results of read-only statements are cached by their text and parameters. The cache holds 5,000 entries and \
                    evicts those that were used least recently. It is invalidated by any write to one of the tables that a \
                    statement reads. Hit rates below one half usually mean that parameters are concatenated into the text \
                    instead of being bound. The cache was designed by Marta Okonkwo, who also maintains the query planner."""),
            passage("backup", "Backups", """
                    A full backup is taken every night at two o'clock, and an incremental one every four hours. Backups are \
                    encrypted with the key that the vault holds under backup/master. Restoring a full backup takes about \
                    ninety minutes per terabyte. Incremental backups are kept for nine days and full ones for a quarter, since \
                    auditors ask for the state at the end of each month."""),
            passage("planner", "Query planner", """
                    The planner estimates the number of rows with histograms of 128 buckets per column. Statistics are \
                    refreshed when a tenth of a table has changed. Marta Okonkwo was born in Enugu and joined the project in \
                    2014, after five years at the weather service. Join orders of up to nine tables are searched exhaustively; \
                    above that the planner falls back to a greedy search."""),
            passage("logging", "Logging", """
                    Every statement that runs longer than slow.threshold is written to the slow log with its plan. The log is \
                    rotated at 64 megabytes, and seven files are kept. Passwords and tokens are replaced by asterisks before \
                    a line is written. Setting the level to TRACE logs each row that is sent to a client and should never be \
                    done in production."""),
            passage("upgrade", "Upgrades", """
                    Minor versions can be skipped, major ones can not. Before an upgrade the server checks that no table uses \
                    the retired page format and refuses to start otherwise. Because the on-disk catalogue changes, an upgraded \
                    server can not be downgraded without a full restore. Rolling upgrades need at least three replicas."""));

    private RagFixture() {}

    /** Two simple questions, one over two pages, and one that no page answers. */
    public static List<EvalCase> cases() {
        return List.of(
                evalCase(
                        "pool-size",
                        "What is the default of pool.size.max?",
                        Set.of("40", "40 connections"),
                        new Evidence(
                                "40",
                                0,
                                "The pool never grows beyond pool.size.max, whose default is 40 connections.")),
                evalCase(
                        "backup-restore",
                        "How long does restoring a full backup take per terabyte?",
                        Set.of("ninety minutes", "about ninety minutes"),
                        new Evidence(
                                "ninety minutes",
                                2,
                                "Restoring a full backup takes about ninety minutes per terabyte.")),
                evalCase(
                        "designer-born",
                        "Where was the designer of the result cache born?",
                        Set.of("Enugu"),
                        new Evidence(
                                "Enugu",
                                1,
                                "The cache was designed by Marta Okonkwo, who also maintains the query planner."),
                        new Evidence(
                                "Enugu",
                                3,
                                "Marta Okonkwo was born in Enugu and joined the project in 2014, after five years at the"
                                        + " weather service.")),
                evalCase("colour", "Which colour does the mascot of the project have?", Set.of()));
    }

    /** The case with this id. */
    public static EvalCase named(String id) {
        return cases().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** Counts of stems, hashed: as near as texts share words, which is enough for pages that say each thing once. */
    public static EmbeddingModel embeddings() {
        return new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                List<Embedding> embedded = new ArrayList<>();
                for (TextSegment segment : segments) {
                    float[] vector = new float[256];
                    Stems.of(segment.text()).forEach(stem -> vector[Math.floorMod(stem.hashCode(), 256)]++);
                    embedded.add(Embedding.from(vector));
                }
                return Response.from(embedded);
            }
        };
    }

    private static EvalCase evalCase(String id, String question, Set<String> gold, Evidence... evidence) {
        return new EvalCase(
                id,
                "manual-" + id,
                "dev",
                gold.isEmpty() ? "unanswerable" : evidence.length > 1 ? "multi-hop" : "single-hop",
                "Answer from the manual. Answer nothing if it does not tell.",
                question,
                List.of(),
                gold,
                List.of(evidence),
                List.of(),
                PASSAGES);
    }

    private static RetrievedPassage passage(String source, String title, String text) {
        return new RetrievedPassage(source, title, text, 1.0 / (1 + title.length()));
    }
}
