package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogDetectionTest {

    private static final String DUMP = """
            # Time: 261127 15:31:20
            # User@Host: root[root] @ localhost []
            SET timestamp=1795793480;
            update article set likes = likes where id between 1 and 60;
            RECORD LOCKS space id 5 page no 5 n bits 320 index PRIMARY
             0: len 4; hex 8000001c; asc     ;;
            package main
            func lock(a int) error {
            """;

    private final ContentDetector detector = ContentDetectors.firstConfident(ContentDetectors.standard());

    @Test
    void a_log_may_hold_dumps_of_other_shapes_if_it_opens_with_entries() {
        assertThat(typeOf(entries(5) + DUMP.repeat(10))).isEqualTo(ContentType.LOG);
        assertThat(typeOf(entries(20) + DUMP.repeat(40))).isEqualTo(ContentType.LOG);
    }

    @Test
    void a_few_dated_lines_do_not_make_a_log_of_a_long_text_of_another_kind() {
        assertThat(typeOf(DUMP.repeat(10) + entries(5))).isNotEqualTo(ContentType.LOG);
        assertThat(typeOf(entries(3) + DUMP.repeat(40))).isNotEqualTo(ContentType.LOG);
    }

    private ContentType typeOf(String text) {
        return detector.detect(text).orElseThrow().type();
    }

    private static String entries(int count) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < count; i++) {
            log.append("2026-11-27 15:31:")
                    .append(10 + i)
                    .append(" 0 [Note] InnoDB: Buffer pool ")
                    .append(i)
                    .append('\n');
        }
        return log.toString();
    }
}
