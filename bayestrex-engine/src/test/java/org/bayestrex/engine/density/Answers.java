/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bayestrex.engine.model.ModelException;

/** Submits points to a batcher and keeps what comes back, by the order of submission. */
final class Answers {

    final TreeMap<Integer, Evaluation> evaluations = new TreeMap<>();
    final TreeMap<Integer, ModelException> failures = new TreeMap<>();
    final List<Integer> order = new ArrayList<>();
    private final GradientBatcher batcher;
    private int submitted;

    Answers(GradientBatcher batcher) {
        this.batcher = batcher;
    }

    void submit(Posterior posterior, boolean gradient, double... position) {
        submit(submitted, posterior, gradient, position);
    }

    void submit(int slot, Posterior posterior, boolean gradient, double... position) {
        int number = submitted++;
        batcher.submit(new Request(
                slot,
                position,
                gradient,
                posterior,
                answer -> {
                    evaluations.put(number, answer);
                    order.add(number);
                },
                failure -> failures.put(number, failure)));
    }

    void serveAll() {
        while (!batcher.isIdle()) {
            batcher.serve();
        }
    }
}
