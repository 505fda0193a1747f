/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.explain.Attribution;
import org.bayestrex.engine.explain.Claim;
import org.bayestrex.engine.explain.ClassScore;
import org.bayestrex.engine.explain.Occlusion;
import org.bayestrex.engine.explain.RemovalCurve;
import org.bayestrex.engine.explain.SmoothGrad;
import org.bayestrex.engine.explain.mask.DiffMask;
import org.bayestrex.engine.explain.mask.LayerMasks;
import org.bayestrex.engine.explain.mask.Mask;
import org.bayestrex.engine.explain.mask.MaskSettings;
import org.bayestrex.engine.explain.mask.Masking;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.model.TorchScript;

/**
 * Masks of what a generator draws, for a classifier of digits: sparse ones that keep the prediction, and whether their order
 * of the patches is better than that of other maps.
 */
final class ImageComparison implements AutoCloseable {

    static final double EPSILON = .1;

    static final int STEPS = 1500;
    static final int STEPS_OF_EACH = 300;

    private static final int PATCH = PatchedCnn.SIDE / PatchedCnn.GRID;
    private static final int LATENTS = 5;
    private static final int LEARNED_ON = 1024;
    private static final int PROBE = 32;
    private static final int BATCH = 32;
    private static final double RATE = 1e-3;

    private final PatchedCnn model;
    private final Classifier classifier;
    private final Tensor learnedOn;
    private final Tensor explained;
    private final long seed;

    ImageComparison(Path models, int explained, long seed) {
        this.model = new PatchedCnn(models.resolve("mnist-cnn.pt"), .1307f, .3081f);
        this.classifier = TorchScript.classifier(models.resolve("mnist-cnn.pt"));
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

    /** Maps of patches by name: those of masks, and others. */
    Map<String, List<double[]>> maps(LayerMasks probes, LayerMasks each) {
        List<Claim> claims = claims(probes);
        Map<String, List<double[]>> maps = new LinkedHashMap<>();
        maps.put("DiffMask, probes", expectations(probes));
        maps.put("DiffMask, each picture alone", expectations(each));
        maps.put("SmoothGrad, 25 draws", patches(new SmoothGrad().of(classifier, claims), Attribution::magnitude));
        Occlusion occlusion = new Occlusion(PATCH, PATCH, 0, ClassScore.LOG_ODDS);
        maps.put("occlusion by black", patches(occlusion.of(classifier, claims), Attribution::signed));
        maps.put("by chance", chance());
        return maps;
    }

    /** Of each map the mean probability of the favoured class while patches go or come, the most important ones first. */
    Map<String, double[]> curves(RemovalCurve.Kind kind, LayerMasks probes, Map<String, List<double[]>> maps) {
        Map<String, double[]> curves = new LinkedHashMap<>();
        maps.forEach((name, map) -> {
            List<RemovalCurve> each = RemovalCurve.of(
                    kind,
                    classifier,
                    claims(probes),
                    map.stream().map(ImageComparison::spread).toList(),
                    0,
                    PatchedCnn.PATCHES);
            curves.put(
                    name,
                    IntStream.rangeClosed(0, PatchedCnn.PATCHES)
                            .mapToDouble(step -> each.stream()
                                    .mapToDouble(curve -> curve.probabilities().get(step))
                                    .average()
                                    .orElseThrow())
                            .toArray());
        });
        return curves;
    }

    /** Under a curve, over the share of the patches. */
    static double area(double[] curve) {
        return new RemovalCurve(
                        RemovalCurve.Kind.DELETION,
                        IntStream.range(0, curve.length).mapToObj(i -> curve[i]).toList())
                .area();
    }

    private List<Claim> claims(LayerMasks masks) {
        return IntStream.range(0, masks.masks().size())
                .mapToObj(row ->
                        new Claim(explained.row(row), masks.masks().get(row).predicted()))
                .toList();
    }

    static List<double[]> expectations(LayerMasks masks) {
        return masks.masks().stream().map(Mask::expectation).toList();
    }

    /** The sum over the pixels of each patch. */
    private static List<double[]> patches(List<Attribution> maps, Function<Attribution, Tensor> values) {
        List<double[]> sums = new ArrayList<>();
        for (Attribution map : maps) {
            double[] sum = new double[PatchedCnn.PATCHES];
            for (int pixel = 0; pixel < PatchedCnn.SIDE * PatchedCnn.SIDE; pixel++) {
                sum[patch(pixel)] += values.apply(map).get(pixel);
            }
            sums.add(sum);
        }
        return sums;
    }

    private static Tensor spread(double[] patches) {
        float[] pixels = new float[PatchedCnn.SIDE * PatchedCnn.SIDE];
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            pixels[pixel] = (float) patches[patch(pixel)];
        }
        return Tensor.of(pixels, 1, PatchedCnn.SIDE, PatchedCnn.SIDE);
    }

    private static int patch(int pixel) {
        return pixel / PatchedCnn.SIDE / PATCH * PatchedCnn.GRID + pixel % PatchedCnn.SIDE / PATCH;
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

    @Override
    public void close() {
        model.close();
        classifier.close();
    }
}
