package io.github.headroom4j.eval.workload.logtriage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.eval.IncidentFixture;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FurtherQuestionTest {

    private static final String ASKED = "\"questions\": [{\"questionKind\": \"count\", \"question\": \"How many?\","
            + " \"toolCalls\": [{\"tool\": \"fetch_logs\", \"arguments\": {\"service\": \"app\"}}],"
            + " \"gold\": {\"answer\": \"30\", \"evidence\": [{\"service\": \"app\", \"line\": 243}]}}], \"gold\": {\"rootService\"";

    private final Path folder;

    FurtherQuestionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_further_question_is_a_case_of_its_own_that_shares_the_cluster() {
        IncidentFixture fixture = IncidentFixture.in(folder, 2);
        fixture.edit("incidents/toy-1/incident.json", "\"gold\": {\"rootService\"", ASKED);
        LogTriageWorkload workload = new LogTriageWorkload(folder);

        List<EvalCase> cases = workload.cases();

        assertThat(cases).extracting(EvalCase::id).containsExactly("toy-0", "toy-1", "toy-1-count");
        EvalCase count = cases.get(2);
        assertThat(count.gold()).containsExactly("count:30");
        assertThat(count.cluster()).isEqualTo(cases.get(1).cluster());
        assertThat(count.split()).isEqualTo("test");
        assertThat(count.calls()).hasSize(1);
        assertThat(count.evidence()).extracting(Evidence::item).containsExactly("count:30");
        assertThat(workload.rootCauses().cases()).extracting(EvalCase::id).containsExactly("toy-0", "toy-1");
    }

    @Test
    void an_unknown_kind_is_reported_with_its_place() {
        IncidentFixture fixture = IncidentFixture.in(folder, 1);
        fixture.edit("incidents/toy-0/incident.json", "\"gold\": {\"rootService\"", ASKED.replace("count", "guess"));
        assertThatThrownBy(() -> new LogTriageWorkload(folder).cases())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("questions[0]")
                .hasMessageContaining("guess");
    }
}
