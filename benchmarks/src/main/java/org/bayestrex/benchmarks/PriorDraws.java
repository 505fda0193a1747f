/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bayestrex.engine.diagnostics.MonteCarloError;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.target.Target;

/** A great number of independent draws from the prior with their logits, good for every target. */
final class PriorDraws {

    private static final int BATCH = 128;
    private static final long SEED = 1;

    private final int latentSize;
    private final int classes;
    private final float[] latents;
    private final float[] logits;

    private PriorDraws(int latentSize, int classes, float[] latents, float[] logits) {
        this.latentSize = latentSize;
        this.classes = classes;
        this.latents = latents;
        this.logits = logits;
    }

    /** Draws and passes them through both networks. */
    static PriorDraws of(Models models, int count) {
        try (Classifier classifier = models.classifier();
                DataDistribution generator = models.generator()) {
            return of(LatentClassifier.of(classifier, generator), count);
        }
    }

    /**
     * Draws of N(0, I).
     *
     * @param count at least; rounded up to whole batches
     */
    static PriorDraws of(LatentClassifier model, int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        int d = model.latentSize();
        int k = model.classes();
        int rows = (count + BATCH - 1) / BATCH * BATCH;
        float[] latents = new float[rows * d];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) random.nextGaussian();
        }
        float[] logits = new float[rows * k];
        for (int from = 0; from < rows; from += BATCH) {
            float[] batch = Arrays.copyOfRange(latents, from * d, (from + BATCH) * d);
            System.arraycopy(model.logits(batch, BATCH), 0, logits, from * k, BATCH * k);
        }
        return new PriorDraws(d, k, latents, logits);
    }

    int size() {
        return latents.length / latentSize;
    }

    /** Weighs the draws by the relaxed likelihood of a target: self-normalised importance sampling. */
    Weighted weighted(Target target, double sigma) {
        double[] weights = new double[size()];
        int hits = 0;
        for (int i = 0; i < weights.length; i++) {
            double[] p = Softmax.of(logits(i));
            weights[i] = Math.exp(target.logLikelihood(p, sigma, new double[classes]));
            hits += target.contains(p, sigma) ? 1 : 0;
        }
        double sum = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(w -> w * w).sum();
        double[] means = new double[latentSize];
        double[] errors = new double[latentSize];
        for (int j = 0; j < latentSize; j++) {
            for (int i = 0; i < weights.length; i++) {
                means[j] += weights[i] * latents[i * latentSize + j] / sum;
            }
            for (int i = 0; i < weights.length; i++) {
                double deviation = weights[i] * (latents[i * latentSize + j] - means[j]) / sum;
                errors[j] += deviation * deviation;
            }
            errors[j] = Math.sqrt(errors[j]);
        }
        return new Weighted(hits, weights.length, sum * sum / squares, means, errors);
    }

    private double[] logits(int row) {
        return IntStream.range(row * classes, (row + 1) * classes)
                .mapToDouble(i -> logits[i])
                .toArray();
    }

    /**
     * What the draws say of one posterior.
     *
     * @param hits draws in the level set
     * @param size all draws
     * @param effective Kish's effective number of draws
     * @param means posterior mean of each latent
     * @param errors their standard errors
     */
    record Weighted(int hits, int size, double effective, double[] means, double[] errors) {

        /** Below this effective number the means have no error that could be trusted. */
        private static final int ENOUGH = 100;

        /** The largest difference of a run's means from these, in standard errors of the difference; NaN without. */
        double disagreement(MethodRun run) {
            if (!(effective >= ENOUGH) || run.size() == 0) {
                return Double.NaN;
            }
            double worst = 0;
            for (int j = 0; j < means.length; j++) {
                double[][] draws = run.latent(j);
                double mean = Arrays.stream(draws)
                        .flatMapToDouble(Arrays::stream)
                        .average()
                        .orElse(Double.NaN);
                double error = Math.hypot(errors[j], MonteCarloError.ofMean(draws));
                worst = Math.max(worst, Math.abs(mean - means[j]) / error);
            }
            return worst;
        }
    }
}
