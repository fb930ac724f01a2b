package io.github.headroom4j.eval.importer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How questions become cases. Immutable.
 *
 * @param passages passages per question, gold ones included; 10 by default, 1 to {@value #MAX_PASSAGES}
 * @param distractors where the passages beside the gold ones come from; by default those that the file gives, or, if it gives none
 *     with any question, the nearest
 * @param goldPlace where the gold passages stand; by default as given
 * @param seed of all that is drawn: random distractors, orders, and which questions a limit keeps; 1 by default. It does not
 *     decide splits, so that no seed mixes them
 * @param limit at most so many cases, drawn by the seed from all of the file; 0, the default, for all
 * @param devShare the share of clusters that is for development, the rest for testing; 0.5 by default
 * @param unanswerable whether questions without an answer are kept; true by default
 * @param language of the text, for finding the nearest passages: one of {@link #languages()}; "en" by default
 */
public record ImportOptions(
        int passages,
        Optional<Distractors> distractors,
        GoldPlace goldPlace,
        long seed,
        int limit,
        double devShare,
        boolean unanswerable,
        String language) {

    /** More passages than this per question, 1,000, are a corpus. */
    public static final int MAX_PASSAGES = 1_000;

    /** The defaults. */
    public static final ImportOptions DEFAULTS =
            new ImportOptions(10, Optional.empty(), GoldPlace.AS_GIVEN, 1, 0, 0.5, true, "en");

    /** Validates. */
    public ImportOptions {
        if (passages < 1 || passages > MAX_PASSAGES) {
            throw new IllegalArgumentException("passages must be 1 to " + MAX_PASSAGES + ", but was " + passages);
        }
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative, but was " + limit);
        }
        if (!(devShare >= 0 && devShare <= 1)) {
            throw new IllegalArgumentException("devShare must be in [0, 1], but was " + devShare);
        }
        if (!languages().contains(language)) {
            throw new IllegalArgumentException(
                    "language must be one of " + String.join(", ", languages()) + ", but was " + language);
        }
    }

    /**
     * The languages whose words are known by their stems. Any other is served by "und", which takes words as they are.
     *
     * @return ISO 639 codes, sorted
     */
    public static List<String> languages() {
        return Languages.codes();
    }

    /**
     * The same with another number of passages.
     *
     * @param count 1 to {@value #MAX_PASSAGES}
     * @return a changed copy
     */
    public ImportOptions withPassages(int count) {
        return new ImportOptions(count, distractors, goldPlace, seed, limit, devShare, unanswerable, language);
    }

    /**
     * The same with other distractors.
     *
     * @param kind where they come from
     * @return a changed copy
     */
    public ImportOptions withDistractors(Distractors kind) {
        return new ImportOptions(passages, Optional.of(kind), goldPlace, seed, limit, devShare, unanswerable, language);
    }

    /**
     * The same with another place for gold passages.
     *
     * @param place the place
     * @return a changed copy
     */
    public ImportOptions withGoldPlace(GoldPlace place) {
        return new ImportOptions(passages, distractors, place, seed, limit, devShare, unanswerable, language);
    }

    /**
     * The same with another seed.
     *
     * @param newSeed any number
     * @return a changed copy
     */
    public ImportOptions withSeed(long newSeed) {
        return new ImportOptions(passages, distractors, goldPlace, newSeed, limit, devShare, unanswerable, language);
    }

    /**
     * The same with another limit.
     *
     * @param count at most so many cases, 0 for all
     * @return a changed copy
     */
    public ImportOptions withLimit(int count) {
        return new ImportOptions(passages, distractors, goldPlace, seed, count, devShare, unanswerable, language);
    }

    /**
     * The same with another share of clusters for development.
     *
     * @param share in [0, 1]
     * @return a changed copy
     */
    public ImportOptions withDevShare(double share) {
        return new ImportOptions(passages, distractors, goldPlace, seed, limit, share, unanswerable, language);
    }

    /**
     * The same with or without questions that have no answer.
     *
     * @param kept whether they are kept
     * @return a changed copy
     */
    public ImportOptions withUnanswerable(boolean kept) {
        return new ImportOptions(passages, distractors, goldPlace, seed, limit, devShare, kept, language);
    }

    /**
     * The same for another language.
     *
     * @param code one of {@link #languages()}
     * @return a changed copy
     */
    public ImportOptions withLanguage(String code) {
        return new ImportOptions(passages, distractors, goldPlace, seed, limit, devShare, unanswerable, code);
    }

    /** Nothing is given of the place of a passage among distractors that are drawn. */
    GoldPlace placeWith(Distractors used) {
        return goldPlace == GoldPlace.AS_GIVEN && used != Distractors.AS_GIVEN ? GoldPlace.SHUFFLED : goldPlace;
    }

    /** All options by name, with the distractors and the place that were really used. */
    Map<String, String> describe(Distractors used) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("passages", String.valueOf(passages));
        options.put("distractors", used.label());
        options.put("gold-place", placeWith(used).label());
        options.put("seed", String.valueOf(seed));
        options.put("limit", String.valueOf(limit));
        options.put("dev-share", String.valueOf(devShare));
        options.put("unanswerable", String.valueOf(unanswerable));
        options.put("language", language);
        return options;
    }
}
