package io.github.headroom4j.eval.gate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run must reach: rules for all workloads, and those that differ for one of them. Read from YAML:
 *
 * <pre>
 * format: 1
 * defaults:
 *   arm: headroom
 *   minSaved: 60
 *   maxLost: 0
 * workloads:
 *   log-triage: {minSaved: 93}
 * </pre>
 *
 * A workload that {@code workloads} names must be in the run; others are judged by the defaults if they are. Immutable.
 */
final class GatePolicy {

    /** 64 KiB: a policy is written by hand. */
    private static final long MAX_BYTES = 64 << 10;

    private static final int FORMAT = 1;
    private static final Set<String> KEYS = Set.of("format", "defaults", "workloads");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final GateRule defaults;
    private final Map<String, GateRule> byWorkload;

    private GatePolicy(GateRule defaults, Map<String, GateRule> byWorkload) {
        this.defaults = defaults;
        this.byWorkload = byWorkload;
    }

    /** Rules that only forbid what nobody wants: lost evidence, answers that get worse, savings that fall. */
    static GatePolicy standard() {
        return new GatePolicy(GateRule.STANDARD, Map.of());
    }

    /**
     * Reads a policy.
     *
     * @param file the file
     * @return the policy
     * @throws GateException if it is missing, or a key is unknown or out of range; the message names it
     */
    static GatePolicy read(Path file) {
        JsonNode root = BoundedFile.tree(
                YAML, file, BoundedFile.text(file, MAX_BYTES, "see the example in the documentation of the gate"));
        for (String key : (Iterable<String>) root::fieldNames) {
            if (!KEYS.contains(key)) {
                throw new GateException(file + ": unknown key '" + key + "'; known are " + new TreeSet<>(KEYS));
            }
        }
        if (root.path("format").asInt() != FORMAT) {
            throw new GateException(file + ": format must be " + FORMAT + ", but is " + root.path("format"));
        }
        ObjectNode standard = YAML.valueToTree(GateRule.STANDARD);
        ObjectNode defaults = merged(file, "defaults", standard, root.path("defaults"));
        Map<String, GateRule> byWorkload = new LinkedHashMap<>();
        root.path("workloads")
                .properties()
                .forEach(entry -> byWorkload.put(
                        entry.getKey(),
                        rule(file, entry.getKey(), merged(file, entry.getKey(), defaults, entry.getValue()))));
        return new GatePolicy(rule(file, "defaults", defaults), byWorkload);
    }

    private static ObjectNode merged(Path file, String place, ObjectNode under, JsonNode over) {
        if (!over.isMissingNode() && !over.isNull() && !over.isObject()) {
            throw new GateException(file + ": " + place + ": must be keys with values, but is " + over);
        }
        ObjectNode merged = under.deepCopy();
        over.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
        return merged;
    }

    private static GateRule rule(Path file, String place, ObjectNode values) {
        try {
            return YAML.treeToValue(values, GateRule.class);
        } catch (JsonProcessingException e) {
            throw new GateException(file + ": " + place + ": " + e.getOriginalMessage());
        }
    }

    /** The rule of a workload. */
    GateRule of(String workload) {
        return byWorkload.getOrDefault(workload, defaults);
    }

    /** Workloads that must be in the run. */
    List<String> required() {
        return List.copyOf(byWorkload.keySet());
    }

    /** Every arm that some rule looks at. */
    Set<String> arms() {
        Set<String> arms = new TreeSet<>();
        arms.add(defaults.arm());
        byWorkload.values().forEach(rule -> arms.add(rule.arm()));
        return arms;
    }
}
