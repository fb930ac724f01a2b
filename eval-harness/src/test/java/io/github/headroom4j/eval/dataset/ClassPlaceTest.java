package io.github.headroom4j.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

class ClassPlaceTest {

    /** Defines classes from bytes, as a loader does that changes them; their code source has no place then. */
    private static final class Redefining extends ClassLoader {

        Class<?> redefine(Class<?> type) throws IOException {
            try (InputStream in = Objects.requireNonNull(
                    type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class"))) {
                byte[] bytes = in.readAllBytes();
                return defineClass(type.getName(), bytes, 0, bytes.length);
            }
        }
    }

    @Test
    void should_name_the_folder_or_the_jar() {
        assertThat(ClassPlace.of(ClassPlace.class))
                .isDirectory()
                .endsWith(Path.of("eval-harness", "target", "classes"));
        assertThat(ClassPlace.of(CSVFormat.class)).isRegularFile().asString().endsWith(".jar");
    }

    @Test
    void should_know_it_of_a_class_whose_code_source_has_no_place() throws IOException {
        Class<?> redefined = new Redefining().redefine(Sha256.class);

        assertThat(redefined).isNotSameAs(Sha256.class);
        assertThat(redefined.getProtectionDomain().getCodeSource().getLocation())
                .isNull();
        assertThat(ClassPlace.of(redefined)).isEqualTo(ClassPlace.of(Sha256.class));
    }

    @Test
    void should_say_of_which_class_the_place_is_no_path() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ClassPlace.of(int.class))
                .withMessageContaining("int");
    }
}
