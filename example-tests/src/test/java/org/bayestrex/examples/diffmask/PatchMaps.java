/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.model.Tensor;

/** Other ways to say how much each patch matters to the class that a classifier favours. */
final class PatchMaps {

    private static final int DRAWS = 25;
    private static final double NOISE = .25;

    private final MaskableModel model;
    private final Tensor images;
    private final Tensor patches;
    private final int[] favoured;

    PatchMaps(MaskableModel model, Tensor images, int[] favoured) {
        this.model = model;
        this.images = images;
        this.favoured = favoured.clone();
        this.patches = model.states(images).layers().get(PatchedCnn.PIXELS);
    }

    /**
     * SmoothGrad (Smilkov et al. 2017): the mean over 25 noisy copies of the gradient of the class's probability, the class kept;
     * of a patch the sum of its pixels' sizes.
     */
    List<double[]> smoothGrad(long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[] sums = new double[patches.size()];
        for (int draw = 0; draw < DRAWS; draw++) {
            float[] noisy = patches.toArray();
            for (int i = 0; i < noisy.length; i++) {
                noisy[i] += (float) (NOISE * gaussian.sample());
            }
            Tensor slopes = model.pullBack(
                    images, PatchedCnn.PIXELS, Tensor.of(noisy, patches.shape()), this::probabilitySlopes);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += slopes.get(i) / DRAWS;
            }
        }
        int width = model.width(PatchedCnn.PIXELS);
        return maps(cell -> {
            double sum = 0;
            for (int i = cell * width; i < (cell + 1) * width; i++) {
                sum += Math.abs(sums[i]);
            }
            return sum;
        });
    }

    /** The gradient of the sum of the favoured classes' probabilities. */
    private float[] probabilitySlopes(float[] logits) {
        int classes = model.classes();
        float[] slopes = new float[logits.length];
        for (int row = 0; row < favoured.length; row++) {
            double[] p = probabilities(logits, row, classes);
            for (int k = 0; k < classes; k++) {
                slopes[row * classes + k] = (float) (p[favoured[row]] * ((k == favoured[row] ? 1 : 0) - p[k]));
            }
        }
        return slopes;
    }

    /** Occlusion (Zeiler and Fergus 2014): how much the class's log-odds fall when a patch is made black. */
    List<double[]> occlusion() {
        double[] own = logOdds(patches);
        double[][] falls = new double[PatchedCnn.PATCHES][];
        int width = model.width(PatchedCnn.PIXELS);
        for (int patch = 0; patch < PatchedCnn.PATCHES; patch++) {
            float[] without = patches.toArray();
            for (int row = 0; row < favoured.length; row++) {
                int from = (row * PatchedCnn.PATCHES + patch) * width;
                Arrays.fill(without, from, from + width, 0);
            }
            falls[patch] = logOdds(Tensor.of(without, patches.shape()));
        }
        return maps(
                cell -> own[cell / PatchedCnn.PATCHES] - falls[cell % PatchedCnn.PATCHES][cell / PatchedCnn.PATCHES]);
    }

    private double[] logOdds(Tensor state) {
        return favouredProbability(state, true);
    }

    /** Of each image with these patches the probability of the class, or its log-odds. */
    double[] favouredProbability(Tensor state, boolean logOdds) {
        Tensor logits = model.logits(images, PatchedCnn.PIXELS, state);
        int classes = model.classes();
        double[] values = new double[favoured.length];
        for (int row = 0; row < favoured.length; row++) {
            double[] p = probabilities(logits.toArray(), row, classes);
            double rest = 0;
            for (int k = 0; k < classes; k++) {
                rest += k == favoured[row] ? 0 : p[k];
            }
            values[row] = logOdds ? Math.log(p[favoured[row]]) - Math.log(rest) : p[favoured[row]];
        }
        return values;
    }

    private static double[] probabilities(float[] logits, int row, int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            largest = Math.max(largest, logits[row * classes + k]);
        }
        double[] p = new double[classes];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            p[k] = Math.exp(logits[row * classes + k] - largest);
            sum += p[k];
        }
        for (int k = 0; k < classes; k++) {
            p[k] /= sum;
        }
        return p;
    }

    private List<double[]> maps(IntToDoubleFunction value) {
        List<double[]> maps = new ArrayList<>();
        for (int row = 0; row < favoured.length; row++) {
            double[] map = new double[PatchedCnn.PATCHES];
            for (int i = 0; i < map.length; i++) {
                map[i] = value.applyAsDouble(row * PatchedCnn.PATCHES + i);
            }
            maps.add(map);
        }
        return maps;
    }

    Tensor patches() {
        return patches;
    }
}
