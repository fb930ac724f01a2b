package io.github.headroom4j.eval.bench;

import java.util.random.RandomGenerator;

/** What an agent under load does, and how often. */
enum SoakOperation {
    /** {@code Headroom.compress}. */
    COMPRESS("compress", 24),
    /** A tool's result through the decorator. */
    TOOL("tool result", 24),
    /** An original, read back whole. */
    FIND("read an original back", 16),
    /** Lines of an original through the retrieve tool. */
    SLICE("retrieve lines", 14),
    /** One more turn of a conversation whose memory compacts. */
    MEMORY("turn of a memory", 10),
    /** References of other scopes, and guessed ones. */
    FOREIGN("look for what is not one's own", 7),
    /** A scope is cleared, and another one opened. */
    CLEAR("clear a scope", 4),
    /** Originals that nobody used for long are forgotten. */
    RETAIN("forget unused originals", 1);

    private final String label;
    private final int weight;

    SoakOperation(String label, int weight) {
        this.label = label;
        this.weight = weight;
    }

    String label() {
        return label;
    }

    static SoakOperation any(RandomGenerator random) {
        int left = random.nextInt(100);
        for (SoakOperation operation : values()) {
            left -= operation.weight;
            if (left < 0) {
                return operation;
            }
        }
        throw new IllegalStateException("weights must sum up to 100");
    }
}
