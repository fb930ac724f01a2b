package io.github.headroom4j.eval.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The passages of a whole file, each text once, in an order that depends on nothing but them. Distractors are drawn from here.
 * Not thread-safe.
 */
final class PassagePool {

    /** Passages kept in memory have at most so many characters together: 256 Mi, the whole of HotpotQA's training set. */
    static final long MAX_CHARS = 256L << 20;

    private final Map<String, SourcePassage> byText = new TreeMap<>();
    private long chars;

    /** Adds a passage; of several with the same text, the smallest stays. */
    void add(SourcePassage passage) {
        SourcePassage known = byText.get(passage.text());
        if (known == null || SourcePassage.ORDER.compare(passage, known) < 0) {
            byText.put(passage.text(), passage);
            chars += known == null ? passage.text().length() : 0;
        }
    }

    /** Whether there are more characters than are kept in memory. */
    boolean isTooLarge() {
        return chars > MAX_CHARS;
    }

    /** Draws for one question after another. */
    Drawing drawing(ImportOptions options, Distractors kind) {
        return new Drawing(List.copyOf(byText.values()), options, kind);
    }

    /** What chooses. Closes the index. */
    static final class Drawing implements AutoCloseable {

        private final List<SourcePassage> passages;
        private final Map<String, List<SourcePassage>> byDocument;
        private final ImportOptions options;
        private final Distractors kind;
        private final NearestPassages nearest;

        private Drawing(List<SourcePassage> passages, ImportOptions options, Distractors kind) {
            this.passages = passages;
            this.options = options;
            this.kind = kind;
            byDocument = kind == Distractors.SAME_DOCUMENT
                    ? passages.stream().collect(Collectors.groupingBy(SourcePassage::document))
                    : Map.of();
            nearest = NearestPassages.index(kind == Distractors.NEAREST ? passages : List.of(), options.language());
        }

        /** Passages beside the gold ones, at most so many, the most wanted first. */
        List<SourcePassage> pick(SourceQuestion question, int count) {
            Set<String> taken = new HashSet<>();
            question.goldPassages().forEach(gold -> taken.add(gold.text()));
            Random random = Draw.random(options.seed(), "distractors", question.id());
            return switch (kind) {
                case AS_GIVEN -> first(count, taken, question.otherPassages());
                case SAME_DOCUMENT -> first(count, taken, sameDocument(question, random));
                case RANDOM -> random(count, taken, random);
                case NEAREST -> {
                    List<SourcePassage> near =
                            first(count, taken, nearest.to(question.question(), count + taken.size()));
                    near.forEach(one -> taken.add(one.text()));
                    List<SourcePassage> all = new ArrayList<>(near);
                    all.addAll(random(count - near.size(), taken, random));
                    yield all;
                }
            };
        }

        private List<SourcePassage> sameDocument(SourceQuestion question, Random random) {
            Set<String> documents = new LinkedHashSet<>();
            question.goldPassages().forEach(gold -> documents.add(gold.document()));
            List<SourcePassage> same = new ArrayList<>();
            documents.forEach(document -> same.addAll(byDocument.getOrDefault(document, List.of())));
            Collections.shuffle(same, random);
            return same;
        }

        private static List<SourcePassage> first(int count, Set<String> taken, List<SourcePassage> from) {
            return from.stream()
                    .filter(one -> !taken.contains(one.text()))
                    .limit(count)
                    .toList();
        }

        private List<SourcePassage> random(int count, Set<String> taken, Random random) {
            Set<SourcePassage> drawn = new LinkedHashSet<>();
            // All that is taken is in the pool.
            int free = passages.size() - taken.size();
            while (drawn.size() < Math.min(count, free)) {
                SourcePassage one = passages.get(random.nextInt(passages.size()));
                if (!taken.contains(one.text())) {
                    drawn.add(one);
                }
            }
            return List.copyOf(drawn);
        }

        @Override
        public void close() {
            try {
                nearest.close();
            } catch (IOException e) {
                throw new UncheckedIOException("an index in memory cannot be closed", e);
            }
        }
    }
}
