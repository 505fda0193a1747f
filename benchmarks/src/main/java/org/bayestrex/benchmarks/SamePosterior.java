/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.util.Arrays;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.search.Sampling;

/** The check that a peer samples what the engine samples: both must give its draws the same log density. */
final class SamePosterior {

    /** A change of 1e-4 in a probability, far more than rounding, changes the density by so much where it is steep. */
    static final double TOLERANCE = .05;

    private static final int DRAWS = 64;

    private SamePosterior() {}

    /** The largest difference at some draws of the first chain; 0 without draws. */
    static double difference(Scenario scenario, MethodRun run) {
        try (Classifier classifier = scenario.models().classifier();
                DataDistribution generator = scenario.models().generator()) {
            return difference(LatentClassifier.of(classifier, generator), scenario, run);
        }
    }

    static double difference(LatentClassifier model, Scenario scenario, MethodRun run) {
        double[][] draws = run.draws()[0];
        double worst = 0;
        for (int i = 0; i < draws.length; i += 1 + draws.length / DRAWS) {
            worst = Math.max(worst, Math.abs(logDensity(model, scenario, draws[i]) - run.logDensity()[0][i]));
        }
        return worst;
    }

    private static double logDensity(LatentClassifier model, Scenario scenario, double[] z) {
        float[] latents = new float[z.length];
        for (int j = 0; j < z.length; j++) {
            latents[j] = (float) z[j];
        }
        float[] row = model.logits(latents, 1);
        double[] logits = new double[row.length];
        for (int k = 0; k < row.length; k++) {
            logits[k] = row[k];
        }
        double logPrior = -.5 * Arrays.stream(z).map(value -> value * value).sum();
        return logPrior
                + scenario.target()
                        .logLikelihood(Softmax.of(logits), Sampling.DEFAULT.sigma(), new double[logits.length]);
    }
}
