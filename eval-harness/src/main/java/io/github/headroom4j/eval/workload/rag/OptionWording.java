package io.github.headroom4j.eval.workload.rag;

import io.github.headroom4j.eval.dataset.Sha256;
import io.github.headroom4j.eval.workload.rag.OptionPhrases.Phrase;
import java.util.List;

/** Puts questions about options as people do, each in one of several ways drawn by the seed. Immutable. */
final class OptionWording {

    private final OptionSections sections;
    private final String seed;

    OptionWording(OptionSections sections, String seed) {
        this.sections = sections;
        this.seed = seed;
    }

    String namedDefault(String name) {
        return namedDefault(name, name);
    }

    /**
     * Asks for a default.
     *
     * @param like an option of the same kind
     * @param name the option's name
     */
    String namedDefault(String like, String name) {
        String what = sections.what(like);
        String owner = sections.owner(like);
        return one(
                name,
                "What is the default value of the " + what + " " + name + "?",
                "Which value does " + name + " have in " + owner + " if I do not set it?",
                "What is " + name + " set to by default in " + owner + "?",
                "I left " + name + " out of the configuration of " + owner + ". What value applies?",
                name + " default value in " + owner + "?");
    }

    String describedDefault(String name, Phrase thing) {
        String owner = sections.owner(name);
        return one(
                name,
                "What is the default " + thing.words() + " in " + owner + "?",
                "By default, what is the " + thing.words() + " in " + owner + "?",
                "Which default does " + owner + " have for the " + thing.words() + "?");
    }

    String described(String name, Phrase phrase) {
        String what = sections.what(name);
        return switch (phrase.form()) {
            case THING ->
                one(
                        name,
                        "Which " + what + " sets the " + phrase.words() + "?",
                        "With which " + what + " do I configure the " + phrase.words() + "?",
                        "I want to change the " + phrase.words() + ". What is the name of the " + what + " for that?");
            case CLAUSE ->
                one(
                        name,
                        "Which " + what + " decides " + phrase.words() + "?",
                        "What is the name of the " + what + " that controls " + phrase.words() + "?",
                        "By which " + what + " is it configured " + phrase.words() + "?");
            case ACTION ->
                one(
                        name,
                        "Which " + what + " " + phrase.words() + "?",
                        "What is the name of the " + what + " that " + phrase.words() + "?");
        };
    }

    String values(String name) {
        String what = sections.what(name);
        return one(
                name,
                "Which values does the " + what + " " + name + " accept?",
                "What can the " + what + " " + name + " be set to?",
                "What are the valid values of " + name + " in " + sections.owner(name) + "?");
    }

    private String one(String name, String... ways) {
        int drawn = Integer.parseInt(Sha256.of(seed + "\n" + name).substring(0, 6), 16);
        return List.of(ways).get(drawn % ways.length);
    }
}
