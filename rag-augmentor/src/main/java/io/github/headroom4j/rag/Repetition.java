package io.github.headroom4j.rag;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.passage.PassagePieces;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What passages say that others have said before: duplicates, near-duplicates, and where neighbouring chunks overlap. Linear in
 * the text, but for the edges of passages, which are looked for in all others.
 */
final class Repetition {

    /** Characters from which the end of one passage and the beginning of another are taken for an overlap. */
    private static final int MIN_OVERLAP = 20;

    /** Units in common from which two passages overlap, so that even short equal ones say the same. */
    private static final int MIN_COMMON = 2;

    private final PassageSet set;
    private final CompressionContext context;
    private final BitSet repeated;

    private Repetition(PassageSet set, CompressionContext context) {
        this.set = set;
        this.context = context;
        List<String> texts = set.units().stream().map(unit -> unit.text()).toList();
        this.repeated = PassagePieces.repeated(texts, context);
    }

    /** The units that need not be shown; of two that say the same, the later. */
    static BitSet in(PassageSet set, CompressionContext context) {
        Repetition repetition = new Repetition(set, context);
        repetition.addCommon();
        repetition.addCut();
        return repetition.repeated;
    }

    private void addCommon() {
        Map<String, List<Integer>> holders = new HashMap<>();
        for (int passage = 0; passage < set.passages().size(); passage++) {
            context.checkDeadline();
            Map<Integer, BitSet> common = new HashMap<>();
            for (int unit = set.firstUnit(passage); unit < set.firstUnit(passage + 1); unit++) {
                for (int other : holders.getOrDefault(text(unit), List.of())) {
                    common.computeIfAbsent(other, key -> new BitSet()).set(unit);
                }
            }
            common.values().stream()
                    .filter(units -> units.cardinality() >= MIN_COMMON)
                    .forEach(repeated::or);
            Set<String> own = new TreeSet<>();
            for (int unit = set.firstUnit(passage); unit < set.firstUnit(passage + 1); unit++) {
                own.add(text(unit));
            }
            int here = passage;
            // Of passages that are all alike, the first two are enough to find the others.
            own.forEach(text -> {
                List<Integer> known = holders.computeIfAbsent(text, key -> new ArrayList<>());
                if (known.size() < MIN_COMMON) {
                    known.add(here);
                }
            });
        }
    }

    /** A sentence at the edge of a chunk may be cut, and stand whole in its neighbour. */
    private void addCut() {
        for (int passage = 0; passage < set.passages().size(); passage++) {
            context.checkDeadline();
            int first = set.firstUnit(passage);
            int last = set.firstUnit(passage + 1) - 1;
            if (last >= first) {
                repeated.set(first, repeated.get(first) || isCut(first));
                repeated.set(last, repeated.get(last) || isCut(last));
            }
        }
    }

    private boolean isCut(int unit) {
        int own = set.units().get(unit).passage();
        String text = text(unit);
        for (int other = 0;
                text.length() >= MIN_OVERLAP && other < set.passages().size();
                other++) {
            if (other != own
                    && set.passages().get(other).contains(text)
                    && (other < own || !set.passages().get(own).contains(wholeUnit(other, text)))) {
                return true;
            }
        }
        return false;
    }

    /** The unit of a passage in which a text stands, or the text. */
    private String wholeUnit(int passage, String text) {
        for (int i = set.firstUnit(passage); i < set.firstUnit(passage + 1); i++) {
            if (set.units().get(i).text().contains(text)) {
                return text(i);
            }
        }
        return text;
    }

    private String text(int unit) {
        return set.units().get(unit).text().strip();
    }
}
