package io.github.headroom4j.token;

/**
 * Lets what runs out of time give up between the windows of a long text.
 *
 * @param delegate counts
 * @param checkpoint what to run now and then; throws to give up
 */
record CheckedTokenCounter(TokenCounter delegate, Runnable checkpoint) implements TokenCounter {

    @Override
    public int count(String text) {
        return delegate.count(text, checkpoint);
    }

    @Override
    public int count(String text, Runnable other) {
        return delegate.count(text, () -> {
            checkpoint.run();
            other.run();
        });
    }

    @Override
    public void load() {
        delegate.load();
    }

    @Override
    public boolean countsAtMost(String text, int limit) {
        checkpoint.run();
        return delegate.countsAtMost(text, limit);
    }
}
