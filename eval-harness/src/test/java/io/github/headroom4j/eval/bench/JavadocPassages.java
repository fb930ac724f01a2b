package io.github.headroom4j.eval.bench;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.passage.PassagePieces;
import io.github.headroom4j.token.TokenCounter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jsoup.Jsoup;

/**
 * Real prose to measure on: the Javadoc of Guava, Commons Math and Kafka, whose source jars Maven resolves for the code-search workload,
 * without tags and code, as passages of whole sentences. A passage is from one file, and no two are the same.
 */
final class JavadocPassages {

    /** Tokens by o200k at which a passage ends with its sentence. */
    static final int TOKENS = 290;

    /** Sentences of fewer characters say "Returns x." and of more are tables. */
    private static final int MIN_CHARS = 40;

    private static final int MAX_CHARS = 600;

    private static final List<String> PROBES = List.of(
            "/com/google/common/cache/CacheBuilder.java",
            "/org/apache/commons/math3/util/FastMath.java",
            "/org/apache/kafka/clients/consumer/KafkaConsumer.java");

    private JavadocPassages() {}

    /** All passages, in the order of the libraries and of the names of their files. */
    static List<String> read() {
        List<String> passages = new ArrayList<>();
        for (String probe : PROBES) {
            URL place = Objects.requireNonNull(
                    JavadocPassages.class.getResource(probe), probe + " is not on the class path: no source jar");
            try {
                read(place, passages);
            } catch (IOException e) {
                throw new UncheckedIOException(place + " is in no jar that can be read", e);
            }
        }
        return passages.stream().distinct().toList();
    }

    private static void read(URL place, List<String> passages) throws IOException {
        JarURLConnection connection = (JarURLConnection) place.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            List<JarEntry> files = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".java"))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (JarEntry file : files) {
                try (InputStream in = jar.getInputStream(file)) {
                    addPassages(new String(in.readAllBytes(), StandardCharsets.UTF_8), passages);
                }
            }
        }
    }

    private static void addPassages(String source, List<String> passages) {
        TokenCounter counter = TokenCounter.o200k();
        StringBuilder passage = new StringBuilder();
        int tokens = 0;
        for (String sentence : sentences(source)) {
            passage.append(passage.isEmpty() ? "" : " ").append(sentence);
            tokens += counter.count(sentence);
            if (tokens >= TOKENS) {
                passages.add(passage.toString());
                passage.setLength(0);
                tokens = 0;
            }
        }
    }

    private static List<String> sentences(String source) {
        CompressionContext any = CompressionContext.of(TokenCounter.o200k());
        List<String> sentences = new ArrayList<>();
        int from = source.indexOf("/**");
        while (from >= 0) {
            int to = source.indexOf("*/", from + 2);
            String text = to < 0 ? "" : text(source.substring(Math.min(from + 3, to), to));
            PassagePieces.read(text, false, any).texts().stream()
                    .map(String::strip)
                    .filter(JavadocPassages::isProse)
                    .forEach(sentences::add);
            from = to < 0 ? -1 : source.indexOf("/**", to);
        }
        return sentences.stream().distinct().toList();
    }

    private static boolean isProse(String sentence) {
        return sentence.length() >= MIN_CHARS
                && sentence.length() <= MAX_CHARS
                && sentence.chars().noneMatch(c -> "{}<>;\\".indexOf(c) >= 0);
    }

    /** A comment without stars, block tags, inline tags, code and HTML. */
    private static String text(String comment) {
        StringBuilder lines = new StringBuilder();
        for (String line : comment.lines().toList()) {
            String bare = line.strip().replaceFirst("^\\* ?", "");
            if (bare.startsWith("@")) {
                break;
            }
            lines.append(bare).append('\n');
        }
        String html = lines.toString().replaceAll("\\{@(?:code|link|linkplain|literal) ([^{}]{0,200})}", "$1");
        var page = Jsoup.parseBodyFragment(html);
        page.select("pre, table").remove();
        return page.body().text();
    }
}
