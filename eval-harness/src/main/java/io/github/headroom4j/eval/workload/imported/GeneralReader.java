package io.github.headroom4j.eval.workload.imported;

import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.DiffLines;
import io.github.headroom4j.eval.question.Items;
import io.github.headroom4j.eval.question.Runs;
import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers any question of {@link Ask} from what the request shows, one rule per kind, the same in all arms:
 *
 * <ul>
 *   <li>lines of a template, and how many: those shown that fit it; a note that counts entries alike counts as it says, see
 *       {@link LogAnswers}, which searches the original where a folded log leaves the answer open;
 *   <li>first line of a component at a level: the first shown that names both as whole words;
 *   <li>anomalies: the lines shown that speak of an error by level or word, which is no label and so wrong at times;
 *   <li>essential changes: every run of changed lines in what is neither a test nor a document;
 *   <li>a place in files, a comment's line, a function, a line that answers: what shares most words with the question, see
 *       {@link Relevance}.
 * </ul>
 *
 * It knows no gold answer, no data set and no label. What it gets wrong it gets wrong in every arm; the figures are about the
 * difference. Stateless and thread-safe.
 */
final class GeneralReader implements Reader {

    private static final String ASIDE_FOLDER = "(?:^|(?<=/))(?:tests?|docs?|src/(?:test|site|changes))/";

    private static final Pattern ASIDE = Pattern.compile("(?i)(?:(?!" + ASIDE_FOLDER + ").)*+" + ASIDE_FOLDER
            + ".*+|.*tests?\\.\\w+|.*\\.(?:md|txt|xml|html|rst|properties|yml)");

    private final Relevance relevance = new Relevance();

    @Override
    public List<Lookup> lookups(String question, List<Seen> seen) {
        return Ask.of(question)
                .filter(ask -> LogAnswers.answers(ask.kind()))
                .map(ask -> LogAnswers.lookups(ask, seen))
                .orElse(List.of());
    }

    @Override
    public List<String> answer(String question, List<Seen> seen) {
        Optional<Ask> ask = Ask.of(question);
        return ask.map(one -> answer(one, seen)).orElse(List.of());
    }

    private List<String> answer(Ask ask, List<Seen> seen) {
        return switch (ask.kind()) {
            case COUNT, QUOTE, FIRST, ANOMALIES -> LogAnswers.answer(ask, seen);
            case ESSENTIAL -> essential(seen);
            case LOCALISE -> localised(ask.about(), seen);
            case COMMENTED -> commented(ask.about(), seen);
            case SYMBOL ->
                relevance.bestSymbol(ask.about(), seen).map(Items::symbol).stream()
                        .toList();
            case PASSAGE ->
                relevance
                        .best(
                                ask.about(),
                                ShownEntry.in(seen).stream()
                                        .map(ShownEntry::text)
                                        .toList())
                        .map(Items::line)
                        .stream()
                        .toList();
            case GAPS -> List.of();
        };
    }

    private static List<String> essential(List<Seen> seen) {
        Map<String, Set<Integer>> changed = new LinkedHashMap<>();
        for (Seen one : seen) {
            for (DiffLines.Line line : DiffLines.of(one.text())) {
                if (line.isChange() && !ASIDE.matcher(line.path()).matches()) {
                    changed.computeIfAbsent(line.path(), any -> new LinkedHashSet<>())
                            .add(line.number());
                }
            }
        }
        List<String> items = new ArrayList<>();
        changed.forEach((path, numbers) ->
                Runs.of(numbers).forEach(run -> items.add(Items.at(path, run.first(), run.last()))));
        return items;
    }

    private List<String> localised(String about, List<Seen> seen) {
        Optional<Seen> file = relevance.bestFile(about, seen);
        if (file.isEmpty()) {
            return List.of();
        }
        String path = ShownFile.path(file.get());
        List<String> items = new ArrayList<>(List.of(Items.file(path)));
        List<ShownFile.Line> lines = ShownFile.lines(file.get());
        relevance
                .bestAt(about, lines.stream().map(ShownFile.Line::text).toList())
                .ifPresent(at -> items.add(Items.at(path, lines.get(at).number())));
        return items;
    }

    private List<String> commented(String about, List<Seen> seen) {
        List<ShownFile.Line> lines = new ArrayList<>();
        for (Seen one : seen) {
            List<DiffLines.Line> diff = DiffLines.of(one.text());
            diff.forEach(line -> lines.add(new ShownFile.Line(line.path(), line.number(), line.text())));
            if (diff.isEmpty()) {
                lines.addAll(ShownFile.listed(one.text()));
            }
        }
        return relevance
                .bestAt(about, lines.stream().map(ShownFile.Line::text).toList())
                .map(at -> Items.at(lines.get(at).path(), lines.get(at).number()))
                .stream()
                .toList();
    }
}
