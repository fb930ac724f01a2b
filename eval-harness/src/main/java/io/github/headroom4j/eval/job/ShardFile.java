package io.github.headroom4j.eval.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of a shard in a file: a line that says which run and which part of it this is, then a line per case and arm, in
 * the order of cases and arms. A file is either whole or not there: it is moved into its place when it is written.
 *
 * @param header what the first line says
 * @param results the other lines
 */
record ShardFile(Header header, List<Line> results) {

    /** Rises when the form changes; files of another number are refused. */
    static final int FORMAT = 2;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * What the first line says.
     *
     * @param format {@link #FORMAT}
     * @param key the run: a hash of options, data and compiled classes; equal in all shards of a run
     * @param shard which part
     * @param cases how many cases the whole run has
     * @param imported whether the cases were imported, which decides where reports go
     * @param versions of the library and what it stands on
     * @param setup what the report says of the run
     * @param sha256 of the lines that follow
     */
    record Header(
            int format,
            String key,
            Shard shard,
            int cases,
            boolean imported,
            Map<String, String> versions,
            Report.Setup setup,
            String sha256) {

        /** Jackson leaves absent what a file does not have. */
        private boolean isWhole() {
            return Stream.of(key, shard, versions, setup, sha256).allMatch(Objects::nonNull);
        }
    }

    /**
     * One result.
     *
     * @param place of the case in the whole run, from 0
     * @param result what the case came to in one arm
     */
    record Line(int place, CaseResult result) {

        private static boolean isWhole(@Nullable Line line) {
            return line != null && line.result() != null;
        }
    }

    ShardFile {
        results = List.copyOf(results);
    }

    /** Writes the file into a folder and says where it is. */
    Path write(Path folder) {
        Path file = folder.resolve(header.shard().fileName());
        try {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, "shard", ".part");
            StringBuilder lines = new StringBuilder();
            for (Line line : results) {
                lines.append(JSON.writeValueAsString(line)).append('\n');
            }
            String text = lines.toString();
            Header signed = new Header(
                    header.format(),
                    header.key(),
                    header.shard(),
                    header.cases(),
                    header.imported(),
                    header.versions(),
                    header.setup(),
                    Sha256.of(text));
            Files.writeString(whole, JSON.writeValueAsString(signed) + "\n" + text, StandardCharsets.UTF_8);
            return Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws EvalException if it is no whole file of this form
     */
    static ShardFile read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            if (end < 0) {
                throw new EvalException(file + ": is cut off or no shard");
            }
            if (JSON.readTree(text.substring(0, end)).path("format").asInt() != FORMAT) {
                throw new EvalException(
                        file + ": is not of format " + FORMAT + "; run the shard again with this version");
            }
            Header header = JSON.readValue(text.substring(0, end), Header.class);
            String lines = text.substring(end + 1);
            if (!Sha256.of(lines).equals(header.sha256())) {
                throw new EvalException(file + ": is cut off or was changed; run the shard again");
            }
            List<Line> results = new ArrayList<>();
            for (String line : lines.lines().toList()) {
                results.add(JSON.readValue(line, Line.class));
            }
            if (!header.isWhole() || !results.stream().allMatch(Line::isWhole)) {
                throw new EvalException(file + ": is no shard: something of a line is missing");
            }
            return new ShardFile(header, results);
        } catch (JsonProcessingException e) {
            throw new EvalException(file + ": is no shard: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new EvalException(file + ": cannot be read: " + e.getMessage());
        }
    }
}
