package io.github.headroom4j.compressor.tabular;

import java.util.ArrayList;
import java.util.List;

/** Finds the way of quoting that fits most cells: how many cells do not fit, for each way and column. */
final class QuotingChoice {

    private static final List<Quoting> WAYS = List.of(Quoting.values());

    private final DelimitedText delimited;
    private final int[][] misfits;

    private QuotingChoice(DelimitedText delimited) {
        this.delimited = delimited;
        misfits = new int[delimited.names().size()][WAYS.size()];
    }

    /** The best way for each column, and where several are as good, the one that is best for all columns together. */
    static List<Quoting> ofColumns(DelimitedText delimited, List<List<String>> raw) {
        QuotingChoice choice = new QuotingChoice(delimited);
        for (int record = delimited.first(); record < raw.size(); record++) {
            choice.count(record, raw.get(record));
        }
        Quoting usual = best(choice.together(), Quoting.PLAIN);
        List<Quoting> best = new ArrayList<>();
        for (int[] column : choice.misfits) {
            best.add(best(column, usual));
        }
        return best;
    }

    static Quoting ofTitles(DelimitedText delimited, List<String> raw) {
        QuotingChoice choice = new QuotingChoice(delimited);
        choice.count(0, raw);
        return best(choice.together(), Quoting.PLAIN);
    }

    private void count(int record, List<String> raw) {
        List<String> values = delimited.records().values(record);
        for (int column = 0; column < raw.size(); column++) {
            for (int way = 0; way < WAYS.size(); way++) {
                boolean fits = WAYS.get(way)
                        .fits(
                                raw.get(column),
                                values.get(column),
                                delimited.dialect().delimiter());
                misfits[column][way] += fits ? 0 : 1;
            }
        }
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
