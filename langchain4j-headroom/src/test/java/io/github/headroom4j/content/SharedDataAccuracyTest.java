package io.github.headroom4j.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Detection against real development data that lies beside the project and is not a part of it. */
class SharedDataAccuracyTest {

    private static final double MIN_ACCURACY = 0.97;

    /** Characters of a cut: what an agent sees of a long tool result. */
    private static final int CUT = 8_000;

    private static final int CUTS_PER_LOG = 12;

    /** Values shorter than this hold too little to be told apart. */
    private static final int MIN_CHARS = 200;

    private final ContentDetector detector = ContentDetectors.firstConfident(ContentDetectors.standard());
    private final ConfusionMatrix types = new ConfusionMatrix();

    @Test
    void should_detect_types_of_shared_data() throws IOException {
        Path data = DetectionCorpus.projectRoot().resolveSibling("shared").resolve("data");
        assumeTrue(Files.isDirectory(data), "shared development data is absent: nothing checked beyond the corpus");
        for (Path log : files(data.resolve("log-triage/loghub-2k"), ".log")) {
            addCuts(ContentType.LOG, read(log), CUTS_PER_LOG);
        }
        for (Path log : files(data.resolve("log-triage/bump-maven/logs"), ".gz")) {
            add(ContentType.BUILD_OUTPUT, read(log));
            addCuts(ContentType.BUILD_OUTPUT, read(log), 3);
        }
        for (Path output : files(data.resolve("log-triage/test-outputs"), ".txt")) {
            add(ContentType.BUILD_OUTPUT, read(output));
        }
        for (Path document : files(data.resolve("tool-json"), ".json")) {
            add(ContentType.JSON, read(document));
        }
        addValues(ContentType.CODE, data.resolve("code-review/quixbugs-java"), Set.of("buggy", "correct"));
        addValues(ContentType.CODE, data.resolve("code-search/defects4j-localise"), Set.of("source"));
        addValues(ContentType.CODE, data.resolve("code-search/cosqa"), Set.of("code"));
        addValues(ContentType.DIFF, data.resolve("code-review/defects4j-commits"), Set.of("diff"));
        addValues(ContentType.PROSE, data.resolve("rag-qa/squad2-dev-500"), Set.of("context"));
        String matrix = types.render("shared data");
        System.out.println(matrix);
        Files.createDirectories(Path.of("target", "detection"));
        Files.writeString(Path.of("target", "detection", "detection-shared-data.txt"), matrix);
        assertThat(types.accuracy()).isGreaterThanOrEqualTo(MIN_ACCURACY);
    }

    private void add(ContentType expected, String text) {
        types.add(expected.name(), detector.detect(text).orElseThrow().type().name());
    }

    /** Cuts of equal size from line end to line end. */
    private void addCuts(ContentType expected, String text, int count) {
        for (int i = 0; i < count; i++) {
            int start = Lines.next(text, (int) ((long) i * text.length() / count));
            int end = text.lastIndexOf('\n', Math.min(start + CUT, text.length() - 1));
            if (end - start >= MIN_CHARS) {
                add(expected, text.substring(start, end + 1));
            }
        }
    }

    /** The values of some fields, at any depth, in the JSON files of a folder. */
    private void addValues(ContentType expected, Path folder, Set<String> fields) throws IOException {
        for (Path file : files(folder, "")) {
            String name = file.getFileName().toString();
            if (name.contains(".json")) {
                for (String value : values(file, fields)) {
                    add(expected, value);
                }
            }
        }
    }

    private static List<String> values(Path file, Set<String> fields) throws IOException {
        List<String> values = new ArrayList<>();
        try (InputStream in = open(file);
                JsonParser parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() != null) {
                String name = parser.currentName();
                if (parser.currentToken() == JsonToken.VALUE_STRING
                        && name != null
                        && fields.contains(name)
                        && parser.getText().length() >= MIN_CHARS) {
                    values.add(parser.getText());
                }
            }
        }
        return values;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
