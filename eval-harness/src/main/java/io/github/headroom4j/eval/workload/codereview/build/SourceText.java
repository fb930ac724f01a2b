package io.github.headroom4j.eval.workload.codereview.build;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A file of a source tree for the compiler, which names it in messages by its path in the tree. Immutable. */
final class SourceText extends SimpleJavaFileObject {

    private final String path;
    private final String text;

    SourceText(String path, String text) {
        super(URI.create("tree:///" + path), Kind.SOURCE);
        this.path = path;
        this.text = text;
    }

    @Override
    public String getName() {
        return path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
