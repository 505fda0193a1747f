/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Compares a model's gradient with finite differences once, because TorchScript loses gradients
 * silently: a search would then follow the prior alone and report nonsense.
 *
 * <p>At a handful of prior draws a random combination of the logits is differentiated along a random
 * direction. Networks with kinks and float arithmetic spoil single differences, so several step sizes
 * are tried at each point and most of the points must agree, not all. Points at which the model itself
 * gives NaN are left out.
 */
public final class GradientCheck {

    private static final int POINTS = 16;
    private static final double TOLERANCE = .1;
    /** Trained networks have kinks close together: a step of .003 crosses one at most points of a GAN. */
    private static final double[] STEPS = {.03, .01, .003, .001, .0003};

    private GradientCheck() {}

    /**
     * Checks a model.
     *
     * @throws ModelException when its gradient is missing, not finite or wrong
     */
    public static void require(LatentClassifier model) {
        int d = model.latentSize();
        int classes = model.classes();
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(0x6772616469656e74L);
        float[] points = gaussians(random, POINTS * d);
        float[] directions = gaussians(random, POINTS * d);
        float[] combination = gaussians(random, POINTS * classes);
        float[] gradient = model.pullBack(points, POINTS, logits -> combination);

        double[] values = combined(model, points, combination);
        int[] sound = IntStream.range(0, POINTS)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        double[] slopes = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            for (int j = 0; j < d; j++) {
                slopes[i] += (double) gradient[i * d + j] * directions[i * d + j];
            }
        }
        if (sound.length == 0) {
            return; // the search itself says that the model gives nothing usable
        }
        if (IntStream.of(sound).anyMatch(i -> !Double.isFinite(slopes[i]))) {
            throw refusal(model, "is not finite");
        }
        if (IntStream.of(sound).allMatch(i -> slopes[i] == 0)) {
            throw refusal(model, "is zero everywhere, as of a model that rounds, thresholds or detaches");
        }
        int disagreeing = sound.length - agreeing(model, points, directions, combination, slopes, sound);
        if (disagreeing > sound.length / 4) {
            throw refusal(
                    model, "disagrees with finite differences at %d of %d points".formatted(disagreeing, sound.length));
        }
    }

    private static int agreeing(
            LatentClassifier model,
            float[] points,
            float[] directions,
            float[] combination,
            double[] slopes,
            int[] sound) {
        double scale = IntStream.of(sound)
                .mapToDouble(i -> Math.abs(slopes[i]))
                .average()
                .orElseThrow();
        boolean[] agrees = new boolean[POINTS];
        for (double step : STEPS) {
            double[] above = combined(model, moved(points, directions, step), combination);
            double[] below = combined(model, moved(points, directions, -step), combination);
            for (int i : sound) {
                double difference = (above[i] - below[i]) / (2 * step);
                double allowed = TOLERANCE * Math.max(Math.abs(slopes[i]), .1 * scale);
                agrees[i] |= Math.abs(difference - slopes[i]) <= allowed;
            }
        }
        return (int) IntStream.of(sound).filter(i -> agrees[i]).count();
    }

    private static double[] combined(LatentClassifier model, float[] points, float[] combination) {
        float[] logits = model.logits(points, POINTS);
        double[] sums = new double[POINTS];
        for (int i = 0; i < logits.length; i++) {
            sums[i / model.classes()] += (double) logits[i] * combination[i];
        }
        return sums;
    }

    private static float[] moved(float[] points, float[] directions, double step) {
        float[] moved = points.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (step * directions[i]);
        }
        return moved;
    }

    private static float[] gaussians(UniformRandomProvider random, int count) {
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) gaussian.sample();
        }
        return values;
    }

    private static ModelException refusal(LatentClassifier model, String what) {
        return new ModelException("The gradient of " + model.name() + " " + what
                + ". Export the models so that gradients flow from logits to latents, or use a gradient-free method, "
                + "such as @Sampling(method = ELLIPTICAL_SLICE)");
    }
}
