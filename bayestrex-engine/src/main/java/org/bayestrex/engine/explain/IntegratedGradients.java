/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.List;
import java.util.Map;
import org.bayestrex.engine.model.Classifier;

/**
 * The gradient's mean along the straight line from a baseline to the input, times their difference (Sundararajan et al. 2017,
 * Axiomatic attribution for deep networks, equation 1), by the midpoint rule. Its values sum to the difference of the scores
 * at both ends; what is missing of that is the figure "missing".
 *
 * @param baseline the value of every pixel at which nothing is said to be there
 * @param steps points on the line, 1 or more
 * @param score what is explained
 */
public record IntegratedGradients(double baseline, int steps, ClassScore score) implements Saliency {

    /** Enough for one per cent in most networks (the paper's section 5). */
    public static final int STEPS = 64;

    public IntegratedGradients {
        if (steps < 1) {
            throw new IllegalArgumentException("IntegratedGradients: steps must be 1 or more, but is " + steps);
        }
        if (!Double.isFinite(baseline)) {
            throw new IllegalArgumentException("IntegratedGradients: baseline must be finite, but is " + baseline);
        }
    }

    /** From a baseline of zeros, of the log-odds. */
    public IntegratedGradients() {
        this(0, STEPS, ClassScore.LOG_ODDS);
    }

    @Override
    public String method() {
        return "integrated gradients";
    }

    @Override
    public boolean needsGradient() {
        return true;
    }

    @Override
    public List<Attribution> of(Classifier classifier, List<Claim> claims) {
        Passes passes = new Passes(classifier, claims, score);
        float[][] inputs = passes.inputs();
        GradientMeans means = new GradientMeans(claims.size(), passes.width());
        passes.gradients(steps, (claim, step, input) -> between(inputs[claim], (step + .5) / steps, input), means);
        double[][] ends = passes.scores(2, (claim, end, input) -> between(inputs[claim], end, input));
        return passes.attributions(method(), claim -> {
            double[] signed = means.signed(claim);
            double sum = 0;
            for (int i = 0; i < signed.length; i++) {
                signed[i] *= inputs[claim][i] - baseline;
                sum += signed[i];
            }
            double missing = ends[claim][1] - ends[claim][0] - sum;
            return Values.of(signed, Map.of("steps", (double) steps, "baseline", baseline, "missing", missing));
        });
    }

    /** The point at a share of the way from the baseline to the input. */
    private void between(float[] end, double share, float[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = (float) (baseline + share * (end[i] - baseline));
        }
    }
}
