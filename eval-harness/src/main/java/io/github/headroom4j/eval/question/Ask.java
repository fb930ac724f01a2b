package io.github.headroom4j.eval.question;

import java.util.Arrays;
import java.util.Optional;

/**
 * A question of fixed wording: an importer writes it into a case, a person or a model understands it, and a deterministic reader
 * knows by its opening what is wanted. Nothing of the answer is in it. Immutable.
 *
 * @param kind what is asked
 * @param about what it is asked about, in the words of the data
 */
public record Ask(Kind kind, String about) {

    /** What can be asked, and how the question begins. */
    public enum Kind {
        /** How many entries of a log a template has; about the template. */
        COUNT("How many entries of the log match this template, in which <*> stands for anything?"),

        /** The lines of a log that a template has; about the template. */
        QUOTE("Quote every line of the log that matches this template, in which <*> stands for anything."),

        /** The first line that a component wrote at a level; about both, as {@link Ask#firstLine} puts them. */
        FIRST("Quote the first line of the log that was written by this component at this level."),

        /** The lines of a log that are labelled as anomalies; about nothing. */
        ANOMALIES("Quote every line of the log that tells of an anomaly."),

        /** Where whole files must be changed; about how the failure shows. */
        LOCALISE("In which file, and at which of its lines, must the code be changed to mend this failure?"),

        /** Which lines of a change matter; about what the change is said to do. */
        ESSENTIAL("Which changed lines of this diff mend the defect, as file and line of the new side?"),

        /** What a reviewer speaks of; about the comment. */
        COMMENTED("Which file and line does this review comment speak of?"),

        /** The function among search results that does something; about what it does. */
        SYMBOL("Which of the functions found does this?"),

        /** The line of any file that answers; about a question in anybody's words. */
        PASSAGE("Quote the line that answers this question."),

        /** The values that an earlier answer cited; about that answer with numbered gaps in their place. */
        GAPS("Which values from the tool results belong in the numbered gaps of this answer?");

        private final String opening;

        Kind(String opening) {
            this.opening = opening;
        }
    }

    private static final String AT_LEVEL = " at level ";

    /**
     * Asks for the first line of a component at a level.
     *
     * @param component whose line
     * @param level at which level
     * @return the question
     */
    public static Ask firstLine(String component, String level) {
        return new Ask(Kind.FIRST, component + AT_LEVEL + level);
    }

    /**
     * The component of a question for a first line.
     *
     * @return the component, or all that it is about if no level is named
     */
    public String component() {
        int at = about.lastIndexOf(AT_LEVEL);
        return at < 0 ? about : about.substring(0, at);
    }

    /**
     * The level of a question for a first line.
     *
     * @return the level, empty if none is named
     */
    public String level() {
        int at = about.lastIndexOf(AT_LEVEL);
        return at < 0 ? "" : about.substring(at + AT_LEVEL.length());
    }

    /**
     * The question as the user puts it.
     *
     * @return one line that says what is wanted, and what it is about from the next line on
     */
    public String text() {
        return about.isEmpty() ? kind.opening : kind.opening + "\n" + about;
    }

    /**
     * Reads a question.
     *
     * @param text what a request shows as the user's question
     * @return the question, or empty if it is none of these
     */
    public static Optional<Ask> of(String text) {
        return Arrays.stream(Kind.values())
                .filter(kind -> text.equals(kind.opening) || text.startsWith(kind.opening + "\n"))
                .map(kind -> new Ask(kind, text.substring(Math.min(text.length(), kind.opening.length() + 1))))
                .findFirst();
    }
}
