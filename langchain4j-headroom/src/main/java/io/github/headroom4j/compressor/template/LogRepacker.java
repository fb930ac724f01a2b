package io.github.headroom4j.compressor.template;

import io.github.headroom4j.compressor.CompressionContext;
import io.github.headroom4j.compressor.Proposal;
import java.util.List;
import java.util.Optional;

/** Writes a whole log as templates and rows. {@link LogUnpacker} restores it. */
public final class LogRepacker {

    /** What the text begins with; tells a model how to read it, and the decoder that it is ours. */
    public static final String LEGEND = "[log packed: row = template letters (as above if none), step of time, values;"
            + " \" as before, &n named text, ^a-b copies lines, *n again, |as is]";

    /** Longer texts are not repacked, in characters: no model reads them whole, and selecting is what they need. */
    private static final int MAX_REPACKED_CHARS = 16 << 20;

    /** Ends the templates. */
    static final String END_OF_TEMPLATES = "--";

    /** Rows between two notes of the line number and time, so that a reader need not add up from the top. */
    private static final int LINES_PER_NOTE = 100;

    private final LogText log;
    private final Lines lines;
    private final RepeatFinder repeats;
    private final RowPlan plan;

    private LogRepacker(LogText log) {
        this.log = log;
        lines = log.lines();
        repeats = RepeatFinder.search(lines);
        plan = RowPlan.of(log, repeats);
    }

    /**
     * Repacks a text; the proof is the decoder's. Linear up to sorting.
     *
     * @param log a text that was read
     * @param context asked for its deadline
     * @return the packed text, proven if {@link LogUnpacker#unpack} restores every byte from it; empty if the text is too long
     */
    public static Optional<Proposal> propose(LogText log, CompressionContext context) {
        String text = log.lines().text();
        if (text.length() > MAX_REPACKED_CHARS) {
            return Optional.empty();
        }
        context.checkDeadline();
        String packed = repack(log);
        context.checkDeadline();
        return Optional.of(new Proposal(
                packed,
                () -> LogUnpacker.unpack(packed, context.pace())
                        .filter(text::equals)
                        .map(proven -> packed)));
    }

    static String repack(LogText log) {
        return new LogRepacker(log).write();
    }

    private String write() {
        StringBuilder out = new StringBuilder(LEGEND).append('\n');
        long[] clocks = writeLayouts(out);
        List<RowTemplate> templates = plan.templates();
        String[] names = names(templates.size());
        Beginnings beginnings =
                Beginnings.of(templates.stream().map(RowTemplate::render).toList());
        beginnings.definitions().forEach(line -> out.append(line).append('\n'));
        for (int i : plan.byRows()) {
            String template = beginnings.write(templates.get(i).render());
            out.append(names[i]).append('=').append(template).append('\n');
        }
        out.append(END_OF_TEMPLATES).append('\n');
        ValueNames valueNames = new ValueNames(beginnings.count());
        writeRows(new RowEncoder(clocks, valueNames), names, new StringBuilder());
        valueNames.startNaming();
        writeRows(new RowEncoder(clocks, valueNames), names, out);
        return out.toString();
    }

    private long[] writeLayouts(StringBuilder out) {
        long[] clocks = new long[log.layouts().size()];
        boolean[] known = new boolean[clocks.length];
        for (int line = 0; line < lines.count(); line++) {
            int layout = log.layoutOf(line);
            if (layout >= 0 && !known[layout]) {
                known[layout] = true;
                clocks[layout] = log.time(line);
            }
        }
        for (int i = 0; i < clocks.length; i++) {
            TimeLayout layout = log.layouts().get(i);
            out.append(Column.time(i).sign()).append('=').append(layout.pattern());
            out.append(" from ").append(layout.format(clocks[i])).append('\n');
        }
        return clocks;
    }

    /** The most frequent templates get the shortest names. */
    private String[] names(int count) {
        String[] names = new String[count];
        int next = 0;
        for (int template : plan.byRows()) {
            names[template] = name(next++);
        }
        return names;
    }

    static String name(int index) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        int base = letters.length();
        StringBuilder name = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / base - 1) {
            name.insert(0, letters.charAt(rest % base));
        }
        return name.toString();
    }

    private void writeRows(RowEncoder encoder, String[] names, StringBuilder out) {
        int nextNote = LINES_PER_NOTE;
        int line = 0;
        while (line < lines.count()) {
            if (line > 0) {
                out.append('\n');
            }
            if (line >= nextNote && log.hasTime(line)) {
                out.append('@')
                        .append(line + 1)
                        .append(' ')
                        .append(log.timeText(line))
                        .append('\n');
                nextNote = line + LINES_PER_NOTE;
            }
            line += writeRow(line, encoder, names, out);
        }
    }

    /** Writes what stands for a line, and returns how many lines that is. */
    private int writeRow(int line, RowEncoder encoder, String[] names, StringBuilder out) {
        int copied = repeats.length(line);
        if (copied > 0) {
            int from = repeats.source(line) + 1;
            out.append(from == line ? "*" + copied : "^" + from + "-" + (from + copied - 1));
            return copied;
        }
        int template = plan.templateOf(line);
        if (template >= 0) {
            List<String> values = plan.values(line);
            out.append(encoder.encode(names[template], plan.templates().get(template), values, log.time(line)));
        } else if (lines.length(line) > 0) {
            out.append('|').append(lines.get(line));
        }
        return 1;
    }
}
