package io.github.headroom4j.eval.workload.rag;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * The description of a documentation comment as HTML: block tags are gone and inline tags have become what the Javadoc
 * tool would show. Linear in the length of the comment.
 *
 * <p>Not by JavaParser's reader of comments: it ends an inline tag at the first closing brace, and so cuts every
 * <code>{@code ...}</code> that holds a block of code.
 */
final class JavadocHtml {

    private static final Pattern LINE_START = Pattern.compile("(?m)^[ \\t]*+\\*++ ?");
    /** Annotations in examples begin with a capital letter, as do two tags for tools. */
    private static final Pattern BLOCK_TAG =
            Pattern.compile("(?m)^[ \\t]*+@(?:[a-z]|(?:Not)?ThreadSafe\\b|Immutable\\b)");

    private static final Pattern SNIPPET_ATTRIBUTES = Pattern.compile("^[^:\n]*+:");

    private static final Pattern TARGET = Pattern.compile("[^\\s(]++(?:\\([^()]*+\\))?");
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z][a-z0-9_]*+\\.)++(?=[A-Z])");

    private static final Set<String> INVISIBLE = Set.of("docRoot", "inheritDoc", "value");

    private final String comment;
    private final StringBuilder html = new StringBuilder();

    private JavadocHtml(String comment) {
        this.comment = comment;
    }

    /**
     * Renders.
     *
     * @param comment without its delimiters, with the asterisks of its lines
     */
    static String of(String comment) {
        String lines = LINE_START.matcher(comment.replace("\r\n", "\n")).replaceAll("");
        Matcher tags = BLOCK_TAG.matcher(lines);
        return new JavadocHtml(tags.find() ? lines.substring(0, tags.start()) : lines).render();
    }

    /** Names of types as prose has them: {@code Map<String, Duration>} for the qualified names. */
    static String withoutPackages(String types) {
        return PACKAGE.matcher(types).replaceAll("");
    }

    private String render() {
        int at = 0;
        for (int tag = comment.indexOf("{@"); tag >= 0; tag = comment.indexOf("{@", at)) {
            html.append(comment, at, tag);
            int end = closingBrace(tag);
            inline(comment.substring(tag + 2, end));
            at = Math.min(end + 1, comment.length());
        }
        return html.append(comment, at, comment.length()).toString();
    }

    /** The brace that closes the tag, or the end of a comment in which it is missing. */
    private int closingBrace(int tag) {
        int depth = 0;
        for (int i = tag; i < comment.length(); i++) {
            char c = comment.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return comment.length();
    }

    private void inline(String tag) {
        int nameEnd = 0;
        while (nameEnd < tag.length() && Character.isLetter(tag.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = tag.substring(0, nameEnd);
        String content = tag.substring(nameEnd);
        if (name.startsWith("link")) {
            html.append(linkText(content.strip()));
        } else if (name.equals("snippet")) {
            html.append("<pre>")
                    .append(Entities.escape(SNIPPET_ATTRIBUTES.matcher(content).replaceFirst("")))
                    .append("</pre>");
        } else if (!INVISIBLE.contains(name)) {
            // One blank separates the name from what is shown; in a block of code, indentation follows it.
            html.append(Entities.escape(content.replaceFirst("^[ \\t]", "")));
        }
    }

    /** The label if there is one, which may hold HTML; otherwise the target, without packages. */
    private static String linkText(String content) {
        Matcher target = TARGET.matcher(content);
        if (!target.lookingAt()) {
            return Entities.escape(content);
        }
        String label = content.substring(target.end()).strip();
        if (!label.isEmpty()) {
            return of(label);
        }
        String member = withoutPackages(target.group()).replace('#', '.');
        return Entities.escape(member.startsWith(".") ? member.substring(1) : member);
    }
}
