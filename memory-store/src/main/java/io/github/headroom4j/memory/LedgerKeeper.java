package io.github.headroom4j.memory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.github.headroom4j.compressor.ErrorSignals;
import io.github.headroom4j.memory.Ledger.Topic;
import io.github.headroom4j.original.OriginalMarker;
import io.github.headroom4j.tool.HeadroomAttributes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads out of messages what a ledger notes. Linear in their texts; deterministic. Stateless. */
final class LedgerKeeper {

    private static final Pattern BREAKS = Pattern.compile("(?<=[.!?])\\s+|\n");
    private static final Pattern NO_NAME_CHARS = Pattern.compile("[^A-Za-z0-9_-]+");
    private static final Pattern NO_WORD_CHARS = Pattern.compile("[^a-z']+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** What makes a tool one that changes files. */
    private static final List<String> WRITING = List.of(
            "write", "edit", "create", "patch", "save", "replace", "delete", "remove", "update", "insert", "append",
            "move", "rename");

    private static final Set<String> PATH_NAMES =
            Set.of("path", "file", "filename", "filepath", "uri", "url", "target");

    /** Words with which people say how they want things. */
    private static final Set<String> DECIDING = Set.of(
            "use", "don't", "dont", "always", "never", "prefer", "must", "should", "instead", "decided", "let's",
            "keep", "only", "avoid", "want", "agreed");

    /** Enough of each kind from one message that a few of them do not fill a ledger. */
    private static final int ERRORS_A_RESULT = 2;

    private static final String CODE_ENDS = ";{}(,";
    private static final String CODE_BEGINS = "/*#@}";

    private static final int MAX_CHARS = 20_000;
    private static final int MIN_NAME_CHARS = 6;
    private static final int MAX_NAME_CHARS = 40;
    private static final int MAX_PATH_CHARS = 120;

    private LedgerKeeper() {}

    /** Notes what is in the messages that were folded, given by their indices in ascending order. */
    static void note(History history, List<Integer> folded, Ledger ledger) {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (int index : folded) {
            ChatMessage message = history.message(index);
            if (message instanceof ToolExecutionResultMessage result) {
                Object earlier = result.attributes().get(HeadroomAttributes.LEDGER);
                if (earlier instanceof String printed) {
                    ledger.addAll(printed);
                }
                history.call(index).ifPresent(call -> noteFiles(call, ledger));
            }
            String text = MessageTexts.of(message);
            String read = text.substring(0, Math.min(text.length(), MAX_CHARS));
            noteErrors(read, ledger);
            namesIn(read).forEach(name -> names.merge(name, 1, Integer::sum));
        }
        names.entrySet().stream()
                .filter(name -> name.getValue() > 1)
                .sorted(Map.Entry.comparingByValue())
                .forEach(name -> ledger.add(Topic.NAMES, name.getKey()));
        noteDecisions(history, folded, ledger);
    }

    private static void noteFiles(ToolExecutionRequest call, Ledger ledger) {
        String tool = call.name().toLowerCase(Locale.ROOT);
        Topic topic = WRITING.stream().anyMatch(tool::contains) ? Topic.WRITTEN : Topic.READ;
        CallArguments.of(call).values().forEach((name, value) -> {
            if (value.isTextual() && isPath(name, value)) {
                ledger.add(topic, value.asText());
            }
        });
    }

    private static boolean isPath(String name, JsonNode value) {
        String text = value.asText();
        boolean fits = !text.isBlank()
                && text.length() <= MAX_PATH_CHARS
                && text.chars().noneMatch(c -> Character.isWhitespace(c) || c == '*' || c == '"');
        boolean named = PATH_NAMES.contains(name.toLowerCase(Locale.ROOT).replace("_", ""));
        int dot = text.lastIndexOf('.');
        boolean hasExtension = dot > 0 && dot < text.length() - 1 && Character.isLetter(text.charAt(dot + 1));
        return fits && (named || (text.indexOf('/') >= 0 && hasExtension));
    }

    private static void noteErrors(String text, Ledger ledger) {
        Set<String> shapes = new HashSet<>();
        for (String line : text.lines().toList()) {
            if (shapes.size() < ERRORS_A_RESULT
                    && ErrorSignals.speaksOfError(line)
                    && !isCode(line.strip())
                    && shapes.add(DIGITS.matcher(line).replaceAll("0"))) {
                ledger.add(Topic.ERRORS, line);
            }
        }
    }

    /** Code speaks of errors where none happened, and so does our own marker's line. */
    private static boolean isCode(String line) {
        return line.isEmpty()
                || line.startsWith("throw ")
                || CODE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0
                || CODE_BEGINS.indexOf(line.charAt(0)) >= 0
                || OriginalMarker.hasLookAlike(line);
    }

    /** Words of letters and digits, each once. */
    private static Set<String> namesIn(String text) {
        Set<String> names = new HashSet<>();
        for (String word : NO_NAME_CHARS.splitAsStream(text).toList()) {
            if (word.length() >= MIN_NAME_CHARS
                    && word.length() <= MAX_NAME_CHARS
                    && word.chars().anyMatch(Character::isDigit)
                    && word.chars().anyMatch(Character::isLetter)) {
                names.add(word);
            }
        }
        return names;
    }

    private static void noteDecisions(History history, List<Integer> folded, Ledger ledger) {
        int first = Math.max(0, history.lastUserBefore(folded.get(0)));
        for (int i = first; i < folded.get(folded.size() - 1); i++) {
            if (history.message(i) instanceof UserMessage user) {
                BREAKS.splitAsStream(Passages.question(user))
                        .filter(LedgerKeeper::decides)
                        .forEach(sentence -> ledger.add(Topic.DECISIONS, sentence));
            }
        }
    }

    private static boolean decides(String sentence) {
        return NO_WORD_CHARS
                .splitAsStream(sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\''))
                .anyMatch(DECIDING::contains);
    }
}
