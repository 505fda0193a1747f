/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.sampler.CandidateStock;
import org.bayestrex.engine.sampler.Chain;
import org.bayestrex.engine.sampler.ChainPlan;
import org.bayestrex.engine.sampler.PooledWarmup;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.Step;
import org.bayestrex.engine.sampler.Trace;

/** The chains of a search, each moved as its questions are answered. */
final class ChainGroup {

    private final Asker asker;
    private final List<Chain> chains = new ArrayList<>();
    private final List<CandidateStock> stocks = new ArrayList<>();
    private final int ancestors;
    private final PooledWarmup warmup;
    private final int[] meetings;
    private int met;

    ChainGroup(Starts starts, ChainPlan plan, RandomStreams streams, Asker asker) {
        this.asker = asker;
        this.ancestors = starts.ancestors();
        this.warmup = new PooledWarmup(plan);
        this.meetings = warmup.meetings();
        for (int i = 0; i < starts.states().size(); i++) {
            CandidateStock stock = new CandidateStock();
            stocks.add(stock);
            chains.add(new Chain(i, starts.states().get(i), plan.withStock(stock), streams.stream("chain " + i)));
        }
    }

    /** Shares out candidates that are known already for the chains' global moves, a stretch to each chain. */
    void stock(List<State> candidates) {
        int each = candidates.size() / stocks.size();
        for (int i = 0; i < stocks.size(); i++) {
            stocks.get(i).add(candidates.subList(i * each, (i + 1) * each));
        }
    }

    /** Moves every chain until it has completed so many iterations, those of the warm-up included; more than it has by now. */
    void run(int iterations, Runnable onProgress, Runnable whenDone) {
        boolean meets = met < meetings.length && meetings[met] <= iterations;
        int until = meets ? meetings[met] : iterations;
        chains.forEach(chain -> ask(chain, until, onProgress, () -> {
            if (meets) {
                warmup.meet(until, chains);
                met++;
            }
            if (until == iterations) {
                whenDone.run();
            } else {
                run(iterations, onProgress, whenDone);
            }
        }));
    }

    private void ask(Chain chain, int iterations, Runnable onProgress, Runnable whenDone) {
        Step.Evaluate asked = chain.pending(iterations);
        if (asked == null) {
            if (chains.stream().allMatch(each -> each.completedIterations() >= iterations)) {
                whenDone.run();
            }
            return;
        }
        asker.askForChain(chain.index(), asked.position(), asked.gradient(), answer -> {
            chain.resume(answer);
            onProgress.run();
            ask(chain, iterations, onProgress, whenDone);
        });
    }

    /** Iterations that are done, of all chains. */
    long completed() {
        return chains.stream().mapToLong(Chain::completedIterations).sum();
    }

    /** Number of chains. */
    int size() {
        return chains.size();
    }

    /** Independent draws that the chains descend from. */
    int ancestors() {
        return ancestors;
    }

    List<Trace> traces() {
        return chains.stream().map(Chain::trace).toList();
    }
}
