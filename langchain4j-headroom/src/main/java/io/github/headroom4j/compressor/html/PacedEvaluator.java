package io.github.headroom4j.compressor.html;

import io.github.headroom4j.compressor.Pace;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** A CSS selector that makes a step for each element that it is asked about, since a page may have many. */
final class PacedEvaluator extends Evaluator {

    private final Evaluator selector;
    private final Pace pace;

    private PacedEvaluator(Evaluator selector, Pace pace) {
        this.selector = selector;
        this.pace = pace;
    }

    static Evaluator of(String selector, Pace pace) {
        return new PacedEvaluator(QueryParser.parse(selector), pace);
    }

    @Override
    public boolean matches(Element root, Element element) {
        pace.step();
        return selector.matches(root, element);
    }
}
