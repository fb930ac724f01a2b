package io.github.headroom4j.eval.importer.tool;

import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.RecordedCall;
import io.github.headroom4j.eval.importer.Draw;
import io.github.headroom4j.eval.question.Ask;
import io.github.headroom4j.eval.question.Ask.Kind;
import io.github.headroom4j.eval.question.Items;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows a change among others of the same file of data, drawn by the seed: no two of one path, since places go by paths. */
final class ReviewBundles {

    private static final String SYSTEM_PROMPT =
            "You mend what a reviewer has found. Read the changes, then name the file and line that the comment speaks of.";

    private final List<Reviewed> all;
    private final int candidates;
    private final long seed;

    ReviewBundles(List<Reviewed> all, int candidates, long seed) {
        this.all = List.copyOf(all);
        this.candidates = candidates;
        this.seed = seed;
    }

    Draft draft(Reviewed one) {
        List<Reviewed> shown = Pick.others(all, one, Reviewed::path, candidates - 1, random("others", one));
        shown.add(one);
        Collections.shuffle(shown, random("order", one));
        String result = shown.stream().map(Reviewed::shown).collect(Collectors.joining("\n"));
        String item = Items.at(one.path(), one.first(), one.last());
        List<Evidence> evidence =
                new ArrayList<>(List.of(new Evidence(item, 0, one.spokenOf().strip())));
        RecordedCall call = new RecordedCall("show_changes", Json.arguments("review", one.id()), result);
        return Draft.of(
                one.id(),
                one.cluster(),
                SYSTEM_PROMPT,
                new Ask(Kind.COMMENTED, one.comment().strip()).text(),
                new Draft.Proof(List.of(call), Set.of(item), evidence));
    }

    private Random random(String purpose, Reviewed one) {
        return Draw.random(seed, purpose, one.id());
    }
}
