package io.github.headroom4j.eval.workload.longsession;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.Turn;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.workload.ToolWorkload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LongSessionWorkloadTest {

    private final LongSessionWorkload workload =
            new LongSessionWorkload(made("log-triage", incidents()), made("code-search", searches()));

    @Test
    void should_make_sessions_of_more_than_sixty_requests_with_eight_questions() {
        assertThat(workload.cases()).hasSize(4).allSatisfy(session -> {
            int requests = session.turns().stream()
                    .mapToInt(turn -> turn.calls().size() + 1)
                    .sum();
            assertThat(requests).isGreaterThanOrEqualTo(60);
            assertThat(session.turns().stream().filter(Turn::isFollowUp)).hasSize(8);
            assertThat(session.question()).isEmpty();
        });
        assertThat(workload.cases()).isSameAs(workload.cases());
    }

    @Test
    void should_use_no_case_twice_and_keep_splits_apart() {
        Set<String> used = new HashSet<>();
        for (EvalCase session : workload.cases()) {
            for (Turn turn : session.turns()) {
                if (turn.question().contains("Look into this")) {
                    assertThat(used.add(turn.question())).as(turn.question()).isTrue();
                    assertThat(turn.question()).contains(session.split());
                }
            }
        }
        assertThat(used).hasSize(4 * 10);
    }

    @Test
    void should_read_files_again_and_hold_answers_in_no_reply() {
        EvalCase session = workload.cases().get(0);
        List<RecordedCall> reads = session.calls().stream()
                .filter(call -> call.tool().equals("read_file"))
                .toList();
        assertThat(new HashSet<>(reads)).hasSizeLessThan(reads.size());
        assertThat(session.turns())
                .filteredOn(turn -> !turn.isFollowUp())
                .extracting(Turn::reply)
                .containsOnly("I have looked into it.");
    }

    @Test
    void evidence_should_stand_in_the_call_that_it_names_and_questions_be_about_calls_made_before() {
        for (EvalCase session : workload.cases()) {
            for (Evidence evidence : session.evidence()) {
                assertThat(session.calls().get(evidence.call()).result()).contains(evidence.text());
                assertThat(session.gold()).contains(evidence.item());
            }
            assertThat(session.turns().stream().filter(Turn::isFollowUp))
                    .allSatisfy(turn -> assertThat(turn.related())
                            .isNotEmpty()
                            .allMatch(call -> call < session.calls().size()));
        }
    }

    @Test
    void sessions_that_share_a_cluster_should_be_one_cluster() {
        // The first incidents of both splits have the same fault.
        Set<String> clusters = workload.cases().stream().map(EvalCase::cluster).collect(Collectors.toSet());
        assertThat(clusters).hasSize(3);
        assertThat(workload.cases().get(0).cluster())
                .isEqualTo(workload.cases().get(2).cluster());
    }

    @Test
    void items_should_match_only_within_their_question() {
        assertThat(workload.matches("0/root:db", "0/root:db")).isTrue();
        assertThat(workload.matches("0/root:db", "1/root:db")).isFalse();
        assertThat(workload.matches("0/root:db", "0/root:app")).isFalse();
    }

    private static List<EvalCase> incidents() {
        List<EvalCase> cases = new ArrayList<>();
        for (String split : List.of("dev", "test")) {
            for (int i = 0; i < 4; i++) {
                List<RecordedCall> calls = new ArrayList<>();
                for (int call = 0; call < 6; call++) {
                    calls.add(new RecordedCall("grep_logs", "{\"pattern\":\"" + call + "\"}", "db:1:down " + i));
                }
                // Faults differ between the splits but for the first one.
                String fault = i == 0 ? "0" : split + i;
                cases.add(
                        evalCase(split, "incident-" + i, "a-" + fault, calls, new Evidence("root:db", 0, "down " + i)));
            }
        }
        return cases;
    }

    private static List<EvalCase> searches() {
        List<EvalCase> cases = new ArrayList<>();
        for (String split : List.of("dev", "test")) {
            for (int i = 0; i < 16; i++) {
                String hits = String.format(
                        Locale.ROOT,
                        "[{\"path\":\"A.java\",\"line\":%d,\"end_line\":%d,\"symbol\":\"A#m%d()\"},"
                                + "{\"path\":\"A.java\",\"line\":900,\"end_line\":901,\"symbol\":\"A#other()\"}]",
                        i,
                        i + 1,
                        i);
                cases.add(evalCase(
                        split,
                        "search-" + i,
                        split + "-package-" + i / 8,
                        List.of(
                                new RecordedCall("search_code", "{\"query\":\"" + i + "\"}", hits),
                                new RecordedCall("grep_code", "{}", "A.java:1:x"),
                                new RecordedCall("read_file", "{\"path\":\"A.java\"}", "class A {} // " + i)),
                        new Evidence("A#m" + i + "()", 0, "A#m" + i + "()")));
            }
        }
        return cases;
    }

    private static EvalCase evalCase(
            String split, String id, String cluster, List<RecordedCall> calls, Evidence evidence) {
        return new EvalCase(
                split + "-" + id,
                cluster,
                split,
                "typical",
                "You work on " + split + ".",
                split + " " + id + "?",
                calls,
                Set.of(evidence.item()),
                List.of(evidence));
    }

    private static ToolWorkload made(String name, List<EvalCase> cases) {
        return new ToolWorkload() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<EvalCase> cases() {
                return cases;
            }

            @Override
            public Reader reader() {
                return (question, seen) -> List.of();
            }
        };
    }
}
