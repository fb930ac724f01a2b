package io.github.headroom4j.eval.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.headroom4j.eval.RagFixture;
import io.github.headroom4j.eval.reader.extractive.ExtractiveReader;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RagSweepTest {

    private static final RagSweep SWEEP =
            new RagSweep(TokenCounter.o200k().cached(1 << 20), RagFixture.embeddings(), new ExtractiveReader());

    private static final List<CurvePoint> POINTS = SWEEP.run(RagFixture.cases());

    @Test
    void should_measure_every_way_at_every_setting() {
        int settings = RagSweep.NEAR_THE_BEST.size() + RagSweep.MAX_TOKENS.size();
        assertThat(POINTS).hasSize(1 + 4 * settings);
        CurvePoint whole = POINTS.get(0);
        assertThat(whole.way()).isEqualTo("none");
        assertThat(whole.saved()).isZero();
        assertThat(whole.hasAnswer().value()).isEqualTo(1);
        assertThat(whole.evidence()).isEqualTo(1);
    }

    @Test
    void should_save_more_the_more_a_sentence_must_be_worth() {
        List<CurvePoint> ours = Curve.of(POINTS).get(0).points();
        assertThat(ours)
                .extracting(CurvePoint::setting)
                .startsWith("nearTheBest=0.3")
                .endsWith("nearTheBest=0.95");
        assertThat(ours.get(0).saved()).isLessThan(ours.get(ours.size() - 1).saved());
        assertThat(ours.get(0).hasAnswer().value()).isEqualTo(1);
    }

    @Test
    void naive_ways_should_spend_the_same_and_keep_less() {
        for (String way : List.of("passage-heads", "fewer-passages", "re-ranked")) {
            CurvePoint ours = at("pruner", "nearTheBest=0.75");
            CurvePoint naive = at(way, "nearTheBest=0.75");
            assertThat(naive.contextAfter()).as(way).isLessThanOrEqualTo(ours.contextAfter() + 8);
            assertThat(naive.evidence()).as(way).isLessThan(ours.evidence());
        }
    }

    @Test
    void should_do_the_same_on_every_run() {
        assertThat(SWEEP.run(RagFixture.cases())).isEqualTo(POINTS);
    }

    @Test
    void should_say_so_when_there_is_nothing_to_keep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SWEEP.run(List.of(RagFixture.named("colour"))))
                .withMessageContaining("an answer that was retrieved");
    }

    @Test
    void should_write_points_and_picture(@TempDir Path folder) throws IOException {
        SweepFiles.write(folder.resolve("new"), POINTS, "manual: 4 questions");
        assertThat(Files.readAllLines(folder.resolve("new/rag-curve.csv")))
                .hasSize(1 + POINTS.size())
                .first()
                .isEqualTo("way,setting,contextTokensBefore,contextTokensAfter,saved,answerStillShown,lower,upper,"
                        + "evidenceStillShown,f1");
        assertThat(Files.readString(folder.resolve("new/rag-curve.svg"))).contains("manual: 4 questions");
    }

    private static CurvePoint at(String way, String setting) {
        return POINTS.stream()
                .filter(point -> point.way().equals(way) && point.setting().equals(setting))
                .findFirst()
                .orElseThrow();
    }
}
