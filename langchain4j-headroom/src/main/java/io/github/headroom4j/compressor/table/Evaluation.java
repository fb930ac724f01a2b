package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.table.Expression.Part;
import io.github.headroom4j.compressor.table.Expression.Template;
import io.github.headroom4j.compressor.table.Value.Literal;
import io.github.headroom4j.compressor.table.Value.Text;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an expression is worth in a row. */
final class Evaluation {

    private Evaluation() {}

    /**
     * The value of a template one of whose parts has no text.
     *
     * @return absent if a part is absent, else null if a part is null, else {@code ""} as a sign that all have text
     */
    static @Nullable Value withoutText(Template template, Function<Part, @Nullable Value> values) {
        Value worst = new Text("");
        for (Part part : template.parts()) {
            Value value = part.isReference() ? values.apply(part) : worst;
            if (value == null) {
                return null;
            }
            worst = Literal.NULL.equals(value) ? value : worst;
        }
        return worst;
    }

    /** The value of a template in a row. */
    static @Nullable Value of(Template template, String cell, Function<Part, @Nullable Value> values) {
        Value obstacle = withoutText(template, values);
        if (!(obstacle instanceof Text)) {
            return obstacle;
        }
        StringBuilder text = new StringBuilder();
        for (Part part : template.parts()) {
            if (part.isReference()) {
                text.append(text(values.apply(part)));
            } else {
                text.append(part.isHole() ? cell : part.literal());
            }
        }
        return new Text(text.toString());
    }

    private static String text(@Nullable Value value) {
        if (value instanceof Text text) {
            return text.text();
        }
        if (value instanceof Literal literal) {
            return literal.lexeme();
        }
        throw new NotationException("a template refers to a column that is not text");
    }
}
