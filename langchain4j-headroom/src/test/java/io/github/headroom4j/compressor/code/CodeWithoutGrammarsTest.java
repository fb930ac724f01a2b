package io.github.headroom4j.compressor.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.headroom4j.compressor.Compressor;
import io.github.headroom4j.compressor.CompressorContract;
import io.github.headroom4j.original.NamedParts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.jqwik.api.Example;

/** As for those who do not add the optional jars. */
class CodeWithoutGrammarsTest extends CompressorContract {

    @Override
    protected Compressor compressor() {
        return new CodeCompressor(new Languages((language, deadline) -> List.of()));
    }

    @Override
    protected List<String> typicalTexts() {
        return List.of(CodeCompressorTest.JAVA, CodeCompressorTest.PYTHON, CodeCompressorTest.GO);
    }

    @Example
    void classes_that_are_missing_do_no_harm() throws ReflectiveOperationException {
        ClassLoader bare = new WithoutTreeSitter(CodeWithoutGrammarsTest.class.getClassLoader());
        NamedParts parts = (NamedParts)
                bare.loadClass(CodeCompressor.class.getName()).getConstructor().newInstance();
        assertThat(parts.getClass()).isNotEqualTo(CodeCompressor.class);
        assertThat(parts.partsOf(CodeCompressorTest.PYTHON))
                .extracting(NamedParts.Part::name)
                .containsExactly("WordCounter", "WordCounter#count_words", "WordCounter#reset");
    }

    /** Sees all classes but tree-sitter's, and reads the compressor's own anew, so that they meet their absence. */
    private static final class WithoutTreeSitter extends ClassLoader {

        WithoutTreeSitter(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.treesitter.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.headroom4j.compressor.code.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
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
}
