package io.github.headroom4j.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Source code: lines with the punctuation of programs, and tokens that speak for one language (see
 * {@link LanguageTable}). Comments and what stands in documentation strings count neither for nor against.
 */
final class CodeDetector implements SampledDetector {

    /** Share of lines with code punctuation among those that are no comments. */
    private static final double MOSTLY_CODE = 0.5;

    /** Score per line of the winning language that is enough. */
    private static final double MIN_SCORE = 0.25;

    private static final int MIN_LINES = 2;

    private final LanguageTable table = LanguageTable.standard();

    @Override
    public Optional<Detection> detect(TextSample sample) {
        Map<String, Double> scores = new HashMap<>();
        CommentState comments = new CommentState();
        int lines = 0;
        int punctuated = 0;
        int commented = 0;
        for (String line : sample.lines()) {
            String trimmed = line.strip();
            if (Fences.isFence(line)) {
                return Optional.empty();
            }
            if (comments.covers(trimmed)) {
                commented++;
            } else if (!trimmed.isEmpty()) {
                lines++;
                punctuated += CodeLines.hasCodePunctuation(trimmed) ? 1 : 0;
                table.score(CodeLines.tokens(trimmed), scores);
            }
        }
        return decide(scores, lines, punctuated, commented);
    }

    private Optional<Detection> decide(Map<String, Double> scores, int lines, int punctuated, int commented) {
        String language = table.names().get(0);
        for (String name : table.names()) {
            if (scores.getOrDefault(name, 0.0) > scores.getOrDefault(language, 0.0)) {
                language = name;
            }
        }
        double perLine = lines == 0 ? 0 : scores.getOrDefault(language, 0.0) / lines;
        double share = SampledDetector.share(punctuated, lines);
        boolean enough = lines >= MIN_LINES && perLine >= MIN_SCORE && commented <= 20 * lines;
        if (!enough || share < MOSTLY_CODE) {
            return Optional.empty();
        }
        return Optional.of(new Detection(ContentType.CODE, 0.9, language));
    }

    /** Follows block comments and documentation strings from line to line. */
    private static final class CommentState {

        private String closedBy = "";

        boolean covers(String trimmed) {
            if (!closedBy.isEmpty()) {
                closedBy = trimmed.contains(closedBy) ? "" : closedBy;
                return true;
            }
            if (trimmed.startsWith("/*") && !trimmed.contains("*/")) {
                closedBy = "*/";
            }
            for (String quotes : List.of("\"\"\"", "'''")) {
                int first = trimmed.indexOf(quotes);
                if (first >= 0 && first <= 1) {
                    closedBy = trimmed.indexOf(quotes, first + 3) < 0 ? quotes : "";
                    return true;
                }
            }
            return CodeLines.isComment(trimmed);
        }
    }
}
