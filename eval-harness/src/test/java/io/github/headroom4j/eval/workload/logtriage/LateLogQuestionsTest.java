package io.github.headroom4j.eval.workload.logtriage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.reader.Reader.Seen;
import io.github.headroom4j.eval.reader.SessionReader.View;
import io.github.headroom4j.eval.workload.LateQuestions.LateQuestion;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LateLogQuestionsTest {

    private static final String PAY = "{\"service\":\"pay\"}";
    private static final String MOMENT = "What did pay log at `10:00:02.500`? Answer with the whole line.";
    private static final String LINES = "Which lines of the log of pay hold `order-1a`? Answer with the whole lines.";
    private static final String COUNT = "How many lines of the log of pay hold `retry`? Answer with the number.";

    private final LateLogQuestions questions = new LateLogQuestions();

    @Test
    void every_incident_should_have_questions_that_its_raw_logs_answer() {
        for (EvalCase one :
                new LogTriageWorkload(Path.of("..", "datasets")).rootCauses().cases()) {
            List<LateQuestion> late = questions.about(one);
            assertThat(late).as(one.id()).hasSize(2).isEqualTo(questions.about(one));
            View raw = new View(
                    one.calls().stream()
                            .map(call -> new Seen(call.tool(), call.arguments(), call.result()))
                            .toList(),
                    List.of());
            for (LateQuestion question : late) {
                assertThat(Set.copyOf(questions.answer(question.question(), raw)))
                        .as(question.question())
                        .isEqualTo(question.gold());
                assertThat(question.evidence())
                        .isNotEmpty()
                        .allSatisfy(piece -> assertThat(
                                        one.calls().get(piece.call()).result())
                                .contains(piece.text()));
                assertThat(new HashSet<>(question.evidence())).hasSameSizeAs(question.evidence());
            }
        }
    }

    @Test
    void should_ask_for_nothing_that_proves_the_incident_and_for_no_long_line() {
        for (EvalCase one :
                new LogTriageWorkload(Path.of("..", "datasets")).rootCauses().cases()) {
            for (LateQuestion question : questions.about(one)) {
                String term = questions.term(question.question());
                assertThat(one.evidence()).noneMatch(piece -> piece.text().contains(term));
                assertThat(question.gold()).allMatch(item -> item.length() <= 400);
            }
        }
    }

    @Test
    void should_name_what_to_search_for() {
        assertThat(questions.term(MOMENT)).isEqualTo("10:00:02.500");
        assertThat(questions.term("What did pay log?")).isEmpty();
    }

    @Test
    void should_read_lines_of_the_service_alone_from_results_slices_and_searches() {
        Seen log = new Seen("fetch_logs", PAY, "10:00:02.500 ready\n");
        Seen other = new Seen("fetch_logs", "{\"service\":\"web\"}", "10:00:02.500 GET order-1a\n");
        assertThat(answer(MOMENT, List.of(other, log), List.of())).containsExactly("10:00:02.500 ready");
        assertThat(answer(LINES, List.of(other, log), List.of())).isEmpty();
        Seen slice = new Seen("fetch_logs", PAY, """
            [grep /order\\-1a/: 2 of 9 lines match, numbered:]
            3-10:00:03.000 between
            4:10:00:03.100 order-1a placed
            --
            7:10:00:05.100 order-1a paid
            """);
        assertThat(answer(LINES, List.of(log), List.of(slice)))
                .containsExactly("10:00:03.100 order-1a placed", "10:00:05.100 order-1a paid");
        Seen found = new Seen("grep_logs", "{}", "web:3:10:00:02.500 GET\npay:7:10:00:02.500 ready\n");
        assertThat(answer(MOMENT, List.of(found), List.of())).containsExactly("10:00:02.500 ready");
    }

    @Test
    void should_count_what_is_in_sight_unless_a_search_told_the_number() {
        Seen log = new Seen("fetch_logs", PAY, "retry 1\nRetry 2\nready\n");
        assertThat(answer(COUNT, List.of(log), List.of())).containsExactly("2");
        Seen slice = new Seen("fetch_logs", PAY, "[grep /retry/: 17 of 900 lines match, numbered:]\n1:retry 1\n");
        assertThat(answer(COUNT, List.of(log), List.of(slice))).containsExactly("17");
        Seen another = new Seen("fetch_logs", PAY, "[grep /ready/: 17 of 900 lines match, numbered:]\n1:ready\n");
        assertThat(answer(COUNT, List.of(log), List.of(another))).containsExactly("2");
    }

    private List<String> answer(String question, List<Seen> results, List<Seen> slices) {
        return questions.answer(question, new View(results, slices));
    }
}
