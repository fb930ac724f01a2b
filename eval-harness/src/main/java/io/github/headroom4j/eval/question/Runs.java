package io.github.headroom4j.eval.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts neighbouring line numbers together, so that a place counts once however many lines it has. Stateless. */
public final class Runs {

    /**
     * Lines that follow each other.
     *
     * @param first from 1
     * @param last inclusive
     */
    public record Run(int first, int last) {}

    private Runs() {}

    /**
     * The runs of some numbers.
     *
     * @param numbers in any order
     * @return runs in order; numbers that differ by at most two are in one
     */
    public static List<Run> of(Collection<Integer> numbers) {
        List<Run> runs = new ArrayList<>();
        for (int number : numbers.stream().sorted().distinct().toList()) {
            Run last = runs.isEmpty() ? new Run(number, number) : runs.remove(runs.size() - 1);
            if (number - last.last() <= 2) {
                runs.add(new Run(last.first(), number));
            } else {
                runs.add(last);
                runs.add(new Run(number, number));
            }
        }
        return runs;
    }
}
