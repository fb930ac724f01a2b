package io.github.headroom4j.eval.workload.logtriage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which service listens on which port, by what the services say of themselves. Immutable. */
final class Addresses {

    /** Servers say it in the usual words: listening on, serving, bound to, on port; nginx names itself in its messages. */
    private static final Pattern OWN = Pattern.compile(
            "(?:listen|serving|\\bbind|accepting|(?:on|with|=) ?port|\\bport[:=]|, server: )[^;|]{0,60}?(?<!\\d)(\\d{4,5})\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED = Pattern.compile("(?:\\d\\.\\d+|localhost)[:#](\\d{4,5})\\b");

    private final Map<String, Set<String>> services = new HashMap<>();

    private Addresses() {}

    static Addresses of(LogView view) {
        Addresses addresses = new Addresses();
        for (LogLine line : view.all()) {
            Matcher own = OWN.matcher(line.text());
            while (own.find()) {
                addresses
                        .services
                        .computeIfAbsent(own.group(1), port -> new HashSet<>())
                        .add(line.service());
            }
        }
        return addresses;
    }

    /** Whose address a line of another service names. Empty if none, or if it is not clear whose. */
    Optional<String> namedIn(LogLine line) {
        Matcher named = NAMED.matcher(line.text());
        while (named.find()) {
            Set<String> owners = services.getOrDefault(named.group(1), Set.of());
            if (owners.size() == 1 && !owners.contains(line.service())) {
                return owners.stream().findFirst();
            }
        }
        return Optional.empty();
    }
}
