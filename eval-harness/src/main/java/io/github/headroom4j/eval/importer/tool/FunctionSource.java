package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.dataset.SourceFile;
import io.github.headroom4j.eval.importer.Draw;
import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.Ask.Kind;
import io.github.headroom4j.eval.question.Items;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Functions with what they do. The query is {@code doc} (CoSQA) or the first sentence of {@code docstring} (CodeSearchNet), whose lines
 * are then taken out of the code; the tool result is a search's answer: this function among others drawn from the same file.
 */
final class FunctionSource implements CaseSource {

    private static final String SYSTEM_PROMPT =
            "You look for code. Read what the search has found, then name the function that does what is asked.";

    /** Functions that a search returns unless asked otherwise. */
    private static final int CANDIDATES = 20;

    /** All functions together have at most so many characters, which are kept in memory: 128 Mi. */
    static final int MAX_CHARS = 128 << 20;

    @Override
    public void read(Path input, ToolOptions options, CaseSink sink) {
        List<KnownFunction> all = new ArrayList<>();
        List<KnownFunction> asked = new ArrayList<>();
        long[] chars = {0};
        SourceFile.of(input).records((record, number) -> {
            KnownFunction one = KnownFunction.of(record, all.size());
            chars[0] += one.code().length();
            if (chars[0] > MAX_CHARS) {
                throw new DatasetException(
                        input + ": its code has more than " + MAX_CHARS + " characters; split the file");
            }
            all.add(one);
            String reason = refusal(record, one);
            if (reason.isEmpty()) {
                asked.add(one);
            } else {
                sink.dropped(reason);
            }
        });
        asked.forEach(one -> sink.found(draft(one, all, options)));
    }

    private static String refusal(CaseFile record, KnownFunction one) {
        if (one.query().isBlank()) {
            return "no query and no documentation";
        }
        if (one.code().isBlank()) {
            return "no code but documentation";
        }
        boolean negative = record.has("label") && record.raw("label").asInt(1) == 0;
        return negative ? "labelled as no answer" : "";
    }

    private static Draft draft(KnownFunction one, List<KnownFunction> all, ToolOptions options) {
        int wanted = options.candidatesOr(CANDIDATES) - 1;
        List<KnownFunction> hits =
                Pick.others(all, one, KnownFunction::code, wanted, Draw.random(options.seed(), "others", one.symbol()));
        hits.removeIf(
                other -> other.symbol().equals(one.symbol()) || other.query().equals(one.query()));
        hits.add(one);
        Collections.shuffle(hits, Draw.random(options.seed(), "order", one.symbol()));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (KnownFunction hit : hits) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("path", hit.path());
            row.put("symbol", hit.symbol());
            row.put("language", hit.language());
            row.put("code", hit.code());
            rows.add(row);
        }
        String item = Items.symbol(one.symbol());
        RecordedCall call = new RecordedCall("search_code", Json.arguments("query", one.query()), Json.of(rows));
        Evidence evidence = new Evidence(item, 0, one.symbol());
        return Draft.of(
                one.symbol(),
                one.cluster(),
                SYSTEM_PROMPT,
                new Ask(Kind.SYMBOL, one.query()).text(),
                new Draft.Proof(List.of(call), Set.of(item), List.of(evidence)));
    }
}
