package io.github.headroom4j.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeepTasksTest {

    @Test
    void should_return_results_in_the_order_of_the_tasks() {
        CountDownLatch second = new CountDownLatch(1);
        List<Callable<String>> tasks = List.of(
                () -> {
                    second.await();
                    return "first";
                },
                () -> {
                    second.countDown();
                    return "second";
                });

        assertThat(DeepTasks.inOrder("words", tasks)).containsExactly("first", "second");
    }

    @Test
    void should_have_room_for_deep_recursion() {
        List<Callable<Integer>> tasks = List.of(() -> depth(100_000));

        assertThat(DeepTasks.inOrder("numbers", tasks)).containsExactly(100_000);
    }

    @Test
    void should_pass_on_what_is_wrong_with_the_data() {
        DatasetException known = new DatasetException("file: broken");
        List<Callable<String>> broken = List.of(() -> {
            throw known;
        });
        List<Callable<String>> unreadable = List.of(() -> {
            throw new IOException("no disk");
        });

        assertThatThrownBy(() -> DeepTasks.inOrder("words", broken)).isSameAs(known);
        assertThatThrownBy(() -> DeepTasks.inOrder("words", unreadable))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("making words failed")
                .hasMessageContaining("no disk");
    }

    private static int depth(int levels) {
        return levels == 0 ? 0 : 1 + depth(levels - 1);
    }
}
