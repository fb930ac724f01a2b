package io.github.headroom4j.eval.reader.model.limit;

import io.github.headroom4j.eval.reader.model.ModelStop;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What one run may spend. A request is let through only if its estimate fits beside what is spent and under way; it is then
 * charged with what the server counted. A request that fails is not charged, since nobody tells what it cost. Thread-safe.
 */
public final class Budget {

    /**
     * What may be spent.
     *
     * @param tokens of requests and answers together; 0 for any number
     * @param cost in the currency of the prices; empty for any cost
     * @param prices what tokens cost, if that is known
     */
    public record Limits(long tokens, Optional<BigDecimal> cost, Optional<Prices> prices) {

        /** Validates. */
        public Limits {
            if (tokens < 0) {
                throw new IllegalArgumentException("tokens must not be negative, but was " + tokens);
            }
            if (cost.isPresent() && prices.isEmpty()) {
                throw new IllegalArgumentException("cost is limited to " + cost.get() + ", but there are no prices");
            }
        }

        private BigDecimal costOf(Tokens spent) {
            return prices.map(known -> known.of(spent.input(), spent.output())).orElse(BigDecimal.ZERO);
        }
    }

    /**
     * Tokens of requests and of answers.
     *
     * @param input of requests
     * @param output of answers
     */
    public record Tokens(long input, long output) {

        Tokens plus(Tokens other) {
            return new Tokens(input + other.input, output + other.output);
        }

        Tokens minus(Tokens other) {
            return new Tokens(input - other.input, output - other.output);
        }

        long all() {
            return input + output;
        }
    }

    private final Limits limits;
    private Tokens spent = new Tokens(0, 0);
    private Tokens underWay = new Tokens(0, 0);

    /**
     * A budget of which nothing is spent.
     *
     * @param limits what may be spent
     */
    public Budget(Limits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /** Waits for what is under way where only that is in the way, for it may take less than expected. */
    synchronized void reserve(Tokens estimate) {
        try {
            while (!fits(spent.plus(underWay).plus(estimate)) && fits(spent.plus(estimate))) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the budget", e);
        }
        check(estimate);
        underWay = underWay.plus(estimate);
    }

    private boolean fits(Tokens then) {
        return (limits.tokens() == 0 || then.all() <= limits.tokens())
                && limits.cost()
                        .map(most -> limits.costOf(then).compareTo(most) <= 0)
                        .orElse(true);
    }

    private synchronized void check(Tokens estimate) {
        Tokens then = spent.plus(estimate);
        if (limits.tokens() > 0 && then.all() > limits.tokens()) {
            throw new ModelStop("the budget of " + limits.tokens() + " tokens is spent: " + describe()
                    + ", and the next request may take " + estimate.all());
        }
        Optional<BigDecimal> most = limits.cost();
        if (most.isPresent() && limits.costOf(then).compareTo(most.get()) > 0) {
            throw new ModelStop("the budget of " + most.get().toPlainString() + " is spent: " + describe()
                    + ", and the next request may cost "
                    + limits.costOf(estimate).stripTrailingZeros().toPlainString());
        }
    }

    synchronized void settle(Tokens estimate, Tokens actual) {
        underWay = underWay.minus(estimate);
        spent = spent.plus(actual);
        notifyAll();
    }

    /**
     * What was spent.
     *
     * @return tokens as servers counted them, or as estimated where they did not
     */
    public synchronized Tokens spent() {
        return spent;
    }

    /**
     * What was spent, in words.
     *
     * @return for instance "1200 tokens in, 30 out, cost 0.0042"
     */
    public synchronized String describe() {
        String tokens = spent.input() + " tokens in, " + spent.output() + " out";
        return limits.prices().isEmpty()
                ? tokens
                : tokens + ", cost " + limits.costOf(spent).stripTrailingZeros().toPlainString();
    }
}
