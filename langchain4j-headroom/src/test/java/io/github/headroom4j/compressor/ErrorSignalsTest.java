package io.github.headroom4j.compressor;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorSignalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR",
                "an error occurred",
                "java.net.ConnectException: refused",
                "FAILED",
                "Fatal",
                "level=critical",
                "host unreachable",
                "NullPointerExceptions",
                "OOM killer",
                "kernel panic - not syncing",
                "Traceback (most",
                "10 errors",
                "100 failed",
                "error 0x80004005",
                "ERROR: 0 replicas left",
                "errors: 3, failed: 0",
                "readTimeout",
                "timeout=30",
                "TIMEOUT",
                "permission denied",
                "x_error_y",
                "process 10062 still waiting for RowExclusiveLock",
                "the request timed out",
                "Read timed out.",
                "worker 3 not responding",
                "gave up after 5 attempts",
                "deadlock detected",
                "thread stuck",
                "failed",
            })
    void hears_errors(String text) {
        assertThat(ErrorSignals.speaksOfError(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "all is well",
                "0 errors",
                "errors=0",
                "errors=0 warnings=3",
                "failed: 0",
                "Failures: 0, Errors: 0, Skipped: 1",
                "\"errors\": 0,",
                "terror",
                "mirrored",
                "failover",
                "abortion",
                "panicle",
                "INFO request served",
                "waiting for connections",
                "timed run",
                "still",
                "timed",
                "timed outer",
                "it took 3 ms, timed  out",
            })
    void hears_none_where_none_is(String text) {
        assertThat(ErrorSignals.speaksOfError(text)).isFalse();
    }

    @Example
    void every_word_of_the_list_is_short_enough_to_be_looked_at() {
        for (String word : new String[] {"unreachable", "exceptions", "traceback", "corrupted"}) {
            assertThat(ErrorSignals.speaksOfError("x " + word + " y")).as(word).isTrue();
        }
    }

    @Property(seed = "7301", tries = 500)
    void an_error_is_heard_whatever_stands_around_it(@ForAll String before, @ForAll String after) {
        assertThat(ErrorSignals.speaksOfError(before + "; connection REFUSED; " + after))
                .isTrue();
    }
}
