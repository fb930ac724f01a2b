package io.github.headroom4j.eval.reader.model.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Of recorded requests, the one that differs from a given one in the fewest places, and where. A place is a leaf of the
 * request's JSON: a parameter, the text of a message. Stateless.
 */
final class NearestRequest {

    /** Files that are looked at; a miss is for a person to read, who does not wait for more. */
    private static final int MAX_FILES = 2_000;

    private static final int MAX_PLACES = 4;
    private static final int MAX_EXCERPT = 60;

    private NearestRequest() {}

    /** A sentence on the nearest recording, for the message of a miss. */
    static String describe(JsonNode wanted, Cassette cassette) {
        List<Path> files = cassette.files();
        if (files.isEmpty()) {
            return "nothing is recorded there";
        }
        Map<String, String> leaves = leaves(wanted);
        String nearest = "";
        List<String> fewest = List.of();
        for (Path file : files.subList(0, Math.min(files.size(), MAX_FILES))) {
            Map<String, String> recorded = leaves(cassette.read(file).request());
            List<String> places = places(leaves, recorded);
            if (nearest.isEmpty() || places.size() < fewest.size()) {
                nearest = file.getFileName().toString().replace(".json", "");
                fewest = places;
            }
        }
        Map<String, String> recorded = leaves(
                cassette.read(cassette.folder().resolve(nearest + ".json")).request());
        return "the nearest of " + files.size() + " is " + nearest + ", which differs in " + fewest.size()
                + (fewest.size() == 1 ? " place: " : " places: ") + details(fewest, leaves, recorded);
    }

    private static String details(List<String> places, Map<String, String> wanted, Map<String, String> recorded) {
        List<String> details = new ArrayList<>();
        for (String place : places.subList(0, Math.min(places.size(), MAX_PLACES))) {
            String here = wanted.getOrDefault(place, "(nothing)");
            String there = recorded.getOrDefault(place, "(nothing)");
            int at = firstDifference(here, there);
            details.add(place + (at > 0 ? " from character " + at : "") + " is '" + excerpt(here, at)
                    + "', recorded was '" + excerpt(there, at) + "'");
        }
        return String.join("; ", details) + (places.size() > MAX_PLACES ? "; …" : "");
    }

    private static List<String> places(Map<String, String> wanted, Map<String, String> recorded) {
        Set<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(recorded.keySet());
        return names.stream()
                .filter(name -> !wanted.getOrDefault(name, "").equals(recorded.getOrDefault(name, "")))
                .toList();
    }

    private static Map<String, String> leaves(JsonNode tree) {
        Map<String, String> leaves = new TreeMap<>();
        collect(tree, "", leaves);
        return leaves;
    }

    /** As deep as a request is, which is no deeper than the tool specifications in it. */
    private static void collect(JsonNode node, String path, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(member.getValue(), path + "/" + member.getKey(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), path + "/" + i, leaves);
            }
        } else {
            leaves.put(path, node.asText());
        }
    }

    private static int firstDifference(String one, String other) {
        int at = 0;
        int limit = Math.min(one.length(), other.length());
        while (at < limit && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String excerpt(String text, int from) {
        String cut = text.substring(from, Math.min(text.length(), from + MAX_EXCERPT));
        return (cut + (from + MAX_EXCERPT < text.length() ? "…" : "")).replace("\n", "\\n");
    }
}
