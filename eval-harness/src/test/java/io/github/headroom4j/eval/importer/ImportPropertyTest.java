package io.github.headroom4j.eval.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.eval.dataset.CaseLines;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.dataset.EvalCase;
import io.github.headroom4j.eval.dataset.Evidence;
import io.github.headroom4j.eval.dataset.Provenance;
import io.github.headroom4j.eval.dataset.RetrievedPassage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ImportPropertyTest {

    private static final List<String> WORDS = List.of(
            "pool", "cache", "boat", "quay", "winter", "engine", "seven", "lantern", "Umea", "harbour", "rope",
            "copper");

    @Property(tries = 60, seed = "5")
    void what_a_case_is_should_not_depend_on_the_order_of_the_file(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 30) int questions,
            @ForAll("drawn") ImportOptions options)
            throws IOException {
        List<String> lines = lines(random, questions);
        List<EvalCase> cases = imported(lines, options);

        Collections.shuffle(lines, random);

        assertThat(imported(lines, options)).containsExactlyInAnyOrderElementsOf(cases);
    }

    @Property(tries = 60, seed = "6")
    void the_gold_passage_should_be_there_once_and_nothing_twice(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 30) int questions,
            @ForAll("drawn") ImportOptions options)
            throws IOException {
        for (EvalCase one : imported(lines(random, questions), options)) {
            List<String> texts =
                    one.passages().stream().map(RetrievedPassage::text).toList();
            assertThat(texts).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(options.passages());
            assertThat(one.evidence()).hasSize(1);
            Evidence evidence = one.evidence().get(0);
            assertThat(texts.get(evidence.call())).contains(evidence.text());
            assertThat(one.gold()).contains(evidence.item());
            assertThat(evidence.text()).contains(evidence.item()).endsWith(".");
            assertPlace(options, evidence.call(), texts.size());
        }
    }

    private static void assertPlace(ImportOptions options, int at, int size) {
        switch (options.goldPlace()) {
            case FIRST -> assertThat(at).isZero();
            case MIDDLE -> assertThat(at).isEqualTo((size - 1) / 2);
            case LAST -> assertThat(at).isEqualTo(size - 1);
            default -> assertThat(at).isBetween(0, size - 1);
        }
    }

    @Property(tries = 40, seed = "7")
    void one_cluster_should_be_in_one_split(@ForAll Random random, @ForAll("drawn") ImportOptions options)
            throws IOException {
        Map<String, List<String>> splits = imported(lines(random, 30), options).stream()
                .collect(Collectors.groupingBy(
                        EvalCase::cluster, Collectors.mapping(EvalCase::split, Collectors.toList())));
        assertThat(splits.values())
                .allSatisfy(ofCluster -> assertThat(ofCluster).containsOnly(ofCluster.get(0)));
    }

    @Property(tries = 30, seed = "8")
    void cases_should_come_back_from_their_file(@ForAll Random random, @ForAll("drawn") ImportOptions options)
            throws IOException {
        List<String> lines = lines(random, 12);
        Path folder = Files.createTempDirectory("import");
        Path file = Files.write(folder.resolve("set.jsonl"), lines);
        Path out = folder.resolve("cases.jsonl");

        Provenance provenance = Importer.of(file, ImportFormat.JSONL, options).write(out);

        CaseLines read = CaseLines.read(out);
        assertThat(read.provenance()).isEqualTo(provenance);
        assertThat(read.cases()).isEqualTo(imported(lines, options));
        byte[] first = Files.readAllBytes(out);
        Importer.of(file, ImportFormat.JSONL, options).write(out);
        assertThat(out).hasBinaryContent(first);
    }

    @Property(tries = 400, seed = "9")
    void a_broken_file_should_be_imported_or_refused_by_its_name(@ForAll Random random, @ForAll ImportFormat format)
            throws IOException {
        String text =
                switch (format) {
                    case SQUAD -> QuestionSets.SQUAD;
                    case HOTPOTQA -> QuestionSets.HOTPOTQA;
                    case NQ_OPEN -> QuestionSets.NQ_OPEN;
                    case JSONL -> String.join("\n", lines(random, 4));
                };
        Path file = Files.createTempFile("broken", ".json");
        try {
            Files.write(file, broken(text.getBytes(StandardCharsets.UTF_8), random));
            assertThat(QuestionSets.cases(file, format, ImportOptions.DEFAULTS)).isNotEmpty();
        } catch (DatasetException e) {
            assertThat(e).hasMessageContaining(file.getFileName().toString());
        } finally {
            Files.delete(file);
        }
    }

    /** Bytes of which a few were changed, and a part cut out or doubled. */
    private static byte[] broken(byte[] bytes, Random random) {
        byte[] broken = bytes.clone();
        for (int i = random.nextInt(3); i > 0; i--) {
            broken[random.nextInt(broken.length)] = (byte) "{}[]\",: 0-tn\n\u0000\u00ff".charAt(random.nextInt(15));
        }
        int from = random.nextInt(broken.length);
        int to = Math.min(broken.length, from + random.nextInt(60));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(broken, 0, random.nextBoolean() ? from : to);
        out.write(broken, random.nextBoolean() ? from : to, broken.length - to);
        return out.toByteArray();
    }

    @Provide
    Arbitrary<ImportOptions> drawn() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(Distractors.NEAREST, Distractors.RANDOM, Distractors.SAME_DOCUMENT),
                        Arbitraries.of(GoldPlace.values()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 20))
                .as((passages, distractors, place, seed, limit) -> ImportOptions.DEFAULTS
                        .withPassages(passages)
                        .withDistractors(distractors)
                        .withGoldPlace(place)
                        .withSeed(seed)
                        .withLimit(limit));
    }

    /** Flat questions; paragraphs and titles come up again. */
    private static List<String> lines(Random random, int questions) throws IOException {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < 1 + questions / 2; i++) {
            paragraphs.add("The " + word(random) + " number " + i + " is near the " + word(random)
                    + ". Its name is Nimbus" + i + ". It has a " + word(random) + ".");
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            int paragraph = random.nextInt(paragraphs.size());
            Map<String, Object> line = new HashMap<>();
            line.put("id", "q" + i);
            line.put("title", "Title " + paragraph % 3);
            line.put("question", "What is the name of the " + word(random) + " near the " + word(random) + "?");
            line.put("context", paragraphs.get(paragraph));
            line.put("answers", List.of("Nimbus" + paragraph));
            lines.add(new ObjectMapper().writeValueAsString(line));
        }
        return lines;
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static List<EvalCase> imported(List<String> lines, ImportOptions options) throws IOException {
        Path file = Files.createTempFile("import", ".jsonl");
        try {
            Files.write(file, lines);
            return QuestionSets.cases(file, ImportFormat.JSONL, options);
        } finally {
            Files.delete(file);
        }
    }
}
