package io.github.headroom4j.eval.reader.model.limit;

import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Sends so many requests and so many tokens in any minute at most. Requests get the earliest time that fits, in the order
 * in which they come. One that is larger than a minute's tokens goes out alone. Thread-safe.
 */
public final class RateLimitedChannel implements ModelChannel {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /**
     * Limits per minute.
     *
     * @param requests how many requests; 0 for any number
     * @param tokens how many tokens, answers included; 0 for any number
     */
    public record Rates(long requests, long tokens) {

        /** Validates. */
        public Rates {
            if (requests < 0 || tokens < 0) {
                throw new IllegalArgumentException(
                        "rates must not be negative, but were " + requests + " requests, " + tokens + " tokens");
            }
        }
    }

    private record Sent(Instant at, long tokens) {}

    private final ModelChannel next;
    private final Rates rates;
    private final ToLongFunction<ModelCall> size;
    private final Pause pause;
    private final Deque<Sent> sent = new ArrayDeque<>();

    /**
     * A channel with a rate limit.
     *
     * @param next what is asked
     * @param rates the limits
     * @param size an upper estimate of a request's tokens, its answer included
     * @param pause clock and how to wait
     */
    public RateLimitedChannel(ModelChannel next, Rates rates, ToLongFunction<ModelCall> size, Pause pause) {
        this.next = next;
        this.rates = rates;
        this.size = size;
        this.pause = pause;
    }

    @Override
    public ModelAnswer ask(ModelCall call) {
        if (rates.requests() > 0 || rates.tokens() > 0) {
            Instant now = pause.now();
            Duration wait = Duration.between(now, place(now, size.applyAsLong(call)));
            if (!wait.isNegative() && !wait.isZero()) {
                pause.sleep(wait);
            }
        }
        return next.ask(call);
    }

    /** The earliest time, not before those that came first, at which the minute before it has room. */
    private synchronized Instant place(Instant now, long tokens) {
        Instant at = sent.isEmpty() || sent.peekLast().at().isBefore(now)
                ? now
                : sent.peekLast().at();
        while (!sent.isEmpty() && !sent.peekFirst().at().plus(WINDOW).isAfter(now)) {
            sent.removeFirst();
        }
        List<Sent> window = new ArrayList<>(sent);
        while (!window.isEmpty()) {
            if (!window.get(0).at().plus(WINDOW).isAfter(at)) {
                window.remove(0);
            } else if (isFull(window, tokens)) {
                at = window.get(0).at().plus(WINDOW);
            } else {
                break;
            }
        }
        sent.addLast(new Sent(at, tokens));
        return at;
    }

    private boolean isFull(List<Sent> window, long tokens) {
        long sum = window.stream().mapToLong(Sent::tokens).sum() + tokens;
        return (rates.requests() > 0 && window.size() >= rates.requests())
                || (rates.tokens() > 0 && sum > rates.tokens());
    }
}
