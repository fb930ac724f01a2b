package io.github.headroom4j.eval.workload.logtriage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is new around the start of the trouble, weighed by how much it speaks for a cause rather than a symptom. */
final class Suspects {

    /** Causes come a little before the errors that they cause, and some only show when something restarts. */
    static final long BEFORE = 12_000;

    static final long AFTER = 25_000;

    private static final double BLAMING = 1.5;
    private static final double STOPPING = 1.6;
    private static final double SILENCE = 1.65;
    private static final double CHANGING = 1.7;

    /** What came well before the errors and troubled nobody else then has not caused them. */
    private static final long EARLY = 5_000;

    private static final long ECHO = 4_000;
    private static final double TOO_EARLY = 2;
    private static final double WRONG_ADDRESS = 2.6;
    private static final double TELLING = 2.2;

    /** When a log of some length begins everything in it is new, so nothing is news. */
    private static final long SETTLING = 5_000;

    /** A wrong setting takes effect when its service restarts, and clients give up only some time after. */
    private static final long RESTART = 18_000;

    private static final Pattern PORT = Pattern.compile("(?:\\d\\.\\d+|localhost):(\\d{2,5})\\b");

    /** What makes a suspect. */
    enum Ground {
        SAYS_SO,
        STOPPED,
        FELL_SILENT,
        CHANGED
    }

    /**
     * A line that may be the cause.
     *
     * @param line the line
     * @param ground why
     * @param kind the kind of error that the line itself names, empty if none
     * @param weight how much speaks for it
     */
    record Suspect(LogLine line, Ground ground, Optional<ErrorKind> kind, double weight) {}

    private final LogView view;
    private final long start;
    private final List<Suspect> suspects = new ArrayList<>();
    private final List<LogLine> novel = new ArrayList<>();

    Suspects(LogView view, long trouble) {
        this.view = view;
        this.start = trouble;
        for (String service : view.services()) {
            collectNovel(view.of(service));
        }
        novel.forEach(this::weigh);
        addWrongAddresses();
        view.services().forEach(this::addSilent);
    }

    /** The heaviest; of equals the earliest. */
    Optional<Suspect> best() {
        Suspect best = null;
        for (Suspect one : suspects) {
            boolean earlier = best != null
                    && one.weight() == best.weight()
                    && one.line().millis() < best.line().millis();
            if (best == null || one.weight() > best.weight() || earlier) {
                best = one;
            }
        }
        return Optional.ofNullable(best).map(this::inItsOwnWords);
    }

    /** The service that fell silent or stopped. */
    Optional<Suspect> gone() {
        Comparator<Suspect> heaviest = Comparator.comparingDouble(Suspect::weight)
                .reversed()
                .thenComparing(one -> one.line().millis());
        return suspects.stream()
                .filter(one -> one.ground() == Ground.STOPPED || one.ground() == Ground.FELL_SILENT)
                .min(heaviest)
                .map(this::inItsOwnWords);
    }

    /** Of a service that fell silent, the line in which it said that it stops, if there is one. */
    private Suspect inItsOwnWords(Suspect suspect) {
        return suspects.stream()
                .filter(one -> suspect.ground() == Ground.FELL_SILENT)
                .filter(one -> one.ground() == Ground.STOPPED && sameService(one, suspect))
                .findFirst()
                .orElse(suspect);
    }

    /** What was changed in the service of a suspect shortly before it. */
    Optional<LogLine> changeBefore(Suspect suspect) {
        return suspects.stream()
                .filter(one -> one.ground() == Ground.CHANGED && sameService(one, suspect))
                .map(Suspect::line)
                .filter(line -> line.millis() <= suspect.line().millis()
                        && line.millis() >= suspect.line().millis() - EARLY)
                .findFirst();
    }

    private static boolean sameService(Suspect one, Suspect other) {
        return one.line().service().equals(other.line().service());
    }

    boolean anySays(ErrorKind kind) {
        return suspects.stream().anyMatch(one -> one.kind().equals(Optional.of(kind)));
    }

    /** What a change has led to: the most telling kind of error that anybody names from then on, if it tells of a cause. */
    Optional<ErrorKind> effectOf(Suspect change) {
        return suspects.stream()
                .filter(one -> one.line().millis() >= change.line().millis() - 1_000)
                .flatMap(one -> one.kind().stream())
                .filter(kind -> kind.weight() >= TELLING && kind != ErrorKind.BAD_CONFIGURATION)
                .max(Comparator.comparingDouble(ErrorKind::weight));
    }

    /** When errors begin to come in numbers. */
    long start() {
        return start;
    }

    /** Lines of kinds not seen before, in and around the start, service by service. */
    List<LogLine> novel() {
        return novel;
    }

    private void collectNovel(List<LogLine> lines) {
        Set<String> known = new HashSet<>();
        long settled = span(lines) < BEFORE ? 0 : lines.get(0).millis() + SETTLING;
        for (LogLine line : lines) {
            if (line.millis() > start + AFTER) {
                return;
            }
            if (known.add(line.signature()) && line.millis() >= Math.max(settled, start - BEFORE)) {
                novel.add(line);
            }
        }
    }

    private static long span(List<LogLine> lines) {
        return lines.isEmpty()
                ? 0
                : lines.get(lines.size() - 1).millis() - lines.get(0).millis();
    }

    private void weigh(LogLine line) {
        Optional<ErrorKind> kind = ErrorKind.of(line.text());
        double early = line.millis() < start - EARLY && !echoes(line) ? TOO_EARLY : 0;
        if (kind.isPresent()) {
            double weight = kind.get().weight() - (Signals.blamesOthers(line.text()) ? BLAMING : 0) - early;
            suspects.add(new Suspect(line, Ground.SAYS_SO, kind, weight));
        } else if (line.timed() && Signals.changes(line.text())) {
            suspects.add(new Suspect(line, Ground.CHANGED, kind, CHANGING - early));
        } else if (line.timed() && Signals.stops(line.text())) {
            suspects.add(new Suspect(line, Ground.STOPPED, kind, STOPPING - early));
        }
    }

    /** Whether another service has new trouble of its own within a few seconds. */
    private boolean echoes(LogLine line) {
        return novel.stream()
                .anyMatch(other -> !other.service().equals(line.service())
                        && other.millis() >= line.millis() - 1_000
                        && other.millis() <= line.millis() + ECHO
                        && Signals.isSevere(other.text()));
    }

    /** An address that nobody answers at, and that a service has only now been told to use, is a wrong setting. */
    private void addWrongAddresses() {
        Set<String> ports = new HashSet<>();
        for (LogLine line : novel) {
            Matcher port = PORT.matcher(line.text());
            while (ErrorKind.of(line.text()).equals(Optional.of(ErrorKind.CONNECTION_REFUSED)) && port.find()) {
                ports.add(port.group(1));
            }
        }
        view.all().stream()
                .filter(line -> line.millis() < start - RESTART)
                .forEach(line -> ports.removeIf(port -> line.text().contains(":" + port)));
        for (LogLine line : view.all()) {
            boolean setting = line.millis() >= start - BEFORE
                    && line.text().contains(" = ")
                    && ErrorKind.of(line.text()).isEmpty();
            if (setting && ports.stream().anyMatch(port -> line.text().contains(":" + port))) {
                suspects.add(
                        new Suspect(line, Ground.CHANGED, Optional.of(ErrorKind.BAD_CONFIGURATION), WRONG_ADDRESS));
            }
        }
    }

    /** A service that wrote steadily and then no more, while others go on. */
    private void addSilent(String service) {
        List<LogLine> lines = view.of(service);
        if (lines.size() < 20) {
            return;
        }
        LogLine last = lines.get(lines.size() - 1);
        List<LogLine> all = view.all();
        boolean othersGoOn = all.get(all.size() - 1).millis() > start + 8_000;
        if (othersGoOn && last.millis() < start + 2_000 && last.millis() > start - BEFORE) {
            suspects.add(new Suspect(last, Ground.FELL_SILENT, Optional.empty(), SILENCE));
        }
    }
}
