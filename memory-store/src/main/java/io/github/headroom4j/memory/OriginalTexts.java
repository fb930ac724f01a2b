package io.github.headroom4j.memory;

import io.github.headroom4j.original.OriginalCodec;
import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the durable stores have in common: their limits, how they name things, and how a text becomes checked bytes. Immutable. */
final class OriginalTexts {

    /** 64 Mi characters: far above any text that fits a context, far below what a row or a value can hold. */
    static final int MAX_CHARS = 64 << 20;

    private static final int FULL_LENGTH = 64;

    /** Reads and writes plain text. */
    static final OriginalTexts PLAIN = new OriginalTexts(MAX_CHARS, OriginalId::of, null);

    /** A text as it is kept. */
    static final class Kept {

        private final String sha256;
        private final byte[] content;

        Kept(String sha256, byte[] content) {
            this.sha256 = sha256;
            this.content = content;
        }

        String sha256() {
            return sha256;
        }
    }

    private final int maxChars;
    private final Function<String, OriginalId> identify;
    private final @Nullable OriginalEncryption encryption;

    /** With a low limit, or a hash that collides, for tests. */
    OriginalTexts(int maxChars, Function<String, OriginalId> identify, @Nullable OriginalEncryption encryption) {
        this.maxChars = maxChars;
        this.identify = identify;
        this.encryption = encryption;
    }

    static OriginalTexts encryptedBy(OriginalEncryption encryption) {
        return new OriginalTexts(MAX_CHARS, OriginalId::of, encryption);
    }

    /** A scope of any length and any characters, lone surrogates among them, as one that every key column takes. */
    static String key(String scope) {
        return OriginalId.of(scope).sha256();
    }

    static boolean isRef(String ref) {
        return ref.length() >= OriginalId.SHORT_LENGTH
                && ref.length() <= FULL_LENGTH
                && ref.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** Texts that may be kept, with their ids in the order of the texts. */
    record Identified(List<OriginalId> ids, Map<OriginalId, String> byId) {

        /** For messages. */
        String what() {
            return ids.size() == 1 ? "the original " + ids.get(0) : ids.size() + " originals";
        }
    }

    Identified identified(String scope, List<String> texts) {
        if (scope.isBlank()) {
            throw new IllegalArgumentException("scope must not be blank, but was '" + scope + "'");
        }
        List<OriginalId> ids = new ArrayList<>(texts.size());
        Map<OriginalId, String> byId = new LinkedHashMap<>();
        Map<String, OriginalId> byShortForm = new HashMap<>();
        for (String text : texts) {
            if (text.length() > maxChars) {
                throw new OriginalStoreException(
                        "an original may have " + maxChars + " characters, but this one has " + text.length());
            }
            OriginalId id = identify.apply(text);
            OriginalId other = byShortForm.put(id.shortForm(), id);
            if (other != null) {
                refuseOther(other.sha256(), id);
            }
            ids.add(id);
            byId.put(id, text);
        }
        return new Identified(List.copyOf(ids), byId);
    }

    /** Always true, or an exception if the short form names another original. What is kept may be damaged, and then is no id. */
    static boolean refuseOther(String kept, OriginalId id) {
        if (!kept.equals(id.sha256())) {
            throw new OriginalStoreException("the short form " + id.shortForm() + " already names " + kept
                    + " in this scope, so " + id + " cannot be kept");
        }
        return true;
    }

    byte[] encode(String key, OriginalId id, String text) {
        byte[] encoded = OriginalCodec.encode(text);
        return encryption == null ? encoded : encryption.encrypt(encoded, key + id);
    }

    /** The text that a reference leads to, which is empty if the reference is too long by wrong digits. */
    Optional<String> decode(String key, String ref, Kept kept) {
        String text = decoded(plain(key, ref, kept), ref);
        // Before the reference is looked at, so that a damaged id is an error and no miss.
        if (!identify.apply(text).sha256().equals(kept.sha256)) {
            throw new OriginalStoreException("the original " + ref + " no longer matches its hash");
        }
        if (!kept.sha256.startsWith(ref.substring(0, OriginalId.SHORT_LENGTH))) {
            throw new OriginalStoreException(
                    "the original " + ref + " is damaged: " + kept.sha256 + " stands in its place");
        }
        return kept.sha256.startsWith(ref) ? Optional.of(text) : Optional.empty();
    }

    private static String decoded(byte[] plain, String ref) {
        try {
            return OriginalCodec.decode(plain);
        } catch (OriginalStoreException e) {
            throw new OriginalStoreException("the original " + ref + " is damaged: " + e.getMessage(), e);
        }
    }

    private byte[] plain(String key, String ref, Kept kept) {
        if (encryption != null) {
            return encryption.decrypt(kept.content, key + kept.sha256, ref);
        }
        if (OriginalEncryption.isEncrypted(kept.content)) {
            throw new OriginalStoreException(
                    "the original " + ref + " is encrypted, but this store was not given a key");
        }
        return kept.content;
    }
}
