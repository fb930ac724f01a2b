package io.github.headroom4j.eval.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The versions that Maven wrote into {@code versions.properties} when it built the harness. */
public final class Versions {

    private Versions() {}

    /**
     * All of them.
     *
     * @return versions by artifact, sorted
     */
    public static Map<String, String> all() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new IllegalStateException("versions.properties is not beside " + Versions.class.getName());
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("versions.properties cannot be read", e);
        }
        Map<String, String> versions = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
        return versions;
    }
}
