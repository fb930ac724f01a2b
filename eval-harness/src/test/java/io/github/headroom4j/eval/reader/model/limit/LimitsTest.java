package io.github.headroom4j.eval.reader.model.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import io.github.headroom4j.eval.reader.model.ModelFailure;
import io.github.headroom4j.eval.reader.model.ModelFailure.Kind;
import io.github.headroom4j.eval.reader.model.ModelStop;
import io.github.headroom4j.eval.reader.model.limit.Budget.Tokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

    private static final ModelCall CALL =
            new ModelCall(ChatRequest.builder().messages(UserMessage.from("?")).build(), 0);

    private static final ModelAnswer ANSWER = new ModelAnswer(AiMessage.from("!"), 90, 10);

    private final FakePause pause = new FakePause();
    private int asked;

    @Test
    void should_wait_longer_each_time_and_give_up_in_the_end() {
        RetryingChannel channel = new RetryingChannel(failing(99, Optional.empty()), 8, pause);
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> channel.ask(CALL))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.RATE_LIMITED));
        assertThat(asked).isEqualTo(9);
        assertThat(pause.waits()).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void should_wait_as_long_as_the_server_wants_but_not_for_ever() {
        RetryingChannel channel = new RetryingChannel(failing(2, Optional.of(Duration.ofSeconds(17))), 4, pause);
        assertThat(channel.ask(CALL)).isEqualTo(ANSWER);
        assertThat(pause.waits()).extracting(Duration::toSeconds).containsExactly(17L, 17L);

        RetryingChannel patient = new RetryingChannel(failing(1, Optional.of(Duration.ofHours(1))), 4, pause);
        assertThatExceptionOfType(ModelFailure.class).isThrownBy(() -> patient.ask(CALL));
        assertThat(pause.waits()).hasSize(2);
    }

    @Test
    void should_not_repeat_what_will_not_pass() {
        RetryingChannel channel = new RetryingChannel(
                call -> {
                    asked++;
                    throw new ModelFailure(Kind.REJECTED, "too long");
                },
                4,
                pause);
        assertThatExceptionOfType(ModelFailure.class).isThrownBy(() -> channel.ask(CALL));
        assertThat(asked).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryingChannel(call -> ANSWER, -1, pause))
                .withMessageContaining("-1");
    }

    @Test
    void should_send_no_more_requests_in_any_minute_than_allowed() {
        List<Long> sent = send(new RateLimitedChannel.Rates(3, 0), 7, 1);
        assertThat(sent).containsExactly(0L, 0L, 0L, 60L, 60L, 60L, 120L);
    }

    @Test
    void should_send_no_more_tokens_in_any_minute_than_allowed() {
        assertThat(send(new RateLimitedChannel.Rates(0, 100), 5, 40)).containsExactly(0L, 0L, 60L, 60L, 120L);
        // Larger than a minute's tokens: alone, but not never.
        assertThat(send(new RateLimitedChannel.Rates(0, 100), 3, 500)).containsExactly(0L, 60L, 120L);
        assertThat(send(new RateLimitedChannel.Rates(0, 0), 3, 500)).containsExactly(0L, 0L, 0L);
    }

    private List<Long> send(RateLimitedChannel.Rates rates, int requests, long tokens) {
        FakePause clock = new FakePause();
        Instant start = clock.now();
        List<Long> sent = new ArrayList<>();
        RateLimitedChannel channel = new RateLimitedChannel(
                call -> {
                    sent.add(Duration.between(start, clock.now()).toSeconds());
                    return ANSWER;
                },
                rates,
                call -> tokens,
                clock);
        for (int i = 0; i < requests; i++) {
            channel.ask(CALL);
        }
        return sent;
    }

    @Test
    void should_ask_for_so_many_answers_at_a_time_and_no_more() throws InterruptedException {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        BoundedChannel channel = new BoundedChannel(
                call -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    two.countDown();
                    await(two);
                    underWay.decrementAndGet();
                    return ANSWER;
                },
                2);
        ExecutorService pool = Executors.newFixedThreadPool(6);
        for (int i = 0; i < 30; i++) {
            pool.execute(() -> channel.ask(CALL));
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(most).hasValue(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoundedChannel(call -> ANSWER, 0))
                .withMessageContaining("0");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void should_stop_before_more_tokens_are_spent_than_allowed() {
        Budget budget = new Budget(new Budget.Limits(350, Optional.empty(), Optional.empty()));
        BudgetedChannel channel = new BudgetedChannel(counting(ANSWER), budget, call -> new Tokens(100, 50));
        // Each is estimated at 150 and takes 100.
        channel.ask(CALL);
        channel.ask(CALL);
        channel.ask(CALL);
        assertThatExceptionOfType(ModelStop.class)
                .isThrownBy(() -> channel.ask(CALL))
                .withMessage(
                        "the budget of 350 tokens is spent: 270 tokens in, 30 out, and the next request may take 150");
        assertThat(asked).isEqualTo(3);
        assertThat(budget.spent()).isEqualTo(new Tokens(270, 30));
    }

    @Test
    void should_stop_before_it_costs_more_than_allowed() {
        Prices prices = new Prices(new BigDecimal("2"), new BigDecimal("10"));
        Budget budget = new Budget(new Budget.Limits(0, Optional.of(new BigDecimal("0.001")), Optional.of(prices)));
        BudgetedChannel channel = new BudgetedChannel(counting(ANSWER), budget, call -> new Tokens(100, 50));
        // Each is estimated at 0.0007 and costs 0.00028.
        channel.ask(CALL);
        channel.ask(CALL);
        assertThatExceptionOfType(ModelStop.class)
                .isThrownBy(() -> channel.ask(CALL))
                .withMessageContaining("the budget of 0.001 is spent")
                .withMessageContaining("cost 0.00056")
                .withMessageContaining("may cost 0.0007");
    }

    @Test
    void should_wait_for_what_is_under_way_before_it_says_that_the_budget_is_spent() throws InterruptedException {
        // Room for four estimates at a time, but for six answers one after the other.
        Budget budget = new Budget(new Budget.Limits(660, Optional.empty(), Optional.empty()));
        AtomicInteger answered = new AtomicInteger();
        BudgetedChannel channel = new BudgetedChannel(
                call -> {
                    answered.incrementAndGet();
                    return ANSWER;
                },
                budget,
                call -> new Tokens(100, 50));
        ExecutorService pool = Executors.newFixedThreadPool(6);
        for (int i = 0; i < 6; i++) {
            pool.execute(() -> channel.ask(CALL));
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(answered).hasValue(6);
        assertThatExceptionOfType(ModelStop.class).isThrownBy(() -> channel.ask(CALL));
    }

    @Test
    void should_charge_the_estimate_where_a_server_does_not_count_and_nothing_for_failures() {
        Budget budget = new Budget(new Budget.Limits(0, Optional.empty(), Optional.empty()));
        new BudgetedChannel(counting(new ModelAnswer(AiMessage.from("!"), -1, -1)), budget, call -> new Tokens(7, 3))
                .ask(CALL);
        assertThatExceptionOfType(ModelFailure.class)
                .isThrownBy(() -> new BudgetedChannel(failing(9, Optional.empty()), budget, call -> new Tokens(100, 50))
                        .ask(CALL));
        assertThat(budget.describe()).isEqualTo("7 tokens in, 3 out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Budget.Limits(0, Optional.of(BigDecimal.ONE), Optional.empty()))
                .withMessageContaining("no prices");
    }

    @Test
    void should_read_prices_from_a_table(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(
                folder.resolve("prices.csv"), "# of today\nmodel,input,output\nsmall, 0.15, 0.6\nlarge,3,15\n");
        assertThat(Prices.in(table, "small")).contains(new Prices(new BigDecimal("0.15"), new BigDecimal("0.6")));
        assertThat(Prices.in(table, "huge")).isEmpty();
        assertThat(Prices.in(table, "large").orElseThrow().of(1_000_000, 100_000))
                .isEqualByComparingTo("4.5");
        Path broken = Files.writeString(folder.resolve("broken.csv"), "model,input,output\nsmall,cheap,1\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prices.in(broken, "small"))
                .withMessageContaining("broken.csv")
                .withMessageContaining("row 1, column input is no number: cheap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prices.in(folder.resolve("none.csv"), "small"))
                .withMessageContaining("none.csv");
        Path quoted = Files.writeString(folder.resolve("quoted.csv"), "model,input,output\n\"small\"er,1,2\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prices.in(quoted, "small"))
                .withMessageContaining("quoted.csv");
        for (String price : List.of("-1", "1e999999999", "1e-999999999")) {
            Path endless =
                    Files.writeString(folder.resolve("endless.csv"), "model,input,output\nsmall,1," + price + "\n");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Prices.in(endless, "small"))
                    .withMessageContaining("endless.csv")
                    .withMessageContaining("a price must be from 0 to 1E+12");
        }
        Path headless = Files.writeString(folder.resolve("headless.csv"), "small,1,2\nlarge,1,2\n");
        assertThatIllegalArgumentException().isThrownBy(() -> Prices.in(headless, "small"));
    }

    private ModelChannel counting(ModelAnswer answer) {
        return call -> {
            asked++;
            return answer;
        };
    }

    private ModelChannel failing(int times, Optional<Duration> retryAfter) {
        asked = 0;
        return call -> {
            if (asked++ < times) {
                throw ModelFailure.passing(Kind.RATE_LIMITED, "HTTP 429", retryAfter);
            }
            return ANSWER;
        };
    }
}
