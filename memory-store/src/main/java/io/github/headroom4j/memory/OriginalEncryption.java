package io.github.headroom4j.memory;

import io.github.headroom4j.original.OriginalStoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts originals at rest: AES-256 in Galois/Counter Mode (NIST SP 800-38D) by the JDK, with a new random nonce of 96 bits
 * for each text. A row is bound to its scope and id, so a changed row, one that was swapped with another, or one copied
 * into another scope is an error and never a text. Given to the builder of a durable store:
 *
 * <pre>{@code
 * OriginalEncryption encryption = OriginalEncryption.aesGcm(key);
 * JdbcOriginalStore store = JdbcOriginalStore.builder(dataSource).encryption(encryption).build();
 * }</pre>
 *
 * <p><b>Rotation</b>: each row names the key it was written with. {@code aesGcm(newKey).withOlderKey(oldKey)} writes with
 * the new key and reads with both. Rows are not written again; an older key is needed as long as rows of it are there.
 *
 * <p><b>Rows in plain text</b>, from before encryption was switched on, differ by their first byte and stay readable. So who
 * can write to the database could put a plain row in an encrypted one's place; after {@link #strict} such rows are refused.
 *
 * <p><b>What it does not hide</b>: rows keep the SHA-256 of the plain text and of the scope, for they are found by them. Who
 * reads the database sees how many originals a scope has, their lengths, when they were used, which rows hold the
 * same text, and can confirm a guess: of a whole text, which short or predictable ones allow, or of a memory id. Texts are
 * deflated before, so the length also tells how repetitive a text is.
 *
 * <p>One key should encrypt at most 2<sup>32</sup> texts; rotate it before. Keys and texts are never logged. Immutable and
 * thread-safe; linear in the text.
 */
public final class OriginalEncryption {

    /** AES-256. */
    private static final int KEY_BYTES = 32;

    /** The format of an encrypted text. Those of plain ones, which the codec writes, are below 4. */
    private static final byte FORMAT = 16;

    private static final int KEY_ID_BYTES = 8;

    /** The length that GCM is made for. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private static final int HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    /** Hashed before the key, so that a key's name is no hash that is used elsewhere. */
    private static final byte[] KEY_ID_LABEL = "langchain4j-headroom key id:".getBytes(StandardCharsets.US_ASCII);

    private final String keyId;
    private final Map<String, SecretKey> keys;
    private final boolean strict;
    private final SecureRandom random = new SecureRandom();

    private OriginalEncryption(String keyId, Map<String, SecretKey> keys, boolean strict) {
        this.keyId = keyId;
        this.keys = Map.copyOf(keys);
        this.strict = strict;
    }

    /**
     * Encrypts with a key.
     *
     * @param key 256 random bits, whose {@link SecretKey#getEncoded} gives them; one that stays inside hardware cannot be used
     * @return encryption that writes and reads with this key, and reads rows in plain text
     * @throws IllegalArgumentException if the key has no or another length
     */
    public static OriginalEncryption aesGcm(SecretKey key) {
        SecretKey checked = checked(key.getEncoded());
        String id = idOf(checked);
        return new OriginalEncryption(id, Map.of(id, checked), false);
    }

    /**
     * Encrypts with a key given as bytes.
     *
     * @param key 32 random bytes, no password; copied
     * @return encryption that writes and reads with this key, and reads rows in plain text
     * @throws IllegalArgumentException if it has another length
     */
    public static OriginalEncryption aesGcm(byte[] key) {
        return aesGcm(checked(key));
    }

    /**
     * Also reads what was written with another key.
     *
     * @param key an older key, as in {@link #aesGcm(SecretKey)}
     * @return a copy that also reads with it
     * @throws IllegalArgumentException if the key has no or another length
     */
    public OriginalEncryption withOlderKey(SecretKey key) {
        SecretKey checked = checked(key.getEncoded());
        Map<String, SecretKey> more = new HashMap<>(keys);
        more.put(idOf(checked), checked);
        return new OriginalEncryption(keyId, more, strict);
    }

    /**
     * Refuses to read rows in plain text, once there are none left, or none that matter.
     *
     * @return a copy that reads nothing but what was encrypted
     */
    public OriginalEncryption strict() {
        return new OriginalEncryption(keyId, keys, true);
    }

    /**
     * How rows name the key that new ones are encrypted with.
     *
     * @return 16 hexadecimal digits of a hash of the key, which do not reveal it
     */
    public String keyId() {
        return keyId;
    }

    /** Names the keys and reveals none. */
    @Override
    public String toString() {
        return "OriginalEncryption[AES-256-GCM, writes with " + keyId + ", reads " + keys.keySet()
                + (strict ? ", strict]" : "]");
    }

    static boolean isEncrypted(byte[] content) {
        return content.length > 0 && content[0] == FORMAT;
    }

    /** Encrypts, bound to a place. */
    byte[] encrypt(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .put(FORMAT)
                .put(HexFormat.of().parseHex(keyId))
                .put(nonce)
                .array();
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(keyId), header, place).doFinal(plain);
            return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                    .put(header)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new OriginalStoreException("an original could not be encrypted: " + e.getMessage(), e);
        }
    }

    /** Decrypts what was encrypted for that place; what is plain comes back as it is, unless this is strict. */
    byte[] decrypt(byte[] content, String place, String ref) {
        if (!isEncrypted(content)) {
            if (strict) {
                throw new OriginalStoreException(
                        "the original " + ref + " is not encrypted, which strict encryption refuses");
            }
            return content;
        }
        if (content.length < HEADER_BYTES + TAG_BITS / Byte.SIZE) {
            throw new OriginalStoreException("the original " + ref + " is damaged: " + content.length
                    + " bytes are too few for an encrypted text");
        }
        SecretKey key = keyFor(content, ref);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, content, place)
                    .doFinal(content, HEADER_BYTES, content.length - HEADER_BYTES);
        } catch (AEADBadTagException e) {
            throw new OriginalStoreException(
                    "the original " + ref + " does not decrypt: it was changed, or moved from another place", e);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new OriginalStoreException("the original " + ref + " could not be decrypted: " + e.getMessage(), e);
        }
    }

    private SecretKey keyFor(byte[] content, String ref) {
        String id = HexFormat.of().formatHex(content, 1, 1 + KEY_ID_BYTES);
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new OriginalStoreException(
                    "the original " + ref + " is encrypted with the key " + id + ", which this store was not given");
        }
        return key;
    }

    /** The format and the key's id are authenticated too; the nonce is by being used. */
    private static Cipher cipher(int mode, @Nullable SecretKey key, byte[] header, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, header, 1 + KEY_ID_BYTES, NONCE_BYTES));
        cipher.updateAAD(header, 0, 1 + KEY_ID_BYTES);
        cipher.updateAAD(place.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static SecretKey checked(byte @Nullable [] key) {
        if (key == null || key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "key must have " + KEY_BYTES + " bytes, but had " + (key == null ? "none to give" : key.length));
        }
        return new SecretKeySpec(key, "AES");
    }

    private static String idOf(SecretKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(KEY_ID_LABEL);
            return HexFormat.of().formatHex(digest.digest(key.getEncoded()), 0, KEY_ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
