package io.github.headroom4j.original;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identifies an original by the SHA-256 of its UTF-8 bytes: the one hash convention of this project. Immutable.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record OriginalId(String sha256) {

    /** Digits of the form shown to models; 48 bits make a collision within one scope practically impossible. */
    public static final int SHORT_LENGTH = 12;

    private static final int FULL_LENGTH = 64;

    /** Validates the digits. */
    public OriginalId {
        if (!isId(sha256)) {
            throw new IllegalArgumentException("sha256 must be 64 lower-case hex digits, but was '" + sha256 + "'");
        }
    }

    /**
     * The id of a text.
     *
     * @param text any text
     * @return the SHA-256 of its UTF-8 bytes; if it holds lone surrogates, which UTF-8 cannot say, of a byte FF, which no
     *     UTF-8 holds, and its UTF-16 units
     */
    public static OriginalId of(String text) {
        return of(text, () -> {});
    }

    /**
     * The same for what may have to give up.
     *
     * @param text any text
     * @param checkpoint run every {@value TextParts#PART_CHARS} characters; throws to give up
     * @return the same as {@link #of(String)}
     */
    public static OriginalId of(String text, Runnable checkpoint) {
        MessageDigest digest = newDigest();
        if (!TextParts.utf8(text, checkpoint, digest::update)) {
            digest.reset();
            digest.update((byte) 0xFF);
            TextParts.units(text, checkpoint, digest::update);
        }
        return new OriginalId(HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Whether a text can be an id.
     *
     * @param text any text
     * @return whether it is 64 lower-case hexadecimal digits
     */
    public static boolean isId(String text) {
        return text.length() == FULL_LENGTH && isHex(text);
    }

    /**
     * The form that markers show and models quote.
     *
     * @return the first {@value #SHORT_LENGTH} digits
     */
    public String shortForm() {
        return sha256.substring(0, SHORT_LENGTH);
    }

    @Override
    public String toString() {
        return sha256;
    }

    static boolean isHex(CharSequence digits) {
        return digits.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
