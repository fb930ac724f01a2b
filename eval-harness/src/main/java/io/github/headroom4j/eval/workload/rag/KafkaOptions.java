package io.github.headroom4j.eval.workload.rag;

import io.github.headroom4j.eval.workload.rag.CorpusManifest.SourceSpec;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.TopicConfig;

/** The options of the Kafka clients, as their own definitions document them. Stateless. */
final class KafkaOptions {

    private static final String NAME = "_CONFIG";
    private static final String DOCUMENTATION = "_DOC";

    private KafkaOptions() {}

    /**
     * The options of consumers, producers, administration clients and topics, each group in the order of the published
     * reference: by importance, then by name.
     */
    static List<DocumentedOption> read(SourceSpec source) {
        // Nothing is read from the jar here; its classes are on the class path. The hash is checked all the same.
        source.jar().texts(path -> false);
        List<DocumentedOption> options = new ArrayList<>();
        options.addAll(defined(source, ConsumerConfig.class, ConsumerConfig.configDef()));
        options.addAll(defined(source, ProducerConfig.class, ProducerConfig.configDef()));
        options.addAll(defined(source, AdminClientConfig.class, AdminClientConfig.configDef()));
        options.addAll(constants(source, TopicConfig.class));
        return options;
    }

    private static List<DocumentedOption> defined(SourceSpec source, Class<?> owner, ConfigDef definitions) {
        return definitions.configKeys().values().stream()
                .filter(key -> !key.internalConfig)
                .sorted(Comparator.comparing((ConfigKey key) -> key.importance).thenComparing(key -> key.name))
                .map(key ->
                        new DocumentedOption(id(source, owner), key.name, HtmlText.of(key.documentation), facts(key)))
                .toList();
    }

    private static Map<String, String> facts(ConfigKey key) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Type", lower(key.type));
        if (key.hasDefault()) {
            String value = ConfigDef.convertToString(key.defaultValue, key.type);
            facts.put("Default", value == null ? "null" : value.isEmpty() ? "\"\"" : value);
        }
        if (key.validator != null) {
            facts.put("Valid Values", key.validator.toString());
        }
        facts.put("Importance", lower(key.importance));
        return facts;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Topics have no definitions in the clients, only constants with names and documentation. */
    private static List<DocumentedOption> constants(SourceSpec source, Class<?> owner) {
        Map<String, DocumentedOption> options = new TreeMap<>();
        for (Field field : owner.getFields()) {
            if (field.getName().endsWith(NAME) && !field.isAnnotationPresent(Deprecated.class)) {
                String stem = field.getName().substring(0, field.getName().length() - NAME.length());
                String name = constant(owner, field.getName());
                String documentation = HtmlText.of(constant(owner, stem + DOCUMENTATION));
                options.put(name, new DocumentedOption(id(source, owner), name, documentation, Map.of()));
            }
        }
        return List.copyOf(options.values());
    }

    private static String constant(Class<?> owner, String field) {
        try {
            return (String) owner.getField(field).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner.getName() + " has no constant " + field, e);
        }
    }

    private static String id(SourceSpec source, Class<?> owner) {
        return source.library() + "/" + owner.getName();
    }
}
