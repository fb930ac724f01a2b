package io.github.headroom4j.compressor.table;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Pace;
import io.github.headroom4j.token.TokenCounter;
import java.util.Optional;

/**
 * A plain notation for documents: JSON without needless quotes, in which arrays of similar records are tables.
 *
 * <pre>
 * {total_count:2,items:@1}
 * &#64;1 /items 2 rows
 * every row: &#64;1 type=User,url=https://example.org/&lt;login&gt;
 * login	id	plan{name,seats}
 * ada	7	pro	5
 * bob	8	free
 * </pre>
 *
 * <p>A table says how many rows it has and which place in the document it stands for. Cells are separated by tabs, or by
 * commas if the title ends in {@code csv}. Columns that follow from others are told once. A blank cell is an absent member,
 * or what the header says it is: {@code (blank=open)}; {@code (blank=above)}, the same as the cell above; {@code
 * (blank=above+1)} or {@code (blank=above+15s)}, so much more than the cell above, as in counters and times. At most nine
 * such cells follow each other before a value is written out again, and a value that is not as expected always is. Then
 * {@code -} is an absent member. {@code null} and {@code ""} are cells of their own. Strings that look like numbers are
 * quoted, or their column is marked {@code ="<>"}; {@code <>} stands for the cell. Long cells that occur again and again
 * have names, told before the columns: {@code *1}; cells that differ in some parts only give these after the name, {@code
 * *2(17;4.2)} for {@code *2=task <> took <> s}.
 *
 * <p>Within objects that are written out, {@code <name>} stands for the text of a member before it, in the same object or
 * in one around it; {@code &1 } before a value gives it a name, and {@code *1} stands for it later, as in YAML.
 * Everything can be read back: values, member order, absence, number lexemes, row order.
 *
 * <p>Stateless and thread-safe.
 */
public final class Notation {

    private Notation() {}

    /**
     * A document.
     *
     * @param root its value
     * @param lines whether it is a sequence of values, one per line, rather than one; the root is then an array of them
     */
    public record Document(Value root, boolean lines) {

        /**
         * This document as JSON.
         *
         * @return JSON without white space, or one JSON value per line
         */
        public String toJson() {
            if (!lines || !(root instanceof Value.Items items)) {
                return root.toJson();
            }
            StringBuilder out = new StringBuilder();
            for (Value value : items.elements()) {
                if (!(value instanceof Value.Elided)) {
                    JsonWriter.write(value, out);
                    out.append('\n');
                }
            }
            return out.toString();
        }
    }

    /**
     * Writes a document.
     *
     * @param document the document; elided runs in it leave notes
     * @param counter what decides whether a table is cheaper than the array as it is
     * @return its text
     */
    public static String write(Document document, TokenCounter counter) {
        return write(document, CompressionContext.of(counter));
    }

    /**
     * The same, under a deadline.
     *
     * @param document what to write
     * @param context the counter and the deadline
     * @return the same as {@link #write(Document, TokenCounter)}
     */
    public static String write(Document document, CompressionContext context) {
        return new DocumentWriter(context).write(document);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param text any text
     * @return the document, with elided runs where there are notes, or empty if the text is not in this notation
     */
    public static Optional<Document> read(String text) {
        return read(text, Pace.unhurried());
    }

    /**
     * The same, under a deadline.
     *
     * @param text a written document
     * @param pace looks at the deadline
     * @return the same as {@link #read(String)}
     */
    public static Optional<Document> read(String text, Pace pace) {
        try {
            return Optional.of(new DocumentReader(text, pace).read());
        } catch (NotationException e) {
            return Optional.empty();
        }
    }
}
