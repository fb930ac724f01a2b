package io.github.headroom4j.compressor.log;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Selectable;
import io.github.headroom4j.compressor.Selection;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.token.TokenBudget;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Prints what repacking and selecting save on files given as arguments. Run by hand. */
public final class LogMeasurement {

    private LogMeasurement() {}

    public static void main(String[] args) throws IOException {
        TokenCounter counter = TokenCounter.o200k();
        String dump = System.getProperty("dump", "");
        System.out.println("lines   raw      repacked        selected        repack-ms select-ms file");
        for (String file : args) {
            Path path = Path.of(file);
            String text = read(path);
            long start = System.nanoTime();
            Selectable content = new LogCompressor()
                    .parse(text, CompressionContext.of(counter))
                    .orElseThrow();
            Optional<String> repacked = content.repack();
            long middle = System.nanoTime();
            String selected = content.select(TokenBudget.asFarAsSafe())
                    .map((Selection s) -> s.markedWith(OriginalMarker.of(text)))
                    .orElse(text);
            long end = System.nanoTime();
            int raw = counter.count(text);
            int packed = counter.count(repacked.orElse(text));
            int shown = counter.count(selected);
            System.out.printf(
                    Locale.ROOT,
                    "%6d %8d %8d %5.1f%% %8d %5.1f%% %6d %6d %s%s%n",
                    text.lines().count(),
                    raw,
                    packed,
                    100.0 * (raw - packed) / raw,
                    shown,
                    100.0 * (raw - shown) / raw,
                    (middle - start) / 1_000_000,
                    (end - middle) / 1_000_000,
                    path.getFileName(),
                    repacked.isPresent() ? "" : " NOT REPACKED");
            if (!dump.isEmpty()) {
                Path out = Files.createDirectories(Path.of(dump));
                Files.writeString(out.resolve(path.getFileName() + ".packed"), repacked.orElse(""));
                Files.writeString(out.resolve(path.getFileName() + ".selected"), selected);
            }
        }
    }

    private static String read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        if (path.toString().endsWith(".gz")) {
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path))) {
                bytes = in.readAllBytes();
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
