/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.Classifier;

/**
 * The mean gradient over noisy copies of the input (Smilkov et al. 2017, SmoothGrad: removing noise by adding noise), as the
 * figures of Booth et al. (AAAI 2021) have it; but every copy is asked about the same class, whatever the model favours
 * there.
 *
 * <p>All inputs get the same noise, but for its width, so that a map does not depend on what it is made together with.
 *
 * @param draws noisy copies of each input, 1 or more
 * @param noise standard deviation of the noise, as a share of the input's range from its lowest to its highest value
 * @param seed of the noise
 * @param score what is differentiated
 */
public record SmoothGrad(int draws, double noise, long seed, ClassScore score) implements Saliency {

    /** As many as the paper used. */
    public static final int DRAWS = 25;

    /** As much as the paper used. */
    public static final double NOISE = .25;

    private static final long SEED = 20210204L;

    public SmoothGrad {
        if (draws < 1) {
            throw new IllegalArgumentException("SmoothGrad: draws must be 1 or more, but is " + draws);
        }
        if (!(noise >= 0 && Double.isFinite(noise))) {
            throw new IllegalArgumentException("SmoothGrad: noise must be 0 or more and finite, but is " + noise);
        }
    }

    /** The paper's draws and noise, of the log-odds. */
    public SmoothGrad() {
        this(DRAWS, NOISE, SEED, ClassScore.LOG_ODDS);
    }

    @Override
    public String method() {
        return "SmoothGrad";
    }

    @Override
    public boolean needsGradient() {
        return true;
    }

    @Override
    public List<Attribution> of(Classifier classifier, List<Claim> claims) {
        Passes passes = new Passes(classifier, claims, score);
        float[][] inputs = passes.inputs();
        float[][] normals = normals(passes.width());
        double[] widths = new double[inputs.length];
        for (int claim = 0; claim < widths.length; claim++) {
            widths[claim] = noise * range(inputs[claim]);
        }
        GradientMeans means = new GradientMeans(claims.size(), passes.width());
        passes.gradients(
                draws,
                (claim, draw, input) -> {
                    for (int i = 0; i < input.length; i++) {
                        input[i] = (float) (inputs[claim][i] + widths[claim] * normals[draw][i]);
                    }
                },
                means);
        return passes.attributions(method(), claim -> means.of(claim, Map.of("draws", (double) draws, "noise", noise)));
    }

    private float[][] normals(int width) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        float[][] normals = new float[draws][width];
        for (float[] draw : normals) {
            for (int i = 0; i < width; i++) {
                draw[i] = (float) normal.sample();
            }
        }
        return normals;
    }

    private static double range(float[] input) {
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float value : input) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return highest - lowest;
    }
}
