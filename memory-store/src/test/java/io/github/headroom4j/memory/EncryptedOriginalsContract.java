package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.headroom4j.original.OriginalId;
import io.github.headroom4j.original.OriginalStore;
import io.github.headroom4j.original.OriginalStoreException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What every durable store keeps when it encrypts. Its subclasses open the store, and reach behind it. */
abstract class EncryptedOriginalsContract extends OriginalStoreContract {

    static final String TEXT = "the secret text\n".repeat(100);

    private static final SecretKey KEY = key(1);

    private static final SecretKey OTHER_KEY = key(2);

    private static final OriginalEncryption ENCRYPTION = OriginalEncryption.aesGcm(KEY);

    /** Another instance over the same originals. */
    abstract OriginalStore store(OriginalTexts texts) throws Exception;

    /** The bytes of an original, as they are kept. */
    abstract byte[] content(String scope, OriginalId id) throws Exception;

    abstract void overwrite(String scope, OriginalId id, byte[] content) throws Exception;

    /** Changes the full id that is kept with a short form. */
    abstract void overwriteId(String scope, OriginalId id, String sha256) throws Exception;

    static SecretKey key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return new SecretKeySpec(bytes, "AES");
    }

    private OriginalStore store(OriginalEncryption encryption) throws Exception {
        return store(OriginalTexts.encryptedBy(encryption));
    }

    private static void assertRefused(OriginalStore store, String scope, OriginalId id, String reason) {
        for (String ref : List.of(id.shortForm(), id.sha256())) {
            assertThatThrownBy(() -> store.find(scope, ref))
                    .isInstanceOf(OriginalStoreException.class)
                    .hasMessageContaining(ref)
                    .hasMessageContaining(reason)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void should_give_back_what_it_encrypted() throws Exception {
        List<String> texts = texts().toList();
        List<OriginalId> ids = store(ENCRYPTION).putAll("scope", texts);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(store(ENCRYPTION.strict()).find("scope", ids.get(i).shortForm()))
                    .contains(texts.get(i));
            assertThat(OriginalEncryption.isEncrypted(content("scope", ids.get(i))))
                    .isTrue();
        }
    }

    @Test
    void should_show_no_text_and_no_equality_in_what_is_kept() throws Exception {
        OriginalId id = store(ENCRYPTION).put("scope", "short secret");
        store(ENCRYPTION).put("other", "short secret");

        assertThat(new String(content("scope", id), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
        assertThat(content("scope", id)).isNotEqualTo(content("other", id)).hasSameSizeAs(content("other", id));
    }

    @Test
    void should_deflate_before_it_encrypts() throws Exception {
        OriginalId id = store(ENCRYPTION).put("scope", TEXT);

        assertThat(content("scope", id)).hasSizeLessThan(200);
    }

    @Test
    void should_refuse_a_wrong_key_and_name_the_original() throws Exception {
        OriginalId id = store(ENCRYPTION).put("scope", TEXT);

        assertRefused(store(OriginalEncryption.aesGcm(OTHER_KEY)), "scope", id, ENCRYPTION.keyId());
        assertRefused(store(OriginalTexts.PLAIN), "scope", id, "was not given a key");
    }

    @Test
    void should_refuse_whatever_byte_was_changed() throws Exception {
        OriginalStore store = store(ENCRYPTION);
        OriginalId id = store.put("scope", "secret");
        byte[] whole = content("scope", id);

        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            overwrite("scope", id, changed);
            assertRefused(store, "scope", id, "");
        }
        for (int length = 1; length < whole.length; length++) {
            overwrite("scope", id, Arrays.copyOf(whole, length));
            assertRefused(store, "scope", id, "");
        }
        overwrite("scope", id, whole);
        assertThat(store.find("scope", id.sha256())).contains("secret");
    }

    @Test
    void should_refuse_texts_that_were_swapped() throws Exception {
        OriginalStore store = store(ENCRYPTION);
        OriginalId one = store.put("scope", "secret one");
        OriginalId other = store.put("scope", "secret two");
        byte[] content = content("scope", one);

        overwrite("scope", one, content("scope", other));
        overwrite("scope", other, content);

        assertRefused(store, "scope", one, "changed, or moved");
        assertRefused(store, "scope", other, "changed, or moved");
    }

    @Test
    void should_refuse_a_text_that_was_copied_from_another_scope() throws Exception {
        OriginalStore store = store(ENCRYPTION);
        OriginalId id = store.put("scope", "secret");
        store.put("other", "secret");

        overwrite("scope", id, content("other", id));

        assertRefused(store, "scope", id, "changed, or moved");
        assertThat(store.find("other", id.sha256())).contains("secret");
    }

    @Test
    void should_read_with_older_keys_and_write_with_the_current_one() throws Exception {
        OriginalId old = store(ENCRYPTION).put("scope", TEXT);
        OriginalEncryption rotated = OriginalEncryption.aesGcm(OTHER_KEY).withOlderKey(KEY);
        OriginalId young = store(rotated).put("scope", "written after");

        assertThat(store(rotated).find("scope", old.shortForm())).contains(TEXT);
        assertThat(store(rotated).find("scope", young.shortForm())).contains("written after");
        assertThat(store(OriginalEncryption.aesGcm(OTHER_KEY)).find("scope", young.shortForm()))
                .contains("written after");
        assertRefused(store(ENCRYPTION), "scope", young, rotated.keyId());
    }

    @Test
    void should_read_plain_texts_unless_it_is_strict() throws Exception {
        OriginalId plain = store(OriginalTexts.PLAIN).put("scope", TEXT);

        assertThat(store(ENCRYPTION).find("scope", plain.shortForm())).contains(TEXT);
        assertRefused(store(ENCRYPTION.strict()), "scope", plain, "not encrypted");
    }
}
