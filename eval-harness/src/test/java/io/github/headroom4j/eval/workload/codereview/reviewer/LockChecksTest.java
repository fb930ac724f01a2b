package io.github.headroom4j.eval.workload.codereview.reviewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockChecksTest {

    private static final String TEXT = """
        class Sample {
            private final Lock lock = new ReentrantLock();
            private int count;

            void add() {
                lock.lock();
                validate();
                notifyOthers();
                prepare();
                try {
                    count++;
                } finally {
                    lock.unlock();
                }
            }

            synchronized int total() {
                return count;
            }

            synchronized void reset() {
                count = 0;
            }

            int copy(Path from) throws IOException {
                InputStream in = Files.newInputStream(from);
                int first = in.read();
                int second = in.read();
                int third = in.read();
                in.close();
                return first + second + third;
            }
        }
        """;

    @Test
    void should_name_a_lock_that_is_not_released() {
        assertThat(Reviews.of(TEXT, TEXT.replace("            lock.unlock();\n", "")))
                .containsExactly(Reviews.item(13, "missing-unlock"));
    }

    @Test
    void should_accept_a_release_that_stands_elsewhere_in_a_finally() {
        String moved =
                TEXT.replace("            lock.unlock();\n", "            done();\n            lock.unlock();\n");
        assertThat(Reviews.of(TEXT, moved)).isEmpty();
    }

    @Test
    void should_name_a_field_that_others_guard() {
        assertThat(Reviews.of(TEXT, TEXT.replace("synchronized int total", "int total")))
                .containsExactly(Reviews.item(17, "unguarded-field"));
        String alone = TEXT.replace("synchronized void reset", "void reset").replace("lock.lock();\n", "");
        assertThat(Reviews.of(alone, alone.replace("synchronized int total", "int total")))
                .isEmpty();
    }

    @Test
    void should_name_a_resource_that_nobody_closes() {
        assertThat(Reviews.of(TEXT, TEXT.replace("        in.close();\n", "")))
                .containsExactly(Reviews.item(30, "resource-leak"));
    }
}
