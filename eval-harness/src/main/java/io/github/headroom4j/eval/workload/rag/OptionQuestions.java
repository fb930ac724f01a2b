package io.github.headroom4j.eval.workload.rag;

import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.rag.OptionPhrases.Phrase;
import io.github.headroom4j.eval.workload.rag.RagQuestion.Proof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Questions that configuration references answer, made of their metadata without a model. Which options are asked about, and
 * in which words, is drawn by a seed. Only facts that one option alone has are asked for, since a check that looks for a
 * line could not tell whose it is.
 */
final class OptionQuestions {

    /** One kind of question about one library takes at most so many from a document, or long documents would be most of all. */
    private static final int MAX_PER_DOCUMENT = 20;

    /** Values that stand everywhere, whole lists, and what is nothing once punctuation is gone. */
    private static final Pattern TRIVIAL =
            Pattern.compile("null|true|false|-?[01]|.{60,}|[^\\p{L}\\p{N}]*+[\\p{L}\\p{N}]?[^\\p{L}\\p{N}]*+");

    private static final Pattern WORDS =
            Pattern.compile("(?:\\(case insensitive\\) )?\\[((?=[^\\[\\].]*?, )[^\\[\\].]*+)]");

    /** Words by which a description tells what holds if nothing is set. */
    private static final Pattern SAYS_WHAT_ELSE = Pattern.compile("(?i)default|if not|unset|when not|otherwise");

    private static final String DEFAULT = "Default";

    /** Makes a question of one kind about an option, or nothing if the option is not fit for it. */
    private interface Maker {
        Optional<Draft> make(String option);
    }

    private record Draft(String question, List<String> answers, List<Proof> proofs) {}

    private final OptionSections sections;
    private final OptionWording wording;
    private final String seed;
    private final Set<String> asked = new HashSet<>();
    private final List<RagQuestion> questions = new ArrayList<>();

    private OptionQuestions(Corpus corpus, String seed) {
        this.sections = new OptionSections(corpus);
        this.wording = new OptionWording(sections, seed);
        this.seed = seed;
    }

    /** The questions, in a fixed order. */
    static List<RagQuestion> of(Corpus corpus, String seed) {
        OptionQuestions made = new OptionQuestions(corpus, seed);
        for (String library : List.of("spring-boot", "kafka-clients")) {
            made.draw(library, "values", 10, made::values);
            made.draw(library, "default", 35, made::namedDefault);
            made.draw(library, "described-default", 25, made::describedDefault);
            made.draw(library, "option", 40, made::described);
            made.draw(library, "unanswerable-silent", 16, made::silent);
            made.draw(library, "unanswerable-invented", 12, made::invented);
        }
        return List.copyOf(made.questions);
    }

    private void draw(String library, String kind, int wanted, Maker maker) {
        List<String> names = sections.names().stream()
                .filter(name -> document(name).library().equals(library))
                .sorted(Comparator.comparing(name -> Sha256.of(String.join("\n", seed, kind, name))))
                .toList();
        int enough = questions.size() + wanted;
        Map<String, Integer> perDocument = new HashMap<>();
        for (String name : names) {
            CorpusDocument document = document(name);
            boolean room = questions.size() < enough
                    && perDocument.getOrDefault(document.id(), 0) < MAX_PER_DOCUMENT
                    && !asked.contains(name);
            Optional<Draft> draft = room ? maker.make(name) : Optional.empty();
            if (draft.isPresent()) {
                perDocument.merge(document.id(), 1, Integer::sum);
                asked.add(name);
                add(kind, document, draft.get());
            }
        }
    }

    private void add(String kind, CorpusDocument document, Draft draft) {
        questions.add(new RagQuestion(
                String.format(Locale.ROOT, "o%03d", questions.size() + 1),
                kind,
                draft.question(),
                document.id(),
                document.split(),
                draft.answers(),
                draft.proofs()));
    }

    private CorpusDocument document(String name) {
        return sections.document(name);
    }

    private Optional<Draft> namedDefault(String name) {
        return sections.ownFact(name, DEFAULT)
                .filter(value -> !TRIVIAL.matcher(value).matches())
                .map(value -> new Draft(
                        wording.namedDefault(name),
                        List.of(value),
                        List.of(sections.heading(name), sections.fact(name, DEFAULT, value))));
    }

    private Optional<Draft> describedDefault(String name) {
        Optional<Phrase> thing = sections.ownPhrase(name).filter(phrase -> phrase.form() == OptionPhrases.Form.THING);
        return thing.flatMap(phrase -> namedDefault(name)
                .map(draft -> new Draft(
                        wording.describedDefault(name, phrase),
                        draft.answers(),
                        List.of(
                                sections.sentence(name, phrase.sentence()),
                                draft.proofs().get(1)))));
    }

    private Optional<Draft> described(String name) {
        return sections.ownPhrase(name)
                .map(phrase -> new Draft(
                        wording.described(name, phrase),
                        List.of(name),
                        List.of(sections.heading(name), sections.sentence(name, phrase.sentence()))));
    }

    private Optional<Draft> values(String name) {
        return sections.ownFact(name, "Valid Values").flatMap(value -> {
            Matcher words = WORDS.matcher(value);
            return words.matches()
                    ? Optional.of(new Draft(
                            wording.values(name),
                            List.of(words.group(1), value),
                            List.of(sections.heading(name), sections.fact(name, "Valid Values", value))))
                    : Optional.empty();
        });
    }

    /** Asks for a default of which the reference says nothing. */
    private Optional<Draft> silent(String name) {
        boolean silent = sections.of(name).stream()
                .allMatch(option -> !option.facts().containsKey(DEFAULT)
                        && !SAYS_WHAT_ELSE.matcher(option.description()).find());
        return silent ? Optional.of(new Draft(wording.namedDefault(name), List.of(), List.of())) : Optional.empty();
    }

    /** Asks for the default of an option that there is not: the beginning of one name with the end of another. */
    private Optional<Draft> invented(String name) {
        return sections.recombined(name, seed)
                .map(invented -> new Draft(wording.namedDefault(name, invented), List.of(), List.of()));
    }
}
