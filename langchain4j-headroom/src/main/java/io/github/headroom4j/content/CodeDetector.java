package io.github.headroom4j.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Source code: lines with the punctuation of programs, and tokens that speak for one language (see
 * {@link LanguageTable}). Comments and what stands in documentation strings count neither for nor against.
 */
final class CodeDetector implements SampledDetector {

    /** Share of lines with code punctuation among those that are no comments. */
    private static final double MOSTLY_CODE = 0.5;

    /** Score per line of the winning language that is enough. */
    private static final double MIN_SCORE = 0.2;

    /** Share of lines with code punctuation that is enough when hardly any line is made of words: tables of data in code. */
    private static final double SOME_CODE = 0.2;

    /** Share of lines of words in such code. */
    private static final double HARDLY_WORDS = 0.15;

    /** Score per line below which code is taken for code, but no language is named. */
    private static final double MIN_NAMED = 0.05;

    /** Characters of a single line that are enough to call it code: minified files. */
    private static final int MIN_ONE_LINER = 80;

    private static final int MIN_LINES = 2;

    private final LanguageTable table = LanguageTable.standard();

    @Override
    public Optional<Detection> detect(TextSample sample) {
        if (hasFence(sample.lines()) || ProseSigns.isItemised(sample.nonBlank())) {
            return Optional.empty();
        }
        double[] scores = new double[table.names().size()];
        CommentState comments = new CommentState();
        List<String> lines = new ArrayList<>();
        int marked = 0;
        for (String line : sample.nonBlank()) {
            String trimmed = line.strip();
            if (comments.covers(trimmed)) {
                marked += CodeLines.isMarkedComment(line) ? 1 : 0;
            } else {
                lines.add(trimmed);
                table.score(CodeLines.tokens(trimmed), scores);
            }
        }
        String language = interpreter(sample).orElseGet(() -> best(scores));
        double perLine = scores[table.names().indexOf(language)] / Math.max(1, lines.size());
        if (lines.isEmpty() || ProseSigns.isWritten(lines) || !isCode(lines, marked, language, perLine >= MIN_SCORE)) {
            return Optional.empty();
        }
        return Optional.of(new Detection(ContentType.CODE, 0.9, perLine >= MIN_NAMED ? language : null));
    }

    /**
     * Mostly lines with the punctuation of code, or beginning as only few languages' lines begin, or comments that are marked
     * line by line. If hardly any line is made of words, some such lines are enough; if the tokens speak for no language,
     * both must hold.
     */
    private boolean isCode(List<String> lines, int marked, String language, boolean spoken) {
        int code = marked;
        int words = 0;
        for (String line : lines) {
            int inRow = CodeLines.wordsInRow(line);
            boolean like = inRow < CodeLines.SENTENCE
                    && (CodeLines.hasCodePunctuation(line) || table.startsLine(CodeLines.tokens(line, 2), language));
            code += like ? 1 : 0;
            words += !like && inRow >= CodeLines.WORDS ? 1 : 0;
        }
        double share = SampledDetector.share(code, lines.size() + marked);
        boolean wordless = SampledDetector.share(words, lines.size()) <= HARDLY_WORDS;
        double least = wordless ? (spoken ? SOME_CODE : MOSTLY_CODE) : (spoken ? MOSTLY_CODE : 1);
        boolean oneLiner = lines.size() + marked < MIN_LINES;
        boolean telling = wordless && spoken && lines.get(0).length() >= MIN_ONE_LINER;
        return share >= least && (!oneLiner || telling);
    }

    private static boolean hasFence(List<String> lines) {
        String before = "";
        for (String line : lines) {
            if (Fences.isFence(line) && !Fences.underlines(before, line)) {
                return true;
            }
            before = line;
        }
        return false;
    }

    private String best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return table.names().get(best);
    }

    /** The language of the interpreter that the first line names. */
    private static Optional<String> interpreter(TextSample sample) {
        String first = sample.lines().isEmpty() ? "" : sample.lines().get(0);
        if (!first.startsWith("#!")) {
            return Optional.empty();
        }
        for (String name : List.of("python", "ruby", "perl", "node", "php", "lua")) {
            if (first.contains(name)) {
                return Optional.of(name.equals("node") ? "javascript" : name);
            }
        }
        return first.contains("sh") ? Optional.of("shell") : Optional.empty();
    }

    /**
     * Follows block comments and documentation strings from line to line. A cut may begin within a string, so that code and
     * string change places; therefore lines with the punctuation of code count in any case.
     */
    private static final class CommentState {

        private String closedBy = "";

        boolean covers(String trimmed) {
            if (!closedBy.isEmpty()) {
                boolean quoted = closedBy.charAt(0) != '*';
                closedBy = trimmed.contains(closedBy) ? "" : closedBy;
                return closedBy.isEmpty() || !quoted || trimmed.isEmpty() || !CodeLines.hasCodePunctuation(trimmed);
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
