/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Sampling;

/** Small models in plain Java: points of the plane, and a classifier that is linear in them. */
final class Plane {

    /** Few draws: enough to see the machinery, not to converge. */
    static final Sampling QUICK = Sampling.DEFAULT
            .withMethod(Method.ELLIPTICAL_SLICE)
            .withChains(4)
            .withWarmup(20)
            .withDraws(50)
            .withPilot(400)
            .withSeed(1)
            .withDeadline(Duration.ofSeconds(30));

    /** Enough draws for these models to converge. */
    static final Sampling THOROUGH =
            QUICK.withChains(8).withWarmup(100).withDraws(1500).withPilot(2000);

    private Plane() {}

    /** Points z ~ N(0, I) of the plane. */
    static DataDistribution points() {
        return DataDistribution.of("points", 2, latents -> latents);
    }

    /** Three classes, by the largest of (4 x, 4 y, 0). */
    static Classifier classifier() {
        return classifier(List.of());
    }

    static Classifier classifier(List<String> labels) {
        return Classifier.of("linear", labels, logits(4));
    }

    /** Never sure of anything. */
    static Classifier unsure() {
        return Classifier.of("unsure", List.of(), logits(0));
    }

    static BayesTrex extension() {
        return BayesTrex.builder()
                .modelUnderTest(classifier())
                .dataDistribution(points())
                .without(cls -> points())
                .sampling(QUICK)
                .build();
    }

    private static UnaryOperator<Tensor> logits(float slope) {
        return inputs -> {
            int rows = inputs.shape()[0];
            float[] logits = new float[3 * rows];
            for (int row = 0; row < rows; row++) {
                logits[3 * row] = slope * inputs.get(2 * row);
                logits[3 * row + 1] = slope * inputs.get(2 * row + 1);
            }
            return Tensor.of(logits, rows, 3);
        };
    }
}
