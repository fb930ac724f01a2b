package io.github.headroom4j.eval.arm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.headroom4j.CompressionRequest;
import io.github.headroom4j.Headroom;
import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.token.TokenCounter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AblationsTest {

    /** Nobody can ask the engine for its compressors, so the list is kept by hand, and this test sees what it misses. */
    @Test
    void should_know_every_compressor_of_the_engine() {
        List<String> inEngine = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.headroom4j.compressor")
                        .stream()
                        .filter(one -> one.isAssignableTo(Compressor.class) && !one.isInterface())
                        .filter(one -> one.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .toList();
        assertThat(Ablations.compressors())
                .extracting(one -> one.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(inEngine);
    }

    @Test
    void all_compressors_together_should_do_what_the_engine_does_by_default() {
        Headroom ours = Headroom.builder()
                .compressors(Ablations.compressors())
                .withoutTimeout()
                .build();
        Headroom standard = Headroom.builder().withoutTimeout().build();
        for (String text : List.of(searchHits(), jsonHits(), log())) {
            CompressionRequest request = CompressionRequest.of(text).withQuery("where is line 17");
            String expected = standard.compress(request).text();
            assertThat(expected).isNotEqualTo(text);
            assertThat(ours.compress(request).text()).isEqualTo(expected);
        }
    }

    @Test
    void should_name_each_arm_by_what_is_missing() {
        assertThat(Ablations.of(TokenCounter.o200k()))
                .extracting(Arm::name)
                .startsWith("without-question", "without-retrieve", "without-splitting", "without-detection")
                .contains("without-json", "without-log", "without-search")
                .doesNotHaveDuplicates()
                .hasSize(4 + Ablations.compressors().size());
    }

    private static String searchHits() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 200; i++) {
            text.append("src/main/java/shop/Cart")
                    .append(i % 7)
                    .append(".java:")
                    .append(i)
                    .append(":    int total = ");
            text.append("line(").append(i).append(");\n");
        }
        return text.toString();
    }

    private static String jsonHits() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 1; i <= 200; i++) {
            text.append(i == 1 ? "" : ",\n")
                    .append("{\"path\":\"src/Cart")
                    .append(i % 7)
                    .append(".java\",\"line\":")
                    .append(i)
                    .append(",\"text\":\"int total = line(")
                    .append(i)
                    .append(");\"}");
        }
        return text.append("]\n").toString();
    }

    private static String log() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "2026-11-22T10:%02d:%02d.000Z %s shop.Cart - cart %d has %d items\n",
                    i / 60,
                    i % 60,
                    i == 170 ? "ERROR" : "INFO",
                    i * 31,
                    i % 5));
        }
        return text.toString();
    }
}
