package io.github.headroom4j.eval.bench;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A short soak on a PostgreSQL that somebody started, such as {@code .ci/run}. */
@EnabledIfEnvironmentVariable(
        named = Soak.POSTGRES_URL,
        matches = ".+",
        disabledReason = "NOT RUN against PostgreSQL: set it to a JDBC URL with user and password")
class PostgresSoakTest {

    @Test
    void eight_threads_should_break_no_promise_on_a_server() throws Exception {
        SoakResult result = Soak.run(SoakTest.SHORT, List.of("postgres"), System.getenv(Soak.POSTGRES_URL));

        SoakTest.check(result, "PostgreSQL");
    }
}
