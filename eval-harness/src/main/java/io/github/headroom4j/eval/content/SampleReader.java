package io.github.headroom4j.eval.content;

import io.github.headroom4j.eval.dataset.CaseFile;
import io.github.headroom4j.eval.dataset.DatasetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a folder tree of samples. The first folder below the root is the label; deeper folders only sort. Beside a sample
 * {@code x} there may be {@code x.query.txt} (the question) and {@code x.vital.txt} (one text per line that must stay
 * visible). Public data sets of a layout that {@link KnownLayout} knows may lie anywhere in the tree.
 */
final class SampleReader {

    private static final String QUERY = ".query.txt";
    private static final String VITAL = ".vital.txt";
    private static final List<String> ARCHIVES =
            List.of(".zip", ".jar", ".tar", ".tgz", ".tar.gz", ".7z", ".bz2", ".xz");
    private static final List<String> DOCUMENTATION =
            List.of("readme", "license", "licence", "notice", "source-readme");

    private final Path root;
    private final List<Sample> samples = new ArrayList<>();
    private final List<SampleTree.Skipped> skipped = new ArrayList<>();

    private SampleReader(Path root) {
        this.root = root;
    }

    /** Everything below a folder; throws {@link DatasetException} that names the path of what is wrong. */
    static SampleTree read(Path root) {
        if (!Files.isDirectory(root)) {
            throw new DatasetException(root + ": no such folder; --samples takes a folder with one folder per type");
        }
        SampleReader reader = new SampleReader(root);
        reader.files(root).forEach(reader::add);
        reader.checkNoTypeIsEmpty();
        return new SampleTree(reader.samples, reader.skipped);
    }

    private List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .sorted((a, b) -> name(a).compareTo(name(b)))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new DatasetException(folder + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private void add(Path file) {
        String name = name(file);
        if (name.endsWith(QUERY) || name.endsWith(VITAL)) {
            requireSample(file);
            return;
        }
        Optional<String> unfit = reasonToSkip(file);
        if (unfit.isPresent()) {
            skipped.add(new SampleTree.Skipped(name, unfit.get()));
            return;
        }
        SampleFile read = SampleFile.read(file);
        if (read.reason().isEmpty()) {
            add(file, read.text());
        } else {
            skipped.add(new SampleTree.Skipped(name, read.reason()));
        }
    }

    private void add(Path file, String text) {
        String name = name(file);
        String folder = folder(name);
        Optional<KnownLayout> layout = TypeLabel.isKnown(folder) ? Optional.empty() : KnownLayout.of(file);
        if (layout.isPresent()) {
            samples.addAll(layout.get().samples(file, name, text));
        } else if (!TypeLabel.isKnown(folder) && KnownLayout.isInside(file)) {
            skipped.add(new SampleTree.Skipped(name, "no text of this data set's layout"));
        } else {
            String query = sidecar(file, QUERY).map(String::strip).orElse("");
            List<String> vital = sidecar(file, VITAL)
                    .map(lines -> lines.lines().filter(line -> !line.isBlank()).toList())
                    .orElse(List.of());
            requireVitalInText(file, text, vital);
            samples.add(new Sample(name, folder, text, query, vital));
        }
    }

    private Optional<String> reasonToSkip(Path file) {
        String name = name(file);
        String last = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (DOCUMENTATION.stream().anyMatch(last::startsWith)) {
            return Optional.of("documentation");
        }
        if (!name.contains("/")) {
            return Optional.of("in no type's folder");
        }
        if (ARCHIVES.stream().anyMatch(last::endsWith)) {
            return Optional.of("an archive");
        }
        return Optional.empty();
    }

    private static Optional<String> sidecar(Path file, String end) {
        Path beside = file.resolveSibling(file.getFileName() + end);
        return Files.exists(beside) ? Optional.of(CaseFile.text(beside)) : Optional.empty();
    }

    private static void requireSample(Path sidecar) {
        String name = sidecar.getFileName().toString();
        Path sample = sidecar.resolveSibling(name.substring(0, name.length() - QUERY.length()));
        if (!Files.isRegularFile(sample)) {
            throw new DatasetException(sidecar + ": belongs to " + sample.getFileName() + ", which is not there");
        }
    }

    private static void requireVitalInText(Path file, String text, List<String> vital) {
        for (String one : vital) {
            if (!text.contains(one)) {
                throw new DatasetException(file + VITAL + ": the sample does not hold '" + one + "'");
            }
        }
    }

    private void checkNoTypeIsEmpty() {
        try (Stream<Path> folders = Files.list(root)) {
            folders.filter(Files::isDirectory).sorted().forEach(folder -> {
                String label = name(folder) + "/";
                boolean known = TypeLabel.isKnown(name(folder));
                if (known && samples.stream().noneMatch(sample -> sample.name().startsWith(label))) {
                    throw new DatasetException(folder + ": holds no sample; put texts there or remove the folder");
                }
            });
        } catch (IOException e) {
            throw new DatasetException(root + ": cannot be listed: " + e.getMessage(), e);
        }
        if (samples.isEmpty()) {
            throw new DatasetException(
                    root + ": holds no sample; it needs one folder per type, such as json/ or logs/");
        }
    }

    private String name(Path file) {
        StringBuilder name = new StringBuilder();
        root.relativize(file)
                .forEach(part -> name.append(name.length() == 0 ? "" : "/").append(part));
        return name.toString();
    }

    private static String folder(String name) {
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }
}
