package io.github.headroom4j.eval.workload.codesearch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads search hits out of whatever is left of a result: a JSON array, a part of one, objects one per line, prose in
 * between, or, where no object is whole, lines that name a symbol.
 */
final class SeenHits {

    /**
     * One visible hit. Fields that can not be seen are empty or 0.
     *
     * @param path the file
     * @param line the first line of the declaration
     * @param endLine the last line of the method
     * @param symbol its symbol, which is what an answer names
     * @param signature the declaration
     * @param snippet the first lines of the method, or the whole line that named the symbol
     */
    record SeenHit(String path, int line, int endLine, String symbol, String signature, String snippet) {

        /** The simple name of the declaring type. */
        String simpleOwner() {
            String owner = symbol.substring(0, symbol.indexOf('#'));
            return owner.substring(owner.lastIndexOf('.') + 1);
        }

        /** The method's name. */
        String name() {
            return symbol.substring(symbol.indexOf('#') + 1, symbol.indexOf('('));
        }
    }

    private static final ObjectReader JSON = new ObjectMapper().reader();

    private SeenHits() {}

    static List<SeenHit> read(String text) {
        List<SeenHit> hits = new ArrayList<>();
        char[] chars = text.toCharArray();
        int at = text.indexOf('{');
        while (at >= 0) {
            at = text.indexOf('{', readObject(chars, at, hits));
        }
        if (hits.isEmpty()) {
            text.lines().forEach(line -> readLine(line, hits));
        }
        return hits;
    }

    /** Reads the object that begins at a brace; returns where to go on. */
    private static int readObject(char[] text, int start, List<SeenHit> hits) {
        try (JsonParser parser = JSON.createParser(text, start, text.length - start)) {
            JsonNode object = JSON.readTree(parser);
            String symbol = object.path("symbol").asText();
            if (isSymbol(symbol)) {
                hits.add(new SeenHit(
                        object.path("path").asText(),
                        object.path("line").asInt(),
                        object.path("end_line").asInt(),
                        symbol,
                        object.path("signature").asText(),
                        object.path("snippet").asText()));
                return start + (int) parser.currentLocation().getCharOffset();
            }
        } catch (IOException e) {
            return start + 1;
        }
        return start + 1;
    }

    private static void readLine(String line, List<SeenHit> hits) {
        int hash = line.indexOf('#');
        int open = line.indexOf('(', hash + 1);
        int close = line.indexOf(')', open + 1);
        if (hash < 0 || open < 0 || close < 0) {
            return;
        }
        int start = hash;
        while (start > 0 && (Character.isJavaIdentifierPart(line.charAt(start - 1)) || line.charAt(start - 1) == '.')) {
            start--;
        }
        String symbol = line.substring(start, close + 1);
        if (isSymbol(symbol)) {
            hits.add(new SeenHit("", 0, 0, symbol, "", line));
        }
    }

    private static boolean isSymbol(String text) {
        int hash = text.indexOf('#');
        int open = text.indexOf('(');
        return hash > 0 && open > hash + 1 && text.endsWith(")");
    }
}
