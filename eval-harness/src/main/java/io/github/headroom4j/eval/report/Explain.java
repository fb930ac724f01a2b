package io.github.headroom4j.eval.report;

import java.util.Optional;
import java.util.regex.Pattern;

/** The command that shows a case side by side, none against compressed. */
final class Explain {

    /** Names that no shell reads anything into. Others come from people's own data, and get no command to be pasted. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}._:/@+=,-]{1,200}");

    private Explain() {}

    static Optional<String> command(String workload, String id) {
        String name = workload + "/" + id;
        return PLAIN.matcher(name).matches()
                ? Optional.of("mvn -q -pl eval-harness -am compile exec:java -Dexec.args=\"explain " + name + "\"")
                : Optional.empty();
    }
}
