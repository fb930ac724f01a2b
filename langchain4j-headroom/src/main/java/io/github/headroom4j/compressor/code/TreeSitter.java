package io.github.headroom4j.compressor.code;

import io.github.headroom4j.compressor.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The optional parsers by tree-sitter. Its jars may be missing, and their native libraries may be made for other machines;
 * so no class but {@link TreeSitterOutlineParser} names theirs, and that one is only touched here. A grammar is loaded when
 * it is first asked for, and once.
 */
final class TreeSitter {

    private static final Logger LOG = LoggerFactory.getLogger(TreeSitter.class);

    private static final Map<Grammar, Optional<OutlineParser>> LOADED = new ConcurrentHashMap<>();

    private TreeSitter() {}

    /** The parsers for a language, the likeliest first; none if they can not be had here. */
    static List<OutlineParser> parsers(String language) {
        return parsers(language, Deadline.none());
    }

    /** The same, under a deadline that does not count what loading a grammar takes. */
    static List<OutlineParser> parsers(String language, Deadline deadline) {
        return Grammar.of(language).stream()
                .map(grammar -> {
                    Optional<OutlineParser> known = LOADED.get(grammar);
                    return known != null
                            ? known
                            : deadline.pausing(() -> LOADED.computeIfAbsent(grammar, TreeSitter::load));
                })
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<OutlineParser> load(Grammar grammar) {
        try {
            Class.forName(grammar.languageClass(), false, TreeSitter.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            LOG.debug("{} is not on the class path, so its language is outlined without it", grammar.languageClass());
            return Optional.empty();
        }
        try {
            return Optional.of(TreeSitterOutlineParser.of(grammar));
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            LOG.warn(
                    "{} is on the class path but can not be loaded on this machine, so its language is outlined without it",
                    grammar.languageClass(),
                    e);
            return Optional.empty();
        }
    }
}
