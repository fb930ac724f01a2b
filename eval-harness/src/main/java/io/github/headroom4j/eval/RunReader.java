package io.github.headroom4j.eval;

import io.github.headroom4j.eval.reader.model.ModelReader;
import io.github.headroom4j.eval.report.Report;
import io.github.headroom4j.eval.run.CaseRunner;
import io.github.headroom4j.eval.run.DrawsRunner;
import io.github.headroom4j.eval.workload.Workload;
import io.github.headroom4j.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who answers in a run. Thread-safe; to be closed when the run is over. */
interface RunReader extends AutoCloseable {

    /** The readers that are programs. */
    String DETERMINISTIC = "deterministic";

    /** How a workload's cases are run. */
    CaseRunner runner(Workload workload, TokenCounter counter);

    /** What reports say about the reader. */
    Report.ReaderAbout about();

    /** What answers depend on beyond the options; never printed. Empty for programs. */
    String fingerprint();

    /** How many cases are under way at a time. */
    int threads();

    /** What was spent so far, in words; empty where nothing is spent. */
    Optional<String> spent();

    @Override
    void close();

    /** The default: nothing of any model is loaded. */
    static RunReader deterministic() {
        return new RunReader() {
            @Override
            public CaseRunner runner(Workload workload, TokenCounter counter) {
                return workload.runner(counter);
            }

            @Override
            public Report.ReaderAbout about() {
                return Report.ReaderAbout.DETERMINISTIC;
            }

            @Override
            public String fingerprint() {
                return "";
            }

            @Override
            public int threads() {
                return Runtime.getRuntime().availableProcessors();
            }

            @Override
            public Optional<String> spent() {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    /** One runner for each draw. */
    static CaseRunner draws(Workload workload, TokenCounter counter, ModelReader model) {
        List<CaseRunner> draws = new ArrayList<>();
        for (int draw = 0; draw < model.draws(); draw++) {
            draws.add(workload.runner(counter, model.draw(draw)));
        }
        return new DrawsRunner(draws);
    }
}
