package io.github.headroom4j.eval.bench;

import static io.github.headroom4j.eval.bench.SpeedPage.figure;

import io.github.headroom4j.eval.report.Table;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a soak run saw, for people. Immutable. */
final class SoakPage {

    private final SoakResult result;

    SoakPage(SoakResult result) {
        this.result = result;
    }

    String text(Machine machine, String command) {
        return "# Soak\n\n"
                + String.format(
                        Locale.ROOT,
                        "%,d operations of %d agents, a thread each, on %s at once, in %,d seconds; seed %d. Every answer was held against"
                                + " what it must be: never larger, the same in every thread, originals and slices exact, nothing of another"
                                + " scope. Texts are captured ones of `datasets/content`; one in four never came before.\n\n",
                        result.calls(),
                        result.threads(),
                        result.stores().stream().map(SoakResult.Store::store).collect(Collectors.joining(" and ")),
                        result.seconds(),
                        result.seed())
                + checks() + "\n## Latency\n\n"
                + "Milliseconds that an application would have waited for, without what checks the answers. Agents share the processors and a pool"
                + " of connections, so operations wait for each other.\n\n"
                + latencies() + "\nMachine: " + machine.describe() + ".\n\nCommand: `" + command + "`\n";
    }

    private String checks() {
        Table table = new Table(1, "promise", "seen", "kept");
        long broken =
                result.faults().values().stream().mapToLong(Long::longValue).sum();
        table.add(
                "no answer is wrong",
                broken == 0 ? "no wrong one" : result.faults().toString(),
                yes(broken == 0));
        table.add(
                "heap is flat: in the second half it grows by at most " + figure(SoakResult.MAX_HEAP_GROWTH_MEGABYTES)
                        + " MB",
                figure(result.heapGrowthMegabytes()) + " MB; " + figure(Collections.min(result.heapMegabytes()))
                        + " to "
                        + figure(Collections.max(result.heapMegabytes())) + " MB in "
                        + result.heapMegabytes().size() + " samples",
                yes(result.heapFlat()));
        table.add(
                "no thread is left",
                result.threadsLeft().isEmpty() ? "none" : String.join(", ", result.threadsLeft()),
                yes(result.threadsLeft().isEmpty()));
        result.stores().forEach(store -> add(table, store));
        return table.markdown();
    }

    private void add(Table table, SoakResult.Store store) {
        table.add(
                store.store() + ": connections go back",
                String.format(Locale.ROOT, "%,d borrowed, %,d returned", store.borrowed(), store.returned()),
                yes(store.borrowed() == store.returned() && store.active() == 0));
        table.add(
                store.store() + ": no original is lost",
                String.format(
                        Locale.ROOT,
                        "%,d kept and read back; the %,d held at the end once more by a store opened anew",
                        store.kept(),
                        store.checkedAtEnd()),
                yes(!result.faults().containsKey(SoakFaults.LOST)));
        table.add(
                store.store() + ": what is unused for long is forgotten, and what is cleared",
                String.format(
                        Locale.ROOT,
                        "%,d of %,d forgotten; %,d left at the end",
                        store.forgotten(),
                        store.unused(),
                        store.left()),
                yes(store.forgotten() == store.unused() && store.left() == 0));
    }

    private static String yes(boolean kept) {
        return kept ? "yes" : "**no**";
    }

    private String latencies() {
        Table table = new Table(2, "store", "operation", "n", "p50", "p90", "p99", "p99.9", "max");
        result.latencies()
                .forEach(row -> table.add(
                        row.store(),
                        row.operation(),
                        String.format(Locale.ROOT, "%,d", row.calls()),
                        figure(row.p50()),
                        figure(row.p90()),
                        figure(row.p99()),
                        figure(row.p999()),
                        figure(row.max())));
        return table.markdown();
    }
}
