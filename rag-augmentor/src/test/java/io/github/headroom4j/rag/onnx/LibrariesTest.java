package io.github.headroom4j.rag.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What users see who have not added the optional dependencies. */
class LibrariesTest {

    /** Loads this package anew, as if some packages were on no class path. */
    private static final class Without extends ClassLoader {

        private final String absent;

        Without(String absent) {
            super(LibrariesTest.class.getClassLoader());
            this.absent = absent;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(absent)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(Libraries.class.getPackageName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? defined(name) : known;
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static Throwable loading(String absent) throws ReflectiveOperationException {
        Class<?> scorer = new Without(absent).loadClass(OnnxPruningScorer.class.getName());
        Throwable thrown =
                catchThrowable(() -> scorer.getMethod("load", Path.class).invoke(null, TinyModels.PAIR_WORDPIECE));
        assertThat(thrown).isInstanceOf(InvocationTargetException.class);
        return Objects.requireNonNull(thrown.getCause(), "cause");
    }

    @Test
    void should_name_the_artifact_that_is_absent() throws ReflectiveOperationException {
        assertThat(loading("ai.onnxruntime."))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("com.microsoft.onnxruntime:onnxruntime")
                .hasMessageContaining("optional dependency");
        assertThat(loading("ai.djl."))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ai.djl.huggingface:tokenizers");
    }
}
