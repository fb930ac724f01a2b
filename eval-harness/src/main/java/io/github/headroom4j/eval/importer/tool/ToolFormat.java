package io.github.headroom4j.eval.importer.tool;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The formats of data with tool results that can be imported. */
public enum ToolFormat {
    /** LogHub: a raw log, its structured CSV and, where there are, labels of anomalies; a file or a folder of systems. */
    LOGHUB("loghub"),

    /** Defects of real projects as JSON lines: whole files with the faulty lines named, or diffs with the essential lines marked. */
    DEFECTS4J("defects4j"),

    /** Review comments with file, line and diff as JSON, or with the marked lines of a method as CSV. */
    REVIEW_COMMENTS("review-comments"),

    /** Functions with their documentation, as CodeSearchNet and CoSQA publish them. */
    CODESEARCHNET("codesearchnet"),

    /** Recorded sessions: messages of OpenAI's or Anthropic's interface, or a serialised chat memory of LangChain4j. */
    SESSIONS("sessions"),

    /** A folder of files, with questions about them or without. */
    FOLDER("folder");

    private final String label;

    ToolFormat(String label) {
        this.label = label;
    }

    /**
     * The name in options and provenance.
     *
     * @return for instance "loghub"
     */
    public String label() {
        return label;
    }

    CaseSource source() {
        return switch (this) {
            case LOGHUB -> new LogHubSource();
            case DEFECTS4J -> new DefectsSource();
            case REVIEW_COMMENTS -> new ReviewSource();
            case CODESEARCHNET -> new FunctionSource();
            case SESSIONS -> new SessionSource(UnaryOperator.identity());
            case FOLDER -> new FolderSource();
        };
    }

    /**
     * The format of a name.
     *
     * @param label as {@link #label()} gives it
     * @return the format, or empty if there is none of that name
     */
    public static Optional<ToolFormat> named(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}
