/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the chains of one posterior teach each other in their warm-up. At the end of each window they wait for each
 * other: the metric is that of the draws of all, where one chain alone has a few dozen that depend on each other; and
 * after the warm-up the step size is the median of theirs, so that none creeps because it met a narrow place, and none
 * keeps the others waiting. So are the shares of a data distribution's own moves those that suit the proposals of all.
 * From then on nothing changes, so the kernels are exact.
 *
 * <p>What they teach each other depends on their iterations, not on the time these took.
 *
 * @since 0.1
 */
public final class PooledWarmup {

    private final ChainPlan plan;
    private final WarmupSchedule schedule;

    /** For chains of this plan. */
    public PooledWarmup(ChainPlan plan) {
        this.plan = plan;
        this.schedule = WarmupSchedule.of(plan.warmup());
    }

    /** Numbers of completed iterations at which the chains wait for each other, ascending; empty where they needn't. */
    public int[] meetings() {
        if (!plan.poolsWarmup()) {
            return new int[0];
        }
        return IntStream.range(0, plan.warmup())
                .filter(i -> (plan.hasStepSize() && schedule.endsMetricWindow(i)) || isLast(i))
                .map(i -> i + 1)
                .toArray();
    }

    /** Shares among chains that have all completed so many iterations and begun no other. */
    public void meet(int completed, List<Chain> chains) {
        List<Adaptation> adaptations = chains.stream().map(Chain::adaptation).toList();
        if (plan.hasOwnMoves()) {
            MoveJumps all = new MoveJumps(plan.moves().size());
            adaptations.forEach(adaptation -> all.addAll(adaptation.jumps()));
            adaptations.forEach(adaptation -> adaptation.settleMoves(all.shares()));
        } else if (isLast(completed - 1)) {
            double median = median(
                    adaptations.stream().mapToDouble(Adaptation::stepSize).toArray());
            adaptations.forEach(adaptation -> adaptation.settleStepSize(median));
        } else {
            Welford all = new Welford(plan.dimension());
            adaptations.forEach(adaptation -> all.addAll(adaptation.taught()));
            adaptations.forEach(adaptation -> adaptation.learnMetric(all));
        }
    }

    private boolean isLast(int iteration) {
        return iteration == plan.warmup() - 1;
    }

    /** The geometric mean of the two in the middle. */
    private static double median(double[] stepSizes) {
        double[] sorted = stepSizes.clone();
        Arrays.sort(sorted);
        return Math.sqrt(sorted[(sorted.length - 1) / 2] * sorted[sorted.length / 2]);
    }
}
