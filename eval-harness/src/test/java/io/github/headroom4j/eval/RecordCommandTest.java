package io.github.headroom4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.headroom4j.eval.dataset.CaseLines;
import io.github.headroom4j.eval.job.EvalException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCommandTest {

    private static final String SECRET = "s3cretValue99";

    private static final String SESSION = """
            {"id":"%s","messages":[{"role":"user","content":"Who is on call?"},\
            {"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"roster","arguments":"{}"}}]},\
            {"role":"tool","tool_call_id":"1","content":"pager P-2203, mail ann@example.org, password=%s"},\
            {"role":"assistant","content":"Call pager P-2203."}]}
            """;

    private final Path folder;

    RecordCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("one.jsonl"), SESSION.formatted("a", SECRET));
        Files.writeString(folder.resolve("two.jsonl"), SESSION.formatted("a", SECRET) + SESSION.formatted("b", SECRET));
    }

    @Test
    void should_turn_sessions_into_cases_and_tell_what_was_taken_out() {
        String printed = run("--out", "cases.jsonl", "--emails", "one.jsonl", "two.jsonl");

        assertThat(printed)
                .contains(
                        "one.jsonl + two.jsonl (sessions)",
                        "3 questions read, 2 kept",
                        "1 left out: the id is that of a session")
                .contains("1 redacted: named secret", "1 redacted: e-mail address")
                .doesNotContain(SECRET);
        Path cases = folder.resolve("cases.jsonl");
        assertThat(cases)
                .content()
                .doesNotContain(SECRET)
                .doesNotContain("ann@")
                .contains("«secret-1»");
        assertThat(CaseLines.read(cases).cases()).hasSize(2);
        assertThat(run("--check", "--emails", "cases.jsonl")).isEqualTo("nothing in 1 files looks like a secret\n");
    }

    @Test
    void should_fail_a_check_with_the_place_and_without_the_secret() {
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> run("--check", "one.jsonl", "two.jsonl"))
                .withMessage("3 places look like secrets, the first: one.jsonl: line 1: named secret");
    }

    @Test
    void should_name_what_is_wrong_with_options() {
        assertFails("record needs FILE... and either --out FILE or --check", "one.jsonl");
        assertFails("record needs FILE... and either --out FILE or --check", "--check");
        assertFails("record needs FILE... and either --out FILE or --check", "--check", "--out", "o", "one.jsonl");
        assertFails("--out must not be one of the inputs", "--out", "one.jsonl", "one.jsonl");
        assertFails("devShare must be in [0, 1], but was 2.0", "--out", "o", "--dev-share", "2", "one.jsonl");
        assertFails("none.jsonl: no such file", "--out", "o", "none.jsonl");
        assertFails("none.jsonl: no such file", "--check", "none.jsonl");
    }

    @Test
    void should_print_help() {
        assertThat(run("--help")).contains("--check", "--emails", "SessionRecorder");
    }

    private void assertFails(String message, String... args) {
        assertThatExceptionOfType(EvalException.class)
                .isThrownBy(() -> run(args))
                .withMessageContaining(message);
        assertThat(folder.resolve("o")).doesNotExist();
    }

    private String run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "record";
        System.arraycopy(args, 0, all, 1, args.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvalHarness.run(folder, new PrintStream(out, true, StandardCharsets.UTF_8), all);
        return out.toString(StandardCharsets.UTF_8);
    }
}
