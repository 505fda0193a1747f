/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.List;
import java.util.Map;
import org.bayestrex.engine.model.Classifier;

/**
 * The score's gradient at the input (Simonyan et al. 2014, Deep inside convolutional networks). Of a network with kinks it is
 * noisy: it holds within the nearest kink only.
 *
 * @param score what is differentiated
 */
public record VanillaGradient(ClassScore score) implements Saliency {

    /** Of the log-odds. */
    public VanillaGradient() {
        this(ClassScore.LOG_ODDS);
    }

    @Override
    public String method() {
        return "gradient";
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
        passes.gradients(
                1, (claim, variant, input) -> System.arraycopy(inputs[claim], 0, input, 0, input.length), means);
        return passes.attributions(method(), claim -> means.of(claim, Map.of()));
    }
}
