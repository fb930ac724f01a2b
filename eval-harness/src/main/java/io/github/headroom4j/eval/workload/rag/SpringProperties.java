package io.github.headroom4j.eval.workload.rag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.headroom4j.eval.dataset.DatasetException;
import io.github.headroom4j.eval.workload.rag.CorpusManifest.SourceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The properties of Spring Boot, as its configuration metadata documents them. Stateless. */
final class SpringProperties {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private SpringProperties() {}

    /**
     * The properties that have a description and are not deprecated, by prefix and name. The prefix has two parts, as in
     * {@code server.tomcat}, or one if the two have too few words for a document of their own.
     */
    static List<DocumentedOption> read(SourceSpec source) {
        String json = source.jar().texts(METADATA::equals).get(METADATA);
        if (json == null) {
            throw new DatasetException(source.jar().locate() + ": has no " + METADATA);
        }
        Map<String, List<DocumentedOption>> byPrefix = new TreeMap<>();
        for (JsonNode property : properties(json)) {
            if (property.hasNonNull("description") && !property.has("deprecation")) {
                DocumentedOption option = option(source, property);
                byPrefix.computeIfAbsent(prefix(option.name()), prefix -> new ArrayList<>())
                        .add(option);
            }
        }
        return byDocument(source, byPrefix);
    }

    private static List<JsonNode> properties(String json) {
        try {
            JsonNode properties = new ObjectMapper().readTree(json).path("properties");
            return StreamSupport.stream(properties.spliterator(), false).toList();
        } catch (JsonProcessingException e) {
            throw new DatasetException(METADATA + " of Spring Boot is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static DocumentedOption option(SourceSpec source, JsonNode property) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Type",
                JavadocHtml.withoutPackages(property.path("type").asText()).replace('$', '.'));
        if (property.has("defaultValue")) {
            facts.put("Default", value(property.get("defaultValue")));
        }
        String name = property.path("name").asText();
        return new DocumentedOption(
                source.library() + "/" + prefix(name),
                name,
                HtmlText.of(JavadocHtml.of(property.path("description").asText())),
                facts);
    }

    private static String value(JsonNode value) {
        if (value.isArray()) {
            return String.join(
                    ", ",
                    StreamSupport.stream(value.spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
        }
        return value.asText().isEmpty() ? "\"\"" : value.asText();
    }

    private static String prefix(String name) {
        String[] parts = name.split("\\.", 4);
        return parts.length > 2 ? parts[0] + "." + parts[1] : parts[0];
    }

    private static List<DocumentedOption> byDocument(SourceSpec source, Map<String, List<DocumentedOption>> byPrefix) {
        Map<String, DocumentedOption> ordered = new TreeMap<>();
        byPrefix.forEach((prefix, options) -> {
            String document = words(options) < source.minWords() ? prefix.replaceFirst("\\..*", "") : prefix;
            for (DocumentedOption option : options) {
                String id = source.library() + "/" + document;
                ordered.put(
                        document + "\n" + option.name(),
                        new DocumentedOption(id, option.name(), option.description(), option.facts()));
            }
        });
        return List.copyOf(ordered.values());
    }

    private static long words(List<DocumentedOption> options) {
        return options.stream()
                .mapToLong(option -> JavadocDocuments.words(option.text()))
                .sum();
    }
}
