package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.Ask.Kind;
import io.github.headroom4j.eval.question.DiffLines;
import io.github.headroom4j.eval.question.Items;
import io.github.headroom4j.eval.question.Runs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A commit with the essential ones of its changed lines marked: the diff is the tool result. A mark is found by path, sign and text,
 * trailing blanks aside; places are those of the new side, so that a diff without its old numbers says them, too.
 */
final class FixReview {

    private static final String SYSTEM_PROMPT =
            "You review a change. Read the diff, then name the changed lines that matter, as file and line of the new side.";

    private static final String TOOL = "get_diff";

    private FixReview() {}

    static void read(CaseFile record, CaseSink sink) {
        String id = record.text("id");
        String diff = record.text("diff");
        Set<String> marked = marked(record);
        Map<String, List<DiffLines.Line>> found = new TreeMap<>();
        for (DiffLines.Line line : DiffLines.of(diff)) {
            if (line.isChange() && marked.contains(key(line.path(), line.sign(), line.text()))) {
                found.computeIfAbsent(line.path(), any -> new ArrayList<>()).add(line);
            }
        }
        if (found.isEmpty()) {
            sink.dropped("no gold line is in the diff");
            return;
        }
        Set<String> items = new LinkedHashSet<>();
        List<Evidence> evidence = new ArrayList<>();
        found.forEach((path, lines) -> prove(path, lines, items, evidence));
        String subject = record.optionalText("subject");
        RecordedCall call = new RecordedCall(TOOL, Json.arguments("change", id), diff);
        Draft.Proof proof = new Draft.Proof(List.of(call), items, evidence);
        sink.found(Draft.of(
                id,
                DefectsSource.cluster(record),
                SYSTEM_PROMPT,
                new Ask(Kind.ESSENTIAL, subject.strip()).text(),
                proof));
    }

    private static void prove(String path, List<DiffLines.Line> lines, Set<String> items, List<Evidence> evidence) {
        for (Runs.Run run : Runs.of(lines.stream().map(DiffLines.Line::number).toList())) {
            String item = Items.at(path, run.first(), run.last());
            items.add(item);
            lines.stream()
                    .filter(line -> line.number() >= run.first() && line.number() <= run.last())
                    .filter(line -> !line.text().isBlank())
                    .findFirst()
                    .ifPresent(
                            line -> evidence.add(new Evidence(item, 0, (line.sign() + line.text()).stripTrailing())));
        }
    }

    private static Set<String> marked(CaseFile record) {
        Set<String> marked = new HashSet<>();
        for (CaseFile one : record.objects("gold_lines")) {
            String sign = one.text("sign");
            if (!sign.equals("+") && !sign.equals("-")) {
                throw one.mistake("sign", "must be + or -, but is " + sign);
            }
            marked.add(key(one.text("path"), sign.charAt(0), one.text("text")));
        }
        return marked;
    }

    private static String key(String path, char sign, String text) {
        return path + "\n" + sign + text.stripTrailing();
    }
}
