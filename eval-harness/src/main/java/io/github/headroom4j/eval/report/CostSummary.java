package io.github.headroom4j.eval.report;

import io.github.headroom4j.eval.cache.CacheUsage;
import io.github.headroom4j.eval.cache.Priced;
import io.github.headroom4j.eval.metric.CaseResult;
import io.github.headroom4j.eval.stats.ClusterBootstrap;
import io.github.headroom4j.eval.stats.Estimate;
import io.github.headroom4j.eval.stats.Observation;
import io.github.headroom4j.eval.stats.Protocol;
import java.util.ArrayList;
import java.util.List;

/**
 * What the sessions of one arm cost under one provider's cache. Immutable.
 *
 * @param provider the cache's name
 * @param usage all tokens of the arm
 * @param before the baseline's cost over the same sessions, in uncached input tokens
 * @param after this arm's cost
 * @param saved 1 − after / before, with its interval
 */
record CostSummary(String provider, CacheUsage usage, double before, double after, Estimate saved) {

    static List<CostSummary> of(List<ArmSummary.Pair> pairs, Protocol protocol) {
        List<CostSummary> costs = new ArrayList<>();
        for (int i = 0; i < pairs.get(0).after().prices().size(); i++) {
            costs.add(of(pairs, i, new ClusterBootstrap(protocol)));
        }
        return costs;
    }

    private static CostSummary of(List<ArmSummary.Pair> pairs, int provider, ClusterBootstrap bootstrap) {
        List<Observation> savings = new ArrayList<>();
        CacheUsage usage = CacheUsage.NONE;
        double before = 0;
        double after = 0;
        for (ArmSummary.Pair pair : pairs) {
            CaseResult result = pair.after();
            Priced price = result.prices().get(provider);
            double base = pair.before().prices().get(provider).cost();
            savings.add(new Observation(result.subject().cluster(), base - price.cost(), base));
            usage = usage.plus(price.usage());
            before += base;
            after += price.cost();
        }
        String name = pairs.get(0).after().prices().get(provider).provider();
        return new CostSummary(name, usage, before, after, bootstrap.estimate(savings));
    }

    /** The share of input tokens that the cache served. */
    double readShare() {
        return usage.input() == 0 ? 0 : (double) usage.read() / usage.input();
    }
}
