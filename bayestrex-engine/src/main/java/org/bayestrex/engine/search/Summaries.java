/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.List;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.Trace;

/** The numbers by which a data distribution wants chains compared. */
record Summaries(DataDistribution distribution) {

    List<String> names() {
        return distribution.summaryNames();
    }

    /**
     * Each summary of the first draws of each chain.
     *
     * @return [summaries][chains][draws]
     */
    double[][][] of(List<Trace> traces, int draws) {
        int count = names().size();
        double[][][] values = new double[count][traces.size()][draws];
        for (int chain = 0; chain < traces.size(); chain++) {
            for (int draw = 0; draw < draws; draw++) {
                double[] summaries = of(traces.get(chain).states().get(draw), count);
                for (int j = 0; j < values.length; j++) {
                    values[j][chain][draw] = summaries[j];
                }
            }
        }
        return values;
    }

    private double[] of(State state, int count) {
        double[] summaries;
        synchronized (distribution) {
            summaries = distribution.summaries(state.position().clone());
        }
        if (summaries.length != count) {
            throw new ModelException("The distribution %s names %d summaries, but gave %d"
                    .formatted(distribution.name(), count, summaries.length));
        }
        return summaries;
    }
}
