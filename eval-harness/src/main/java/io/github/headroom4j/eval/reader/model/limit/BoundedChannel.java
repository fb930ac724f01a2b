package io.github.headroom4j.eval.reader.model.limit;

import io.github.headroom4j.eval.reader.model.ModelAnswer;
import io.github.headroom4j.eval.reader.model.ModelCall;
import io.github.headroom4j.eval.reader.model.ModelChannel;
import java.util.concurrent.Semaphore;

/** Asks for so many answers at a time at most, first come, first served. Thread-safe. */
public final class BoundedChannel implements ModelChannel {

    private final ModelChannel next;
    private final Semaphore places;

    /**
     * A channel with a bound.
     *
     * @param next what is asked
     * @param concurrency how many requests are under way at most
     */
    public BoundedChannel(ModelChannel next, int concurrency) {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1, but was " + concurrency);
        }
        this.next = next;
        places = new Semaphore(concurrency, true);
    }

    @Override
    public ModelAnswer ask(ModelCall call) {
        places.acquireUninterruptibly();
        try {
            return next.ask(call);
        } finally {
            places.release();
        }
    }
}
