package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.eval.dataset.EvalCase;
import java.util.List;

/**
 * The notation of answers. Lines are named by service and text, not by number: a reader of compressed logs cannot count
 * lines that are not shown, and time stamps make texts practically unique.
 */
final class LogItems {

    static final String ROOT = "root:";
    static final String CLASS = "class:";
    static final String ONSET = "onset:";
    static final String EVIDENCE = "evidence:";

    static final String COUNT = "count:";
    static final String ABSENT = "absent:";

    private LogItems() {}

    /** What a language model is told. */
    static String notation(List<String> errorClasses) {
        return "Put the items into JSON instead of lines. Of a failure, an item is root:<service>, class:<ERROR_CLASS> with"
                + " one of "
                + String.join(", ", errorClasses)
                + ", onset:<service>:<log line>, or evidence:<service>:<log line>. Write a log line whole and as it"
                + " was logged, with its time stamp; where it is shown folded, spell it out. If asked how many lines there"
                + " are, the only item is count:<number>; if asked which service has not logged something, absent:<service>.";
    }

    static String count(String number) {
        return COUNT + number;
    }

    static String absent(String service) {
        return ABSENT + service;
    }

    static boolean asksForRoot(EvalCase evalCase) {
        return evalCase.gold().stream().anyMatch(item -> item.startsWith(ROOT));
    }

    static String root(String service) {
        return ROOT + service;
    }

    static String errorClass(String name) {
        return CLASS + name;
    }

    static String onset(String service, String line) {
        return ONSET + service + ":" + line.strip();
    }

    static String evidence(String service, String line) {
        return EVIDENCE + service + ":" + line.strip();
    }
}
