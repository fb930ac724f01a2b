package io.github.headroom4j.eval.run;

import io.github.headroom4j.eval.metric.Reading;
import io.github.headroom4j.eval.metric.Score;
import io.github.headroom4j.eval.replay.Session;
import org.jspecify.annotations.Nullable;

/** How readings of language models are scored. Stateless. */
final class Readings {

    private Readings() {}

    /** A question without a usable answer is wrong, also where nothing would have been the right answer. */
    static Score score(Session session, Score score) {
        return hasFailed(session) ? new Score(score.gold(), score.gold() == 0 ? 1 : 0, 0) : score;
    }

    static boolean hasFailed(Session session) {
        Reading reading = session.reading();
        return reading != null && reading.hasFailed();
    }

    /** Null where the reader is a program. */
    static @Nullable Reading scored(Session session, Score score) {
        Reading reading = session.reading();
        return reading == null ? null : reading.scored(score.f1());
    }
}
