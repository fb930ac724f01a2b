package io.github.headroom4j.eval.workload.codereview.reviewer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one file as a reviewer sees them who notices what has only moved: lines that went in one place and came in another
 * are no change, what is left of a moved passage is compared with what was there before, and what it lacks is missing where it
 * is now. Quadratic in the lines that remain, which are bounded.
 */
final class FileChanges {

    /** Lines of a file on one side that are compared with each other. */
    private static final int MAX_COMPARED = 400;

    /** Characters; shorter lines are alike by chance. */
    private static final int MIN_TELLING = 9;

    private static final double ALIKE = 0.7;

    /** A change with what is around it, and which of its lines have only moved. */
    private record Seen(Hunk hunk, Change change, Set<DiffLine> moved) {}

    private final List<Seen> changes = new ArrayList<>();
    /** Where a line that has moved is now: the line after it, by the line that it was. */
    private final Map<DiffLine, Spot> after = new HashMap<>();

    private final ReviewView view;

    private FileChanges(ReviewView view, List<Hunk> hunks) {
        this.view = view;
        for (Hunk hunk : hunks) {
            hunk.changes().forEach(change -> changes.add(new Seen(hunk, change, new HashSet<>())));
        }
    }

    static List<Spot> of(ReviewView view, List<Hunk> hunks) {
        FileChanges file = new FileChanges(view, hunks);
        file.findMoved();
        return file.remaining();
    }

    private void findMoved() {
        Map<String, List<Seen>> came = new HashMap<>();
        Map<String, List<DiffLine>> lines = new HashMap<>();
        for (Seen seen : changes) {
            for (DiffLine line : seen.change().added()) {
                String text = line.text().strip();
                if (text.length() >= MIN_TELLING) {
                    came.computeIfAbsent(text, any -> new ArrayList<>()).add(seen);
                    lines.computeIfAbsent(text, any -> new ArrayList<>()).add(line);
                }
            }
        }
        for (Seen seen : changes) {
            for (DiffLine line : seen.change().removed()) {
                List<DiffLine> now = lines.getOrDefault(line.text().strip(), List.of());
                if (!now.isEmpty()) {
                    Seen there =
                            came.getOrDefault(line.text().strip(), List.of()).remove(0);
                    DiffLine moved = now.remove(0);
                    seen.moved().add(line);
                    there.moved().add(moved);
                    after.put(line, at(there, moved.number() + 1));
                }
            }
        }
    }

    private Spot at(Seen seen, int number) {
        return new Spot(view, seen.hunk(), new Change(seen.change().path(), List.of(), List.of(), number));
    }

    private List<Spot> remaining() {
        List<Spot> spots = new ArrayList<>();
        List<Spot> gone = new ArrayList<>();
        List<Spot> came = new ArrayList<>();
        for (Seen seen : changes) {
            List<DiffLine> removed = left(seen, seen.change().removed());
            List<DiffLine> added = left(seen, seen.change().added());
            Change change = new Change(
                    seen.change().path(), removed, added, seen.change().number());
            Spot spot = new Spot(view, seen.hunk(), change);
            boolean mixed = !seen.moved().isEmpty();
            if (added.isEmpty() && mixed) {
                gone.addAll(missing(seen, removed));
            } else if (removed.isEmpty()) {
                came.add(spot);
            } else if (added.isEmpty()) {
                gone.add(spot);
            } else {
                spots.add(spot);
            }
        }
        pair(gone, came, spots);
        return spots;
    }

    /** What has not moved; braces and comments of a passage of which a part has moved say nothing. */
    private static List<DiffLine> left(Seen seen, List<DiffLine> lines) {
        return lines.stream()
                .filter(line -> !seen.moved().contains(line))
                .filter(line -> seen.moved().isEmpty()
                        || JavaTokens.of(line.text()).stream().anyMatch(token -> token.kind() != Token.Kind.MARK))
                .toList();
    }

    /** Lines that a moved passage no longer has, each where it would be now. */
    private List<Spot> missing(Seen seen, List<DiffLine> removed) {
        List<Spot> missing = new ArrayList<>();
        List<DiffLine> all = seen.change().removed();
        for (DiffLine line : removed) {
            Spot place = at(seen, line.number());
            for (int i = all.indexOf(line) - 1; i >= 0; i--) {
                Spot moved = after.get(all.get(i));
                if (moved != null) {
                    place = moved;
                    break;
                }
            }
            Change change = new Change(
                    seen.change().path(),
                    List.of(line),
                    List.of(),
                    place.change().number());
            missing.add(new Spot(view, place.hunk(), change));
        }
        return missing;
    }

    /** Puts a line that came beside the line that went and says nearly the same. */
    private void pair(List<Spot> gone, List<Spot> came, List<Spot> spots) {
        List<DiffLine> old = new ArrayList<>();
        gone.forEach(spot -> old.addAll(spot.change().removed()));
        Set<DiffLine> used = new HashSet<>();
        for (Spot spot : came) {
            List<DiffLine> alone = new ArrayList<>();
            for (DiffLine line : spot.change().added()) {
                DiffLine twin = old.size() > MAX_COMPARED ? null : twin(line, old, used);
                if (twin == null) {
                    alone.add(line);
                } else {
                    used.add(twin);
                    spots.add(with(spot, List.of(twin), List.of(line), line.number()));
                }
            }
            if (!alone.isEmpty()) {
                spots.add(with(spot, List.of(), alone, alone.get(0).number()));
            }
        }
        for (Spot spot : gone) {
            List<DiffLine> alone = spot.change().removed().stream()
                    .filter(line -> !used.contains(line))
                    .toList();
            if (!alone.isEmpty()) {
                spots.add(with(spot, alone, List.of(), spot.change().number()));
            }
        }
    }

    private static Spot with(Spot spot, List<DiffLine> removed, List<DiffLine> added, int number) {
        return new Spot(spot.view(), spot.hunk(), new Change(spot.path(), removed, added, number));
    }

    private static @Nullable DiffLine twin(DiffLine line, List<DiffLine> old, Set<DiffLine> used) {
        List<Token> tokens = JavaTokens.of(line.text());
        DiffLine best = null;
        double bestShare = ALIKE;
        for (DiffLine other : old) {
            double share = used.contains(other) ? 0 : alike(tokens, JavaTokens.of(other.text()));
            if (share > bestShare) {
                best = other;
                bestShare = share;
            }
        }
        return best;
    }

    /** The share of tokens that two lines have in common, whatever their order. */
    private static double alike(List<Token> one, List<Token> other) {
        if (one.size() < 3 || Math.abs(one.size() - other.size()) > 4) {
            return 0;
        }
        List<Token> rest = new ArrayList<>(other);
        long common = one.stream().filter(rest::remove).count();
        return (double) common / Math.max(one.size(), other.size());
    }
}
