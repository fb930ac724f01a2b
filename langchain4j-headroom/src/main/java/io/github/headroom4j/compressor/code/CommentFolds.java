package io.github.headroom4j.compressor.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shortens comments to their first sentence and licences to a note. A comment is one in slashes and stars, a
 * documentation string, or a run of line comments. Linear in the comments.
 */
final class CommentFolds {

    /** A sentence without an end is cut after so many lines. */
    private static final int MAX_SENTENCE_LINES = 6;

    private final SourceText source;
    private final String text;

    CommentFolds(SourceText source) {
        this.source = source;
        text = source.text();
    }

    /** Runs of line comments and single other comments, ascending. */
    List<Span> groups(List<Span> comments) {
        List<Span> groups = new ArrayList<>();
        for (int i = 0; i < comments.size(); ) {
            int next = endOfRun(comments, i);
            groups.add(new Span(comments.get(i).start(), comments.get(next - 1).end()));
            i = next;
        }
        return groups;
    }

    private int endOfRun(List<Span> comments, int first) {
        int next = first + 1;
        while (next < comments.size() && follows(comments.get(next - 1), comments.get(next))) {
            next++;
        }
        return next;
    }

    /** Whether two line comments stand on lines of their own, one below the other. */
    private boolean follows(Span one, Span other) {
        int line = source.lineAt(one.start());
        return isLineComment(one)
                && isLineComment(other)
                && source.lineAt(other.start()) == line + 1
                && source.indent(line) == one.start() - source.start(line)
                && source.indent(line + 1) == one.start() - source.start(line)
                && source.indent(line + 1) == other.start() - source.start(line + 1);
    }

    private boolean isLineComment(Span comment) {
        return text.startsWith("//", comment.start()) || text.startsWith("#", comment.start());
    }

    /** The comment shortened to its first sentence, a licence to nothing; empty if it is short already. */
    Optional<Fold> fold(Span comment) {
        int first = source.lineAt(comment.start());
        int last = source.lineAt(Math.max(comment.start(), comment.end() - 1));
        return first == last ? Optional.empty() : isLineComment(comment) ? foldLines(comment) : foldBlock(comment);
    }

    /** Whole lines, since a note within a line comment would make the next line code. */
    private Optional<Fold> foldLines(Span comment) {
        int first = source.lineAt(comment.start());
        String mark = text.startsWith("///", comment.start())
                ? "/// "
                : text.startsWith("//", comment.start()) ? "// " : "# ";
        if (isLicence(comment)) {
            return Optional.of(Fold.noted(comment.start(), comment.end(), mark, ""));
        }
        int last = source.lineAt(comment.end() - 1);
        int shown = first;
        while (shown < last && shown - first < MAX_SENTENCE_LINES && !endsSentence(shown)) {
            shown++;
        }
        while (shown > first && isEmptyComment(shown)) {
            shown--;
        }
        String indent = text.substring(source.start(first), comment.start());
        return shown == last
                ? Optional.empty()
                : Optional.of(Fold.noted(source.end(shown), comment.end(), "\n" + indent + mark, ""));
    }

    private boolean endsSentence(int line) {
        String content = text.substring(source.start(line), source.end(line)).strip();
        int last = content.isEmpty() ? ' ' : content.charAt(content.length() - 1);
        return isEmptyComment(line) || last == '.' || last == '!' || last == '?' || content.contains(". ");
    }

    private boolean isEmptyComment(int line) {
        return text.substring(source.start(line), source.end(line))
                .chars()
                .allMatch(c -> c == '/' || c == '#' || c == '!' || c <= ' ');
    }

    private Optional<Fold> foldBlock(Span comment) {
        String content = text.substring(comment.start(), comment.end());
        int closing = content.endsWith("*/") ? 2 : content.endsWith("\"\"\"") || content.endsWith("'''") ? 3 : 0;
        int opening = Math.max(content.startsWith("/**") ? 3 : content.startsWith("/*") ? 2 : 0, quotes(content));
        if (closing == 0 || opening == 0 || content.length() < opening + closing) {
            return Optional.empty();
        }
        String end = content.substring(content.length() - closing);
        String start = content.substring(0, opening) + (closing == 2 ? " " : "");
        String space = closing == 2 ? " " : "";
        if (isLicence(comment) && closing == 2) {
            return Optional.of(Fold.noted(comment.start(), comment.end(), start, space + end));
        }
        int shown = Math.min(firstSentence(content, opening, content.length() - closing), content.length() - closing);
        boolean all = content.substring(shown, content.length() - closing).isBlank();
        String sentence = start + joined(content.substring(opening, shown));
        return Optional.of(
                all
                        ? new Fold(comment.start(), comment.end(), sentence + space, end, Span.NONE)
                        : new Fold(
                                comment.start(),
                                comment.end(),
                                sentence + " ",
                                space + end,
                                new Span(comment.start() + shown, comment.end() - closing)));
    }

    /** The length of a documentation string's prefix and opening marks, or 0. */
    private static int quotes(String content) {
        int prefix = !content.isEmpty() && Character.isLetter(content.charAt(0)) ? 1 : 0;
        return content.startsWith("\"\"\"", prefix) || content.startsWith("'''", prefix) ? prefix + 3 : 0;
    }

    /** On one line, without the stars at the lines' beginnings. */
    private static String joined(String lines) {
        StringBuilder joined = new StringBuilder();
        lines.lines().forEach(line -> {
            int from = 0;
            while (from < line.length() && isMargin(line.charAt(from))) {
                from++;
            }
            String words = line.substring(from).strip();
            joined.append(joined.isEmpty() || words.isEmpty() ? "" : " ").append(words);
        });
        return joined.toString();
    }

    boolean isLicence(Span comment) {
        String lower = text.substring(comment.start(), comment.end()).toLowerCase(Locale.ROOT);
        return lower.contains("license") || lower.contains("licence") || lower.contains("copyright");
    }

    /** The length of a comment up to the end of its first sentence, or all of it if that is its last. */
    private static int firstSentence(String comment, int opening, int end) {
        boolean text = false;
        for (int i = opening; i < end - 1; i++) {
            char c = comment.charAt(i);
            if (text && (c == '.' || c == '!' || c == '?') && comment.charAt(i + 1) <= ' ') {
                return comment.substring(i + 1, end).isBlank() ? comment.length() : i + 1;
            }
            if (text && endsParagraph(comment, i)) {
                return endOfText(comment, i);
            }
            text |= c > ' ' && c != '*';
        }
        return comment.length();
    }

    private static boolean endsParagraph(String comment, int at) {
        return switch (comment.charAt(at)) {
            case '@', ':' -> isLineStart(comment, at);
            case '<' -> comment.startsWith("<p>", at);
            case '\n' -> isEmptyLine(comment, at + 1);
            default -> false;
        };
    }

    private static boolean isEmptyLine(String comment, int start) {
        int i = start;
        while (i < comment.length() && comment.charAt(i) != '\n' && isMargin(comment.charAt(i))) {
            i++;
        }
        return i < comment.length() && comment.charAt(i) == '\n';
    }

    private static boolean isMargin(char c) {
        return c == ' ' || c == '\t' || c == '*' || c == '\r';
    }

    private static boolean isLineStart(String comment, int at) {
        int i = at - 1;
        while (i >= 0 && isMargin(comment.charAt(i))) {
            i--;
        }
        return i >= 0 && comment.charAt(i) == '\n';
    }

    private static int endOfText(String comment, int before) {
        int end = before;
        while (end > 2 && (comment.charAt(end - 1) <= ' ' || comment.charAt(end - 1) == '*')) {
            end--;
        }
        return end;
    }
}
