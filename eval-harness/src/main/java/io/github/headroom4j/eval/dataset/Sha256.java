package io.github.headroom4j.eval.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** SHA-256 in lower-case hexadecimal. */
public final class Sha256 {

    private Sha256() {}

    /**
     * The hash of a text's UTF-8.
     *
     * @param text any text
     * @return 64 digits
     */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The hash of bytes.
     *
     * @param bytes any bytes
     * @return 64 digits
     */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /**
     * A digest for what comes in parts.
     *
     * @return a new digest
     */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Draws by lot, the same on every machine.
     *
     * @param items what is drawn from
     * @param key what is hashed of an item: a seed and the item's name; of items with equal keys the first is drawn
     * @param <T> what is drawn
     * @return the items in the order of the hashes of their keys
     */
    public static <T> List<T> drawn(Collection<T> items, Function<T, String> key) {
        Map<String, T> byHash = new TreeMap<>();
        items.forEach(item -> byHash.putIfAbsent(of(key.apply(item)), item));
        return List.copyOf(byHash.values());
    }
}
