package io.github.headroom4j.eval.job;

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
public interface RunReader extends AutoCloseable {

    /** The readers that are programs. */
    String DETERMINISTIC = "deterministic";

    /**
     * How a workload's cases are run.
     *
     * @param workload the workload
     * @param counter what counts tokens
     * @return a runner with the workload's arms
     * @throws UnsupportedOperationException if the workload has no way to ask this reader
     */
    CaseRunner runner(Workload workload, TokenCounter counter);

    /**
     * What reports say about the reader.
     *
     * @return its description
     */
    Report.ReaderAbout about();

    /**
     * The options that chose it, as far as results depend on them, for reports and for going on: neither paths nor limits.
     *
     * @return options of a command line; empty for programs
     */
    String options();

    /**
     * What answers depend on beyond the options; never printed.
     *
     * @return any text; empty for programs
     */
    String fingerprint();

    /**
     * How many cases are under way at a time.
     *
     * @return at least 1
     */
    int threads();

    /**
     * What was spent so far.
     *
     * @return in words; empty where nothing is spent
     */
    Optional<String> spent();

    @Override
    void close();

    /**
     * The default: nothing of any model is loaded.
     *
     * @return programs, one per workload
     */
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
            public String options() {
                return "";
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

    /**
     * A runner that asks a model for several answers, one runner for each.
     *
     * @param workload the workload
     * @param counter what counts tokens
     * @param model who answers
     * @return a runner whose results are those of all draws together
     */
    static CaseRunner draws(Workload workload, TokenCounter counter, ModelReader model) {
        List<CaseRunner> draws = new ArrayList<>();
        for (int draw = 0; draw < model.draws(); draw++) {
            draws.add(workload.runner(counter, model.draw(draw)));
        }
        return new DrawsRunner(draws);
    }
}
