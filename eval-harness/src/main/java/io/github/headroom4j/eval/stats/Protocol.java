package io.github.headroom4j.eval.stats;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * How results are judged, fixed before any of them was seen, in {@code protocol.json} beside this class. Immutable.
 *
 * @param marginPoints by how many points of F1 an arm may be worse and still be called non-inferior
 * @param confidence the share of results that an interval holds, in (0, 1)
 * @param resamples how many bootstrap samples are drawn
 * @param seed where the generator starts
 * @param minCases fewer cases get no verdict
 * @param minClusters fewer clusters get no verdict: the cluster bootstrap is too narrow with a handful of them
 */
public record Protocol(
        double marginPoints, double confidence, int resamples, long seed, int minCases, int minClusters) {

    private static final String RESOURCE = "protocol.json";

    /** Validates what can be wrong with it. */
    public Protocol {
        if (!(marginPoints > 0) || !(confidence > 0 && confidence < 1) || resamples < 100) {
            throw new IllegalArgumentException("protocol is not usable: margin " + marginPoints + ", confidence "
                    + confidence + ", resamples " + resamples);
        }
    }

    /**
     * The protocol of this project.
     *
     * @return what {@code protocol.json} says
     */
    public static Protocol standard() {
        try (InputStream in = Protocol.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not beside " + Protocol.class.getName());
            }
            return JsonMapper.builder().build().readValue(in, Protocol.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /**
     * Judges a paired difference of F1.
     *
     * @param difference arm minus baseline, as fractions of 1
     * @param cases how many pairs it is of
     * @param clusters how many clusters they fall into
     * @return the verdict
     */
    public Verdict judge(Estimate difference, int cases, int clusters) {
        double margin = marginPoints / 100;
        if (cases < minCases || clusters < minClusters) {
            return Verdict.TOO_FEW;
        }
        if (difference.lower() > -margin) {
            return Verdict.NON_INFERIOR;
        }
        return difference.upper() < -margin ? Verdict.INFERIOR : Verdict.INCONCLUSIVE;
    }
}
