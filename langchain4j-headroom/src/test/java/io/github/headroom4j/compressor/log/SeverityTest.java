package io.github.headroom4j.compressor.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.template.LogText;
import io.github.headroom4j.compressor.template.TraceLine;
import io.github.headroom4j.token.TokenCounter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ERROR      | 2026-03-01 10:00:00,123 ERROR [main] shop.Cart - no cart
            SUSPICIOUS | 2026-03-01 10:00:00,123 INFO [main] shop.Cart - ERROR is only a word here, fine
            ERROR      | 2026/03/01 10:00:00 [error] 12#12: *1 connect() failed
            ERROR      | [Sun Dec 04 04:47:44 2005] [core:error] [pid 3] no such file
            INFO       | [Sun Dec 04 04:47:44 2005] [notice] ready
            ERROR      | 2026-03-01 10:00:00.171 UTC [9] a@b FATAL:  password authentication is over
            INFO       | 2026-03-01 10:00:00.171 UTC [9] a@b LOG:  connection received
            ERROR      | E0301 10:00:00.000001 1 server.go:12] gone
            WARNING    | W0301 10:00:00.000001 1 server.go:12] slow
            WARNING    | 12:M 01 Mar 2026 10:00:00.999 # memory is low
            INFO       | 12:M 01 Mar 2026 10:00:00.999 * Ready
            ERROR      | ts=2026-03-01T10:00:00Z level=error msg=gone
            ERROR      | {"time":"2026-03-01T10:00:00Z","level":"error","msg":"gone"}
            ERROR      | <11>Mar  1 10:00:00 host app: gone
            INFO       | <14>Mar  1 10:00:00 host app: here
            ERROR      | 10.0.0.1 - - [01/Mar/2026:10:00:00 +0000] "GET /a HTTP/1.1" 503 61
            INFO       | 10.0.0.1 - - [01/Mar/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 503
            SUSPICIOUS | Mar  1 10:00:00 host sshd[1]: connection refused
            SUSPICIOUS | 2026-03-01 10:00:00 INFO copy failed: 3
            INFO       | 2026-03-01 10:00:00 INFO copy failed: 0
            INFO       | 2026-03-01 10:00:00 INFO [LogDirFailureHandler]: Starting
            ERROR      | error: cannot open
            DETAIL     | 2026-03-01 10:00:00 DEBUG error handler registered
            """)
    void level_is_read_from_its_field(Severity expected, String line) {
        assertThat(facts(line).severity(0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HEADING           | Caused by: java.io.IOException: disk full
            HEADING           | java.lang.IllegalStateException
            HEADING           | Traceback (most recent call last):
            HEADING           | ValueError: no
            HEADING           | panic: runtime error: index out of range
            HEADING           | thread 'main' panicked at src/main.rs:4:5:
            HEADING           | TypeError: x is not a function
            APPLICATION_FRAME | at shop.Cart.add(Cart.java:12)
            LIBRARY_FRAME     | at java.base/java.lang.Thread.run(Thread.java:840)
            LIBRARY_FRAME     | at app//org.springframework.web.Servlet.doGet(Servlet.java:1)
            APPLICATION_FRAME | File "/srv/shop/cart.py", line 3, in add
            LIBRARY_FRAME     | File "/usr/lib/python3.11/json/decoder.py", line 3, in decode
            APPLICATION_FRAME | at add (/srv/shop/cart.js:3:14)
            LIBRARY_FRAME     | at Module._load (node:internal/modules/cjs/loader:1023:12)
            APPLICATION_FRAME | at Shop.Cart.Add(String id) in /srv/Cart.cs:line 4
            LIBRARY_FRAME     | at System.String.Substring(Int32 start)
            MORE              | ... 23 more
            OTHER             | at noon the job ran
            OTHER             | error in line three
            """)
    void lines_of_traces_are_recognised(TraceLine expected, String line) {
        assertThat(TraceLine.of(line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "at ", "...", "<", "<>", "<1", "{", "\"", "\" 5", "[", "E", "level="})
    void stubs_are_harmless(String line) {
        assertThat(facts(line).severity(0)).isIn(Severity.INFO, Severity.SUSPICIOUS);
        assertThat(TraceLine.of(line)).isNotEqualTo(TraceLine.HEADING);
    }

    private static LineFacts facts(String line) {
        return new LineFacts(LogText.read(line, CompressionContext.of(TokenCounter.o200k())));
    }
}
