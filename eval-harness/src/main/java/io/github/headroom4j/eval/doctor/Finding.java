package io.github.headroom4j.eval.doctor;

/**
 * What a check found. Immutable.
 *
 * @param level how bad it is
 * @param what was looked at, in a word or two
 * @param said what was seen; never a secret
 * @param hint what mends it; empty if nothing has to be mended
 */
public record Finding(Level level, String what, String said, String hint) {

    /** How bad it is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** The main job runs, but slower, or something optional is missing. */
        WARN,
        /** The main job will not run. */
        FAIL
    }

    static Finding ok(String what, String said) {
        return new Finding(Level.OK, what, said, "");
    }

    static Finding warn(String what, String said, String hint) {
        return new Finding(Level.WARN, what, said, hint);
    }

    static Finding fail(String what, String said, String hint) {
        return new Finding(Level.FAIL, what, said, hint);
    }
}
