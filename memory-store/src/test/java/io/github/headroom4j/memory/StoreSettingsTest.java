package io.github.headroom4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

/** What the durable stores can be told, and what they refuse. */
class StoreSettingsTest {

    private static final byte[] BYTES = new byte[32];

    static {
        Arrays.fill(BYTES, (byte) 7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 24, 31, 33})
    void should_refuse_a_key_of_another_length(int length) {
        assertThatThrownBy(() -> OriginalEncryption.aesGcm(new byte[length]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes, but had " + length);
    }

    @Test
    void should_refuse_a_key_that_does_not_show_its_bytes() {
        SecretKey hardware = new SecretKey() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getAlgorithm() {
                return "AES";
            }

            @Override
            @SuppressWarnings("NullAway") // As the interface allows.
            public String getFormat() {
                return null;
            }

            @Override
            @SuppressWarnings("NullAway")
            public byte[] getEncoded() {
                return null;
            }
        };

        assertThatThrownBy(() -> OriginalEncryption.aesGcm(hardware)).hasMessageContaining("none to give");
        assertThatThrownBy(() -> OriginalEncryption.aesGcm(BYTES).withOlderKey(hardware))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void should_name_keys_without_revealing_them() {
        OriginalEncryption bytes = OriginalEncryption.aesGcm(BYTES);
        OriginalEncryption key = OriginalEncryption.aesGcm(new SecretKeySpec(BYTES, "AES"));

        assertThat(bytes.keyId()).isEqualTo(key.keyId()).hasSize(16);
        assertThat(OriginalEncryption.aesGcm(new byte[32]).keyId()).isNotEqualTo(key.keyId());
        assertThat(bytes.strict().toString()).contains(bytes.keyId(), "strict").doesNotContain("070707", "7, 7");
    }

    @Test
    void should_not_share_the_bytes_of_a_key() {
        byte[] mine = BYTES.clone();
        OriginalEncryption encryption = OriginalEncryption.aesGcm(mine);
        byte[] sealed = encryption.encrypt(new byte[] {1, 2, 3}, "place");
        Arrays.fill(mine, (byte) 0);

        assertThat(encryption.decrypt(sealed, "place", "ref")).containsExactly(1, 2, 3);
        assertThat(OriginalEncryption.aesGcm(BYTES).decrypt(sealed, "place", "ref"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void should_refuse_a_retention_out_of_range() {
        assertThatThrownBy(() -> Retention.olderThan(Duration.ofMinutes(59))).hasMessageContaining("but was PT59M");
        assertThatThrownBy(() -> Retention.olderThan(Duration.ofDays(40_000)))
                .hasMessageContaining("but was PT960000H");
        assertThatThrownBy(() -> Retention.atMostBytes(-1)).hasMessageContaining("but was -1");
        assertThatThrownBy(() -> Retention.olderThan(Duration.ofDays(1)).andAtMostBytes(-2))
                .hasMessageContaining("but was -2");
        assertThat(Retention.olderThan(Duration.ofDays(1)).andAtMostBytes(5).toString())
                .contains("PT24H", "5");
    }

    @Test
    void should_refuse_a_time_to_live_or_a_prefix_out_of_range() {
        try (RedisClient nobody = RedisClient.create("127.0.0.1", DurableOriginalStoreContract.closedPort())) {
            RedisOriginalStore.Builder builder = RedisOriginalStore.builder(nobody);
            assertThatThrownBy(() -> builder.keepFor(Duration.ZERO)).hasMessageContaining("but was PT0S");
            assertThatThrownBy(() -> builder.keepFor(Duration.ofDays(-1))).hasMessageContaining("but was PT-24H");
            assertThatThrownBy(() -> builder.keepFor(Duration.ofDays(40_000))).hasMessageContaining("PT960000H");
            for (String prefix : new String[] {"", "a*", "a b", "[a]", "a\n", "x".repeat(101)}) {
                assertThatThrownBy(() -> builder.keyPrefix(prefix)).hasMessageContaining("'" + prefix + "'");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1024, allkeys-lru, false, true",
        "1024, allkeys-random, true, true",
        "1024, volatile-lfu, true, true",
        "1024, volatile-lfu, false, false",
        "1024, noeviction, true, false",
        "0, allkeys-lru, true, false"
    })
    void should_see_which_policy_evicts(String bound, String policy, boolean expires, boolean risky) {
        String info = "# Memory\r\nused_memory:1\r\nmaxmemory:" + bound + "\r\nmaxmemory_human:1K\r\nmaxmemory_policy:"
                + policy + "\r\nallocator_frag_ratio:1.1\r\n";

        assertThat(RedisEviction.risk(info, expires).isPresent()).isEqualTo(risky);
    }

    @Test
    void should_see_no_risk_where_the_server_does_not_tell() {
        assertThat(RedisEviction.risk("", true)).isEmpty();
        assertThat(RedisEviction.risk("maxmemory:5\r\n", true)).isEmpty();
        assertThat(RedisEviction.risk("maxmemory:many\r\nmaxmemory_policy:allkeys-lru\r\n", true))
                .isEmpty();
    }

    @Test
    void should_remember_renewals_of_a_bounded_number_of_scopes() {
        Instant[] now = {Instant.EPOCH};
        RenewalMemo memo = new RenewalMemo(() -> now[0], Duration.ofMinutes(30));
        assertThat(memo.isDue("first", 1)).isTrue();
        assertThat(memo.isDue("first", 1)).isFalse();
        assertThat(memo.isDue("first", 2)).isTrue();
        for (int i = 0; i < 5_000; i++) {
            assertThat(memo.isDue("scope " + i, 1)).isTrue();
        }
        assertThat(memo.isDue("first", 2)).isTrue();
        assertThat(memo.isDue("scope 4999", 1)).isFalse();
        now[0] = now[0].plus(Duration.ofMinutes(30));
        assertThat(memo.isDue("scope 4999", 1)).isTrue();
    }
}
