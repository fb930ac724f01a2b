package io.github.headroom4j.compressor.opaque;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.CompressionResult;
import io.github.headroom4j.CompressionResult.Compressed;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.original.InMemoryOriginalStore;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.original.OriginalText;
import io.github.headroom4j.original.Selector;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Through the entry point, as a tool's result passes it. */
class OpaqueCompressorTest {

    private static final String SCOPE = CompressionRequest.DEFAULT_SCOPE;

    private final InMemoryOriginalStore originals = new InMemoryOriginalStore();
    private final Headroom headroom =
            Headroom.builder().originals(originals).withoutTimeout().build();

    @Test
    void should_describe_a_block_of_base64_and_give_it_back() {
        String text = base64(png(4_000));

        String shown = compress(text, "").text();

        assertThat(shown).startsWith("iVBORw0KGg").contains("…[base64 png, " + text.length() + " characters, line 1]");
        assertThat(original(shown)).isEqualTo(text);
    }

    @Test
    void should_describe_a_hex_dump_by_its_first_lines() {
        String text = dump(png(4_000));

        String shown = compress(text, "").text();

        assertThat(shown).startsWith("00000000: 8950 4e47").contains("… 246 lines (4-249) like it: hex dump");
    }

    @Test
    void should_keep_the_uuid_that_the_query_names() {
        Random random = new Random(3);
        String text = IntStream.range(0, 200)
                .mapToObj(i -> new UUID(random.nextLong(), random.nextLong()).toString())
                .collect(Collectors.joining("\n"));
        String named = text.lines().skip(120).findFirst().orElseThrow();

        String shown = compress(text, "is " + named + " among them?").text();

        assertThat(shown).contains(named, "… 117 lines (4-120) like it: UUID", "… 78 lines (122-199)");
    }

    @Test
    void should_describe_base64_within_json_by_its_path() {
        String data = base64(png(3_000));
        String json = "{\"files\":[{\"name\":\"logo.png\",\"content\":\"" + data + "\",\"sha\":\""
                + "3d21ec53a331a6f037a91c368710b99387d012c1".repeat(1) + "\"}],\"note\":\"plain words\"}";

        String shown = compress(json, "").text();

        assertThat(shown)
                .contains(
                        "…[base64 png, " + data.length() + " characters, path /files/0/content]",
                        "3d21ec53a331a6f037a91c368710b99387d012c1");
        assertThat(OriginalText.of(original(shown))
                        .slice(new Selector("", "", "/files/0/content"))
                        .content())
                .contains(data.substring(0, 2_000));
    }

    @Test
    void should_describe_base64_within_a_log_by_its_line() {
        String data = base64(png(900));
        String log = IntStream.range(0, 60)
                .mapToObj(i -> "2026-03-04 09:00:%02d %s"
                        .formatted(i, i == 30 ? "ERROR upload failed, body=" + data : "INFO upload ok " + i))
                .collect(Collectors.joining("\n"));

        assertThat(compress(log, "").text()).contains("…[base64 png, " + data.length() + " characters, line 31]");
    }

    @Test
    void should_keep_a_changed_line_of_a_diff_whole() {
        String data = base64(png(900));
        String diff = "diff --git a/a.txt b/a.txt\nindex 1..2 100644\n--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n"
                + " before\n-old\n+" + data + "\n after\n";

        assertThat(headroom.compress(CompressionRequest.of(diff)).text()).contains(data);
    }

    private CompressionResult compress(String text, String query) {
        CompressionResult result = headroom.compress(CompressionRequest.of(text).withQuery(query));
        assertThat(result).isInstanceOf(Compressed.class);
        return result;
    }

    private String original(String shown) {
        return originals
                .find(SCOPE, OriginalMarker.refAtEndOf(shown).orElseThrow())
                .orElseThrow();
    }

    private static byte[] png(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        byte[] head = HexFormat.of().parseHex("89504e470d0a1a0a");
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String dump(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (int line = 0; line < bytes.length; line += 16) {
            out.append("%08x:".formatted(line));
            for (int i = line; i < line + 16; i += 2) {
                out.append(" %02x%02x".formatted(bytes[i], bytes[i + 1]));
            }
            out.append("  ................\n");
        }
        return out.toString();
    }
}
