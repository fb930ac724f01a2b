package io.github.headroom4j.eval.workload.rag;

import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.rag.OptionPhrases.Phrase;
import io.github.headroom4j.eval.workload.rag.RagQuestion.Proof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The sections of configuration references, by the names of options: an option that several clients have is described in
 * several documents. Knows which facts and phrases are of one option alone, and where they stand. Immutable.
 */
final class OptionSections {

    private final Corpus corpus;
    private final Map<String, List<DocumentedOption>> byName = new LinkedHashMap<>();

    OptionSections(Corpus corpus) {
        this.corpus = corpus;
        corpus.options()
                .forEach(option -> byName.computeIfAbsent(option.name(), name -> new ArrayList<>())
                        .add(option));
    }

    /** The names of all options, in the order of the corpus. */
    Set<String> names() {
        return byName.keySet();
    }

    /** The first document that describes an option. */
    CorpusDocument document(String name) {
        return corpus.document(of(name).get(0).documentId());
    }

    /** The sections that describe an option. */
    List<DocumentedOption> of(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The value of a fact, if all sections of the option give the same one, and no other option's line begins with it. */
    Optional<String> ownFact(String name, String fact) {
        Set<Optional<String>> values = of(name).stream()
                .map(option -> Optional.ofNullable(option.facts().get(fact)))
                .collect(Collectors.toSet());
        Optional<String> value = values.iterator().next();
        boolean own = values.size() == 1
                && value.isPresent()
                && byName.keySet().stream()
                        .filter(other -> !other.equals(name))
                        .flatMap(other -> of(other).stream())
                        .map(other -> other.facts().getOrDefault(fact, ""))
                        .noneMatch(other -> other.startsWith(value.get()));
        return own ? value : Optional.empty();
    }

    /** The phrase for what the option does, if no other option's first sentence has it in it, and no name goes on like its. */
    Optional<Phrase> ownPhrase(String name) {
        Set<Phrase> phrases = of(name).stream()
                .flatMap(option -> OptionPhrases.of(option).stream())
                .collect(Collectors.toSet());
        if (phrases.size() != 1) {
            return Optional.empty();
        }
        Phrase phrase = phrases.iterator().next();
        String words = phrase.words().toLowerCase(Locale.ROOT);
        boolean own = byName.keySet().stream()
                .filter(other -> !other.equals(name))
                .noneMatch(other -> other.startsWith(name)
                        || of(other).stream()
                                .anyMatch(option -> option.description()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(words)));
        return own ? Optional.of(phrase) : Optional.empty();
    }

    /** Where an option's name stands above its section. */
    Proof heading(String name) {
        return proof(name, "### " + name);
    }

    /** Where the line with a fact stands. */
    Proof fact(String name, String fact, String value) {
        return proof(name, "- " + fact + ": " + value);
    }

    /** Where a piece of an option's description stands. */
    Proof sentence(String name, String sentence) {
        return proof(name, sentence);
    }

    private Proof proof(String name, String piece) {
        List<Span> places = new ArrayList<>();
        for (DocumentedOption option : of(name)) {
            CorpusDocument document = corpus.document(option.documentId());
            int section = document.text().indexOf(option.text());
            int within = option.text().indexOf(piece);
            if (section < 0) {
                throw new IllegalStateException(document.id() + " has no section for " + name);
            }
            if (within >= 0) {
                int start = section + within;
                places.add(new Span(document, start, start + piece.length()));
            }
        }
        return new Proof(places);
    }

    /**
     * A name that no option has and no document mentions, though it looks like one: all but the last part of an option's name
     * with the last part of another's.
     */
    Optional<String> recombined(String name, String seed) {
        String stem = name.substring(0, name.lastIndexOf('.') + 1);
        return byName.keySet().stream()
                .filter(other -> document(other).library().equals(document(name).library()))
                .filter(other -> depth(other) == depth(name))
                .sorted(Comparator.comparing(other -> Sha256.of(String.join("\n", seed, name, other))))
                .map(other -> stem + other.substring(other.lastIndexOf('.') + 1))
                .filter(made -> corpus.documents().stream()
                        .noneMatch(document -> document.text().contains(made)))
                .findFirst();
    }

    private static long depth(String name) {
        return name.chars().filter(c -> c == '.').count();
    }

    /** What kind of thing an option is, for instance "Kafka producer option". */
    String what(String name) {
        return subject(name) + (isKafka(name) ? " option" : " property");
    }

    /** What has the option, for instance "the Kafka producer". */
    String owner(String name) {
        return isKafka(name) ? "the " + subject(name) : subject(name);
    }

    private String subject(String name) {
        Set<String> owners = new TreeSet<>();
        of(name).forEach(option -> owners.add(option.documentId().replaceFirst("(?m)^.*[./]", "")));
        if (!isKafka(name)) {
            return "Spring Boot";
        }
        return switch (String.join(" ", owners)) {
            case "ConsumerConfig" -> "Kafka consumer";
            case "ProducerConfig" -> "Kafka producer";
            case "AdminClientConfig" -> "Kafka admin client";
            case "TopicConfig" -> "Kafka topic";
            default -> "Kafka client";
        };
    }

    private boolean isKafka(String name) {
        return of(name).get(0).documentId().startsWith("kafka-clients/");
    }
}
