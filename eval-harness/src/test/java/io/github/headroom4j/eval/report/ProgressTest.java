package io.github.headroom4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong clock = new AtomicLong(-5);

    @Test
    void a_terminal_sees_a_bar_with_the_time_that_is_left() {
        Progress progress = new Progress(out, 8, true, clock::get);
        progress.step();
        assertThat(last()).startsWith("[#####   ").contains("] 1/8 ").doesNotContain("left");
        clock.addAndGet(TimeUnit.SECONDS.toNanos(40));
        progress.step();
        assertThat(last()).contains("] 2/8, about 2:00 left");
    }

    @Test
    void what_was_there_already_says_nothing_of_the_time_that_is_left() {
        Progress progress = new Progress(out, 8, true, clock::get);
        for (int i = 0; i < 4; i++) {
            progress.skip();
        }
        clock.addAndGet(TimeUnit.SECONDS.toNanos(10));
        progress.step();
        assertThat(last()).contains("] 5/8, about 0:30 left");
    }

    @Test
    void elsewhere_there_are_lines_without_any_time() {
        Progress progress = new Progress(out, 4, false, clock::get);
        progress.say("4 cases");
        for (int i = 0; i < 4; i++) {
            clock.addAndGet(TimeUnit.SECONDS.toNanos(10));
            progress.step();
        }
        progress.end();
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("4 cases", "1/4 cases", "2/4 cases", "3/4 cases", "4/4 cases", "");
    }

    private String last() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        return text.substring(text.lastIndexOf('\r') + 1);
    }
}
