package io.github.headroom4j.compressor.tabular;

import java.util.ArrayList;
import java.util.List;

/** Finds the way of quoting that fits most cells: how many cells do not fit, for each way and column. */
final class QuotingChoice {

    private static final List<Quoting> WAYS = List.of(Quoting.values());

    private final char delimiter;
    private final int[][] misfits;

    /** Nothing is counted yet. */
    QuotingChoice(int columns, char delimiter) {
        this.delimiter = delimiter;
        misfits = new int[columns][WAYS.size()];
    }

    /** Counts the cells of a record, as they are written and what they hold. */
    void count(List<String> raw, List<String> values) {
        for (int column = 0; column < raw.size(); column++) {
            for (int way = 0; way < WAYS.size(); way++) {
                boolean fits = WAYS.get(way).fits(raw.get(column), values.get(column), delimiter);
                misfits[column][way] += fits ? 0 : 1;
            }
        }
    }

    /** The best way for each column, and where several are as good, the one that is best for all columns together. */
    List<Quoting> ofColumns() {
        Quoting usual = ofAll();
        List<Quoting> best = new ArrayList<>();
        for (int[] column : misfits) {
            best.add(best(column, usual));
        }
        return best;
    }

    /** The best way for all columns together. */
    Quoting ofAll() {
        return best(together(), Quoting.PLAIN);
    }

    private int[] together() {
        int[] all = new int[WAYS.size()];
        for (int[] column : misfits) {
            for (int way = 0; way < all.length; way++) {
                all[way] += column[way];
            }
        }
        return all;
    }

    private static Quoting best(int[] misfits, Quoting preferred) {
        int least = WAYS.indexOf(preferred);
        for (int way = 0; way < misfits.length; way++) {
            least = misfits[way] < misfits[least] ? way : least;
        }
        return WAYS.get(least);
    }
}
