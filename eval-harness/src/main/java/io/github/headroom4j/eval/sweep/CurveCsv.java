package io.github.headroom4j.eval.sweep;

import java.util.List;

/** One row per point. */
final class CurveCsv {

    private static final List<String> HEADER = List.of(
            "way",
            "setting",
            "contextTokensBefore",
            "contextTokensAfter",
            "saved",
            "answerStillShown",
            "lower",
            "upper",
            "evidenceStillShown",
            "f1");

    private CurveCsv() {}

    static String text(List<CurvePoint> points) {
        return Csv.text(HEADER, points.stream().map(CurveCsv::row).toList());
    }

    private static List<Object> row(CurvePoint point) {
        return List.of(
                point.way(),
                point.setting(),
                point.contextBefore(),
                point.contextAfter(),
                Csv.figure(point.saved()),
                Csv.figure(point.hasAnswer().value()),
                Csv.figure(point.hasAnswer().lower()),
                Csv.figure(point.hasAnswer().upper()),
                Csv.figure(point.evidence()),
                Csv.figure(point.f1()));
    }
}
