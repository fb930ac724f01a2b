package io.github.headroom4j.eval.workload.logtriage;

import io.github.headroom4j.eval.reader.Reader;
import io.github.headroom4j.eval.reader.SessionReader.Lookup;
import io.github.headroom4j.eval.workload.logtriage.Suspects.Ground;
import io.github.headroom4j.eval.workload.logtriage.Suspects.Suspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads logs as an engineer on call would who knows no system in particular: finds when errors begin to come
 * in numbers, what is new around then, and who speaks of a failure of its own rather than of somebody else's. Written
 * against the incidents of split dev only.
 */
final class LogTriageReader implements Reader {

    /** How many lines of the failed service, and how many other services, are quoted as evidence. */
    private static final int ROOT_LINES = 2;

    private static final int OTHER_SERVICES = 3;

    @Override
    public List<Lookup> lookups(String question, List<Seen> seen) {
        return LineQuestions.lookups(question, seen);
    }

    @Override
    public List<String> answer(String question, List<Seen> seen) {
        if (LineQuestions.isOne(question)) {
            return LineQuestions.answer(question, seen);
        }
        LogView view = LogView.of(seen);
        Suspects suspects = new Suspects(view, ChangePoint.of(question, view.allCounted()));
        return suspects.best().map(best -> answer(view, suspects, best)).orElse(List.of());
    }

    private static List<String> answer(LogView view, Suspects suspects, Suspect best) {
        ErrorKind kind = kind(suspects, best);
        Suspect root = kind == ErrorKind.LEADER_LOST ? suspects.gone().orElse(best) : best;
        LogLine onset = onset(view, suspects, root);
        Set<String> items = new LinkedHashSet<>();
        items.add(LogItems.root(blamed(view, root)));
        items.add(LogItems.errorClass(kind.name()));
        items.add(LogItems.onset(onset.service(), onset.text()));
        evidence(suspects, root, onset).forEach(line -> items.add(LogItems.evidence(line.service(), line.text())));
        return List.copyOf(items);
    }

    /** Whoever complains of an address blames the one who listens there. */
    private static String blamed(LogView view, Suspect root) {
        String complaining = root.line().service();
        boolean blames = root.ground() == Ground.SAYS_SO
                && Signals.blamesOthers(root.line().text());
        return blames ? Addresses.of(view).namedIn(root.line()).orElse(complaining) : complaining;
    }

    private static ErrorKind kind(Suspects suspects, Suspect best) {
        boolean change =
                best.ground() == Ground.CHANGED || Signals.changes(best.line().text());
        Optional<ErrorKind> effect = change ? suspects.effectOf(best) : Optional.empty();
        if (effect.isPresent() || best.kind().isPresent()) {
            return effect.or(best::kind).orElseThrow();
        }
        if (best.ground() == Ground.CHANGED) {
            return suspects.anySays(ErrorKind.CONNECTION_REFUSED)
                    ? ErrorKind.BAD_CONFIGURATION
                    : ErrorKind.SLOW_DEPENDENCY;
        }
        return suspects.anySays(ErrorKind.LEADER_LOST) ? ErrorKind.LEADER_LOST : ErrorKind.CONNECTION_REFUSED;
    }

    /**
     * What was changed right before, else the head of the entry that the root's line stands in; of a silent root, the
     * first trouble elsewhere.
     */
    private static LogLine onset(LogView view, Suspects suspects, Suspect root) {
        if (root.ground() == Ground.FELL_SILENT) {
            Optional<LogLine> first = suspects.novel().stream()
                    .filter(line -> line.timed() && Signals.isProblem(line.text()))
                    .filter(line -> line.millis() >= root.line().millis())
                    .min(Comparator.comparingLong(LogLine::millis));
            return first.orElse(root.line());
        }
        return suspects.changeBefore(root).orElseGet(() -> head(view, root.line()));
    }

    private static LogLine head(LogView view, LogLine line) {
        List<LogLine> lines = view.of(line.service());
        int at = lines.indexOf(line);
        while (at > 0 && !lines.get(at).timed()) {
            at--;
        }
        return lines.get(at);
    }

    private static List<LogLine> evidence(Suspects suspects, Suspect root, LogLine onset) {
        List<LogLine> chosen = new ArrayList<>();
        suspects.changeBefore(root).ifPresent(chosen::add);
        LogLine proof = root.ground() == Ground.FELL_SILENT ? onset : root.line();
        if (!chosen.contains(proof)) {
            chosen.add(proof);
        }
        suspects.novel().stream()
                .filter(line -> line.service().equals(onset.service()) && line.millis() >= onset.millis())
                .filter(line -> ErrorKind.of(line.text()).isPresent() && !chosen.contains(line))
                .limit(Math.max(0, ROOT_LINES - chosen.size()))
                .forEach(chosen::add);
        chosen.addAll(elsewhere(suspects, onset));
        return chosen;
    }

    /** The first trouble that each other service reports; of a proxy, the first request that failed. */
    private static List<LogLine> elsewhere(Suspects suspects, LogLine onset) {
        long from = Math.min(onset.millis(), suspects.start()) - 1_000;
        Map<String, LogLine> first = new LinkedHashMap<>();
        for (LogLine line : suspects.novel()) {
            if (!line.service().equals(onset.service()) && line.millis() >= from && Signals.isProblem(line.text())) {
                boolean failedRequest = line.signature().equals(LogLine.FAILED_REQUEST);
                first.merge(line.service(), line, (old, now) -> failedRequest ? now : old);
            }
        }
        return first.values().stream()
                .sorted(Comparator.comparingLong(LogLine::millis))
                .limit(OTHER_SERVICES)
                .toList();
    }
}
