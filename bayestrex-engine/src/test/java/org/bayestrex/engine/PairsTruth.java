/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine;

import java.util.List;
import java.util.function.IntConsumer;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.density.Answer;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.target.HighConfidence;

/**
 * A classifier of {@link Pairs} of two classes, whose posterior is known: kinds enumerated, the rest by quadrature.
 *
 * @param offset of the log-odds of class 0: the lower, the rarer
 */
public record PairsTruth(double offset) {

    private static final double SIGMA = .05;
    private static final int DISTANCES = 100;
    private static final int ANGLES = 32;
    private static final int JITTERS = 48;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Log-odds of class 0 by what the latents stand for. */
    double logOdds(double kind, double other, double distance, double cosine, double jitter) {
        return offset + (kind == 0 ? 1 : -.5 * kind) + .7 * (other % 2) + 1.5 * distance + .8 * cosine + .5 * jitter;
    }

    /** The classifier. */
    public Classifier classifier() {
        return new Classifier() {
            @Override
            public String name() {
                return "of pairs";
            }

            @Override
            public List<String> labels() {
                return List.of();
            }

            @Override
            public Tensor logits(Tensor inputs) {
                int rows = inputs.shape()[0];
                float[] logits = new float[2 * rows];
                for (int i = 0; i < rows; i++) {
                    float[] x = inputs.row(i).toArray();
                    logits[2 * i] = (float) logOdds(x[0], x[1], x[2] - x[3], x[4], x[5]);
                }
                return Tensor.of(logits, rows, 2);
            }

            @Override
            public String fingerprint() {
                return "of pairs, " + offset;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    /** P(confidence in class 0 of .9 or more) under the prior, given what is admitted. */
    public double mass() {
        return sums()[0];
    }

    /** Of that, the share in which the first thing is not of kind 0. */
    public double wrongShare() {
        return sums()[1];
    }

    private double[] sums() {
        double threshold = Math.log((1 - 2 * SIGMA) / (2 * SIGMA));
        double[] sums = new double[3];
        overThePrior((weight, kind, other, distance, cosine) -> {
            double rest = logOdds(kind, other, distance, cosine, 0);
            double within = weight * NORMAL.survivalProbability((threshold - rest) / .5);
            sums[0] += within;
            sums[1] += kind == 0 ? 0 : within;
            sums[2] += weight;
        });
        return new double[] {sums[0] / sums[2], sums[1] / sums[0]};
    }

    /** Posterior means of the five summaries of {@link Pairs}. */
    public double[] means() {
        Posterior posterior = new Posterior(HighConfidence.of(0), SIGMA);
        double[] sums = new double[6];
        overThePrior((weight, kind, other, distance, cosine) -> {
            for (int j = 0; j < JITTERS; j++) {
                double jitter = -6 + 12 * (j + .5) / JITTERS;
                float[] logits = {(float) logOdds(kind, other, distance, cosine, jitter), 0};
                double likelihood = Math.exp(posterior
                        .evaluation(new double[] {jitter}, new Answer(logits, null))
                        .logDensity());
                double w = weight * likelihood;
                sums[0] += w * kind;
                sums[1] += w * other;
                sums[2] += w * distance;
                sums[3] += w * cosine;
                sums[4] += w * jitter;
                sums[5] += w;
            }
        });
        double[] means = new double[5];
        for (int j = 0; j < means.length; j++) {
            means[j] = sums[j] / sums[5];
        }
        return means;
    }

    private interface Node {
        void visit(double weight, int kind, int other, double distance, double cosine);
    }

    /** The distance of two uniform places has a triangular density, cut out in the middle. */
    private void overThePrior(Node node) {
        IntConsumer kinds = both -> {
            for (int i = 0; i < DISTANCES; i++) {
                double apart = Pairs.APART + (2 - Pairs.APART) * (i + .5) / DISTANCES;
                for (int a = 0; a < ANGLES; a++) {
                    double cosine = Math.cos(2 * Math.PI * (a + .5) / ANGLES);
                    node.visit(2 - apart, both / 4, both % 4, apart, cosine);
                    node.visit(2 - apart, both / 4, both % 4, -apart, cosine);
                }
            }
        };
        for (int both = 0; both < 12; both++) {
            kinds.accept(both);
        }
    }
}
