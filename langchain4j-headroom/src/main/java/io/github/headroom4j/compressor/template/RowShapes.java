package io.github.headroom4j.compressor.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decides for each line after which shape it is written, if any: its template, a merged one, or a shared beginning. */
final class RowShapes {

    /** The shape of a line that is written as it is. */
    static final int AS_IT_IS = -1;

    /** What defining a template costs beside its text. */
    private static final int DEFINITION = 3;

    /** What a row costs at least. */
    private static final int ROW = 2;

    private final LogText log;
    private final List<RowShape> shapes = new ArrayList<>();
    private final int[] shapeOfTemplate;
    private final boolean[] copied;

    private RowShapes(LogText log, RepeatFinder repeats) {
        this.log = log;
        shapeOfTemplate = new int[log.templates().size()];
        Arrays.fill(shapeOfTemplate, AS_IT_IS);
        copied = new boolean[log.lines().count()];
        for (int line = 0; line < copied.length; line++) {
            Arrays.fill(copied, line, line + repeats.length(line), true);
            line += Math.max(0, repeats.length(line) - 1);
        }
    }

    static RowShapes of(LogText log, RepeatFinder repeats) {
        RowShapes result = new RowShapes(log, repeats);
        result.assign();
        return result;
    }

    List<RowShape> shapes() {
        return shapes;
    }

    /** The index of a line's shape, or {@link #AS_IT_IS} also for a line that is a copy. */
    int shapeOf(int line) {
        int template = log.templateOf(line);
        return copied[line] || template < 0 ? AS_IT_IS : shapeOfTemplate[template];
    }

    private void assign() {
        int[] rows = new int[log.templates().size()];
        for (int line = 0; line < copied.length; line++) {
            if (!copied[line] && log.templateOf(line) >= 0 && log.lines().length(line) > 0) {
                rows[log.templateOf(line)]++;
            }
        }
        TemplateMerger merger =
                TemplateMerger.merge(log.templates(), rows, log.lines().pace());
        int[] shapeOfMerged = shareBeginnings(merger.merged());
        for (int i = 0; i < shapeOfTemplate.length; i++) {
            int merged = merger.mergedOf(i);
            shapeOfTemplate[i] = merged < 0 ? AS_IT_IS : shapeOfMerged[merged];
        }
    }

    private int[] shareBeginnings(List<LogTemplate> merged) {
        int[] shapeOf = new int[merged.size()];
        Arrays.fill(shapeOf, AS_IT_IS);
        List<LogTemplate> lonely = new ArrayList<>();
        List<Integer> lonelyIndex = new ArrayList<>();
        for (int i = 0; i < shapeOf.length; i++) {
            LogTemplate template = merged.get(i);
            if (template.rows() == 1) {
                lonely.add(template);
                lonelyIndex.add(i);
            } else if (isWorthDefining(template)) {
                shapeOf[i] = add(new RowShape(template, false));
            }
        }
        PrefixSharing sharing = PrefixSharing.among(log.lines().pace().list(lonely));
        int[] group = sharing.groups();
        for (int i = 0; i < group.length; i++) {
            if (group[i] == i) {
                shapeOf[lonelyIndex.get(i)] = add(new RowShape(lonely.get(i).beginning(sharing.tokens(i)), true));
            } else if (group[i] >= 0) {
                shapeOf[lonelyIndex.get(i)] = shapeOf[lonelyIndex.get(group[i])];
            }
        }
        return shapeOf;
    }

    private int add(RowShape shape) {
        shapes.add(shape);
        return shapes.size() - 1;
    }

    private static boolean isWorthDefining(LogTemplate template) {
        int weight = 0;
        for (int i = 0; i < template.size(); i++) {
            weight += template.isColumn(i) ? 0 : Weight.of(template.word(i));
            weight += template.kind(i) == LineScanner.TIME ? DEFINITION * 2 : 0;
        }
        return (long) weight * (template.rows() - 1) > DEFINITION + (long) ROW * template.rows();
    }
}
