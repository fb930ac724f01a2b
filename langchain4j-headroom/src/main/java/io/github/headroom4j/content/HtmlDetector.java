package io.github.headroom4j.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An HTML page, or a fragment in which tags of HTML abound. */
final class HtmlDetector implements SampledDetector {

    private static final Set<String> TAGS = Set.of(
            "html",
            "head",
            "body",
            "title",
            "meta",
            "link",
            "script",
            "style",
            "div",
            "span",
            "p",
            "a",
            "ul",
            "ol",
            "li",
            "table",
            "thead",
            "tbody",
            "tr",
            "td",
            "th",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "br",
            "hr",
            "img",
            "form",
            "input",
            "button",
            "label",
            "select",
            "option",
            "nav",
            "header",
            "footer",
            "section",
            "article",
            "main",
            "aside",
            "pre",
            "code",
            "strong",
            "em",
            "b",
            "i",
            "small",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "figure",
            "iframe",
            "svg",
            "textarea",
            "tt",
            "font",
            "center",
            "caption",
            "col",
            "sup",
            "sub",
            "kbd",
            "details",
            "summary",
            "u",
            "var");

    private static final int LONGEST_TAG = 10;

    /** Lines among which the page's own beginning is sought. */
    private static final int TOP = 20;

    private static final int MIN_TAGS = 4;

    /** Tags per line from which a text is a fragment of a page. */
    private static final double DENSE = 0.7;

    /** Share of lines that begin or end with a tag. */
    private static final double FRAMED = 0.4;

    /** Tags, and tags per line, of a page's running text, where most lines are words. */
    private static final int MANY_TAGS = 12;

    private static final double SPARSE = 0.3;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank();
        int tags = lines.stream().mapToInt(HtmlDetector::tags).sum();
        if (tags == 0 || lines.stream().anyMatch(HtmlDetector::isScriptWithTags)) {
            return Optional.empty();
        }
        boolean page = lines.stream().limit(TOP).anyMatch(HtmlDetector::startsPage);
        if (page && lines.get(0).strip().startsWith("<")) {
            return Optional.of(Detection.of(ContentType.HTML, 0.98));
        }
        int framed = SampledDetector.count(lines, HtmlDetector::isFramed);
        boolean dense = tags >= DENSE * lines.size() && SampledDetector.share(framed, lines.size()) >= FRAMED;
        boolean text = tags >= MANY_TAGS && tags >= SPARSE * lines.size();
        return tags >= MIN_TAGS && (dense || text) && !isMarkedOtherwise(lines)
                ? Optional.of(Detection.of(ContentType.HTML, 0.85))
                : Optional.empty();
    }

    /** Markdown and the comments of programs may hold tags, too. */
    static boolean isMarkedOtherwise(List<String> lines) {
        int others = SampledDetector.count(
                lines,
                line -> MarkdownDetector.isHeading(line)
                        || Fences.isFence(line)
                        || line.contains("](")
                        || (CodeLines.isMarkedComment(line) && tags(line) > 0));
        return others >= 2;
    }

    private static boolean startsPage(String line) {
        String start = line.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    /** Components of JavaScript frameworks mix tags into code. */
    private static boolean isScriptWithTags(String line) {
        return line.contains("className=") || line.startsWith("import ") || line.startsWith("export ");
    }

    private static boolean isFramed(String line) {
        String trimmed = line.strip();
        return trimmed.startsWith("<") || trimmed.endsWith(">");
    }

    /** How many tags of HTML open or close in a line. */
    static int tags(String line) {
        int tags = 0;
        int at = line.indexOf('<');
        while (at >= 0) {
            int start = Ascii.at(line, at + 1) == '/' ? at + 2 : at + 1;
            int end = start;
            while (end < line.length() && end - start < LONGEST_TAG && Ascii.isWord(line.charAt(end))) {
                end++;
            }
            boolean closed = " >/\0".indexOf(Ascii.at(line, end)) >= 0;
            tags += closed && TAGS.contains(line.substring(start, end).toLowerCase(Locale.ROOT)) ? 1 : 0;
            at = line.indexOf('<', at + 1);
        }
        return tags;
    }
}
