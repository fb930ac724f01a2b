package io.github.headroom4j.content;

import java.util.List;
import java.util.Optional;

/** Formats of configuration and markup, told by the shape of their lines: XML, YAML, TOML and INI, properties, cut JSON. */
final class ConfigDetector implements SampledDetector {

    private static final double MOSTLY = 0.6;
    private static final double NEARLY_ALL = 0.85;
    private static final int MIN_LINES = 3;

    @Override
    public Optional<Detection> detect(TextSample sample) {
        List<String> lines = sample.nonBlank().stream()
                .filter(line -> !isRemark(line.strip()))
                .toList();
        if (lines.size() < MIN_LINES || sample.lines().stream().anyMatch(Fences::isFence)) {
            return Optional.empty();
        }
        String language = language(lines);
        return language.isEmpty() ? Optional.empty() : Optional.of(new Detection(ContentType.CODE, 0.85, language));
    }

    private static String language(List<String> lines) {
        if (lines.get(0).startsWith("<?xml") || isXml(lines)) {
            return "xml";
        }
        if (SampledDetector.isShare(NEARLY_ALL, lines, ConfigDetector::isJson)) {
            return "json";
        }
        if (SampledDetector.isShare(
                NEARLY_ALL, lines, line -> isPair(line, '=') || isSection(line) || isListItem(line))) {
            return lines.stream().anyMatch(ConfigDetector::isSection) ? "toml" : "properties";
        }
        return isYaml(lines) ? "yaml" : "";
    }

    private static boolean isXml(List<String> lines) {
        return SampledDetector.isShare(MOSTLY, lines, ConfigDetector::isXml) && !HtmlDetector.isMarkedOtherwise(lines);
    }

    private static boolean isYaml(List<String> lines) {
        if (!SampledDetector.isShare(
                NEARLY_ALL, lines, line -> isPair(line, ':') || line.strip().startsWith("- "))) {
            return false;
        }
        int nested = SampledDetector.count(lines, line -> Ascii.blanks(line, 0) > 0);
        int keys = SampledDetector.count(lines, line -> isPair(line, ':'));
        boolean start = lines.get(0).equals("---") || nested * 4 >= lines.size();
        return start && keys * 3 >= lines.size();
    }

    private static boolean isRemark(String trimmed) {
        return trimmed.startsWith("#") || trimmed.startsWith(";") || trimmed.startsWith("!");
    }

    private static boolean isXml(String line) {
        String trimmed = line.strip();
        char next = Ascii.at(trimmed, 1);
        boolean opens = trimmed.charAt(0) == '<' && (Ascii.isLetter(next) || next == '/' || next == '!' || next == '?');
        return opens || trimmed.endsWith("/>") || trimmed.endsWith("-->");
    }

    private static boolean isJson(String line) {
        String trimmed = line.strip();
        String bare = trimmed.endsWith(",") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
        if (bare.isEmpty()) {
            return false;
        }
        char last = bare.charAt(bare.length() - 1);
        boolean bracket = bare.length() <= 2 && "{}[]".indexOf(last) >= 0;
        boolean key = bare.charAt(0) == '"' && bare.indexOf("\":") > 0;
        return bracket || key || (bare.charAt(0) == '"' && last == '"') || Ascii.digits(bare, 0) == bare.length();
    }

    private static boolean isSection(String line) {
        String trimmed = line.strip();
        return trimmed.length() > 2 && trimmed.charAt(0) == '[' && trimmed.endsWith("]") && trimmed.indexOf(' ') < 0;
    }

    private static boolean isListItem(String line) {
        String trimmed = line.strip();
        char first = trimmed.charAt(0);
        return ((first == '"' || first == '\'') && (trimmed.endsWith(",") || trimmed.endsWith("\"")))
                || trimmed.equals("]");
    }

    /** A key of word characters, dots, dashes and quotes, then the separator; no statement of a program. */
    private static boolean isPair(String line, char separator) {
        String trimmed = line.strip();
        int start = trimmed.startsWith("- ") ? 2 + Ascii.blanks(trimmed, 2) : 0;
        int end = start;
        while (end < trimmed.length()
                && (Ascii.isWord(trimmed.charAt(end)) || ".-\"'/$@*".indexOf(trimmed.charAt(end)) >= 0)) {
            end++;
        }
        int at = separator == '=' ? end + Ascii.blanks(trimmed, end) : end;
        char after = Ascii.at(trimmed, at + 1);
        boolean separated = end > start && Ascii.at(trimmed, at) == separator && after != separator;
        boolean statement = trimmed.endsWith(";") || trimmed.endsWith("{") || trimmed.endsWith("(");
        return separated && !statement && (separator == '=' || after == ' ' || after == '\0');
    }
}
