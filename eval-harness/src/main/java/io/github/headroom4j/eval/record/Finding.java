package io.github.headroom4j.eval.record;

/**
 * Where something stands that looks like a secret. Does not hold the secret itself, so that it can be printed. Immutable.
 *
 * @param kind what it looks like
 * @param start where it begins, in UTF-16 units
 * @param end where it ends, exclusive
 * @param quote what must stand around a placeholder so that the text stays well-formed; empty if nothing must
 */
public record Finding(SecretKind kind, int start, int end, String quote) {

    static Finding of(SecretKind kind, int start, int end) {
        return new Finding(kind, start, end, "");
    }
}
