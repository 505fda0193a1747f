/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.explain.mask.DiffMask;
import org.bayestrex.engine.explain.mask.LayerMasks;
import org.bayestrex.engine.explain.mask.Mask;
import org.bayestrex.engine.explain.mask.MaskSettings;
import org.bayestrex.engine.explain.mask.Masking;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.model.TorchScript;

/**
 * Masks of what a generator draws, for a classifier of digits: sparse ones that keep the prediction, and whether their order
 * of the patches is better than that of other maps.
 */
final class ImageComparison {

    static final double EPSILON = .1;

    static final int STEPS = 1500;
    static final int STEPS_OF_EACH = 300;

    private static final int LATENTS = 5;
    private static final int LEARNED_ON = 1024;
    private static final int PROBE = 32;
    private static final int BATCH = 32;
    private static final double RATE = 1e-3;

    private final PatchedCnn model;
    private final Tensor learnedOn;
    private final Tensor explained;
    private final long seed;

    ImageComparison(Path models, int explained, long seed) {
        this.model = new PatchedCnn(models.resolve("mnist-cnn.pt"), .1307f, .3081f);
        this.seed = seed;
        try (DataDistribution digits = TorchScript.generator(models.resolve("mnist-gan.pt"), LATENTS)) {
            this.learnedOn = draws(digits, LEARNED_ON, seed);
            this.explained = draws(digits, explained, seed + 1);
        }
    }

    static Tensor draws(DataDistribution distribution, int count, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        float[] latents = new float[count * LATENTS];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) gaussian.sample();
        }
        return distribution.generate(Tensor.of(latents, count, LATENTS));
    }

    PatchedCnn model() {
        return model;
    }

    Tensor explained() {
        return explained;
    }

    /** Input masks by what each layer knows, one probe after the other in the product. */
    DiffMask ofInputs(int steps) {
        return train(Masking.INPUT, steps, PatchedCnn.PIXELS, PatchedCnn.FIRST, PatchedCnn.POOLED);
    }

    /** Masks of what the convolutions computed. */
    DiffMask ofFeatures(int steps) {
        return train(Masking.HIDDEN, steps, PatchedCnn.FIRST, PatchedCnn.POOLED);
    }

    private DiffMask train(Masking masking, int steps, Integer... layers) {
        MaskSettings settings = MaskSettings.amortised(masking, EPSILON, layers)
                .withSteps(steps)
                .withBatch(BATCH)
                .withProbe(PROBE)
                .withRates(RATE, RATE)
                .withSeed(seed);
        return DiffMask.train(model, learnedOn, settings);
    }

    /** Gates of each picture alone; black stands in for what is masked. */
    LayerMasks ofEach(int steps) {
        MaskSettings settings = MaskSettings.perExample(Masking.INPUT, EPSILON, PatchedCnn.PIXELS)
                .withSteps(steps)
                .withSeed(seed);
        return DiffMask.perExample(model, explained, new float[model.width(PatchedCnn.PIXELS)], settings);
    }

    /** Maps by name: those of masks, and others. */
    Map<String, List<double[]>> maps(LayerMasks probes, LayerMasks each) {
        PatchMaps others = others(probes);
        Map<String, List<double[]>> maps = new LinkedHashMap<>();
        maps.put("DiffMask, probes", expectations(probes));
        maps.put("DiffMask, each picture alone", expectations(each));
        maps.put("SmoothGrad, 25 draws", others.smoothGrad(seed));
        maps.put("occlusion by black", others.occlusion());
        maps.put("by chance", chance());
        return maps;
    }

    Map<String, RemovalCurve> curves(LayerMasks probes, Map<String, List<double[]>> maps) {
        PatchMaps others = others(probes);
        Map<String, RemovalCurve> curves = new LinkedHashMap<>();
        maps.forEach((name, map) -> curves.put(name, RemovalCurve.of(others, map)));
        return curves;
    }

    private PatchMaps others(LayerMasks masks) {
        int[] favoured = masks.masks().stream().mapToInt(Mask::predicted).toArray();
        return new PatchMaps(model, explained, favoured);
    }

    static List<double[]> expectations(LayerMasks masks) {
        return masks.masks().stream().map(Mask::expectation).toList();
    }

    private List<double[]> chance() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed + 2);
        List<double[]> maps = new ArrayList<>();
        for (int row = 0; row < explained.shape()[0]; row++) {
            maps.add(IntStream.range(0, PatchedCnn.PATCHES)
                    .mapToDouble(i -> random.nextDouble())
                    .toArray());
        }
        return maps;
    }
}
