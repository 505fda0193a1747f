/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.Tensor;

/**
 * Differentiable masking (De Cao et al., EMNLP 2020): which parts of an input, or of a hidden state, can be replaced without
 * changing what a model says. The masks of a {@code DiffMask} come from probes that were learned on many inputs, so that they
 * cannot learn to shut out what happens to be needless for one of them by hindsight; {@link #perExample} does without probes.
 *
 * <p>One input in ten, 512 at most, is held back while probes are learned. Every {@link MaskSettings#check} steps the masks of these are
 * found, and in the end the probes are put back to what they were when the constraint was met there, with its sampling error, and
 * fewest gates were open; or, where it was never met, when it was violated least. The authors keep the best checkpoint as well.
 */
public final class DiffMask {

    /** Inputs whose mean state the baselines begin at. */
    private static final int SAMPLE = 256;

    private final MaskableModel model;
    private final MaskSettings settings;
    private final ProbeGates gates;
    private final MaskLearning learning;
    private final List<Best> best;
    private final Map<Integer, Multiplier> multipliers = new TreeMap<>();

    private DiffMask(
            MaskableModel model, MaskSettings settings, ProbeGates gates, MaskLearning learning, List<Best> best) {
        this.best = best;
        this.model = model;
        this.settings = settings;
        this.gates = gates;
        this.learning = learning;
        settings.layers()
                .forEach(layer ->
                        multipliers.put(layer, new Multiplier(1, settings.multiplier(), settings.multiplierRate())));
    }

    /**
     * Learns probes.
     *
     * @param inputs [inputs, ...], like those that are to be explained
     * @throws IllegalArgumentException when the model has not the layers
     */
    public static DiffMask train(MaskableModel model, Tensor inputs, MaskSettings settings) {
        requireLayers(model, settings);
        UniformRandomProvider random = random(settings);
        int all = inputs.shape()[0];
        int held = settings.check() > 0 ? HeldBack.count(all) : 0;
        int[] order = held > 0
                ? new Rows(all, random).next(all)
                : IntStream.range(0, all).toArray();
        Tensor learnedOn = Rows.of(inputs, Arrays.copyOfRange(order, held, all));
        Rows rows = new Rows(all - held, random);
        HiddenStates sample = model.states(Rows.of(learnedOn, rows.next(SAMPLE)));
        ProbeGates gates = new ProbeGates(model, sample, settings, random);
        MaskLearning learning = new MaskLearning(model, gates, settings, random);
        List<Best> best = held > 0 ? best(gates, settings) : List.of();
        DiffMask mask = new DiffMask(model, settings, gates, learning, best);
        HeldBack heldBack = new HeldBack(model, inputs, Arrays.copyOf(order, held), settings.batch());
        FrozenStates states =
                new FrozenStates(model, learnedOn, sample, settings.batch(), settings.steps(), FrozenStates.ROOM);
        // All gates are open now: what meets the constraint, should no step do so.
        best.forEach(each -> mask.consider(each, heldBack));
        for (int step = 1; step <= settings.steps(); step++) {
            int layer = settings.layers().get(random.nextInt(settings.layers().size()));
            int[] batch = rows.next(settings.batch());
            mask.step(Rows.of(learnedOn, batch), states.of(batch), layer);
            if (!best.isEmpty() && step % settings.check() == 0) {
                best.forEach(each -> mask.consider(each, heldBack));
            }
        }
        best.forEach(Best::restore);
        return mask;
    }

    /** Masks of the input share gates and baseline across layers, so that one of a deeper layer is within the others. */
    private static List<Best> best(ProbeGates gates, MaskSettings settings) {
        List<List<Integer>> groups = settings.masking() == Masking.INPUT
                ? List.of(settings.layers())
                : settings.layers().stream().map(List::of).toList();
        return groups.stream()
                .map(layers -> new Best(
                        layers,
                        layers.stream()
                                .flatMap(layer -> gates.learned(layer).stream())
                                .distinct()
                                .toList()))
                .toList();
    }

    /**
     * The same with several seeds: the probes that were better on inputs held back, since descent may end where needless parts
     * stay open, or where the baseline holds what the model wants to see.
     *
     * @param starts 1 or more, one with the settings' seed and each other one with the next
     * @throws IllegalArgumentException when there is nothing to choose by: the settings never check, or inputs are too few
     */
    public static DiffMask train(MaskableModel model, Tensor inputs, MaskSettings settings, int starts) {
        DiffMask best = train(model, inputs, settings);
        if (starts > 1 && best.best.isEmpty()) {
            throw new IllegalArgumentException("Of %d starts none can be chosen: no inputs were held back of %d"
                    .formatted(starts, inputs.shape()[0]));
        }
        for (int start = 1; start < starts; start++) {
            DiffMask next = train(model, inputs, settings.withSeed(settings.seed() + start));
            best = Best.isBetter(next.best, best.best) ? next : best;
        }
        return best;
    }

    private void consider(Best best, HeldBack heldBack) {
        best.consider(
                best.layers().stream()
                        .map(layer -> heldBack.masks(
                                learning, layer, multiplier(layer).value(0)))
                        .toList(),
                settings.epsilon());
    }

    private void step(Tensor inputs, HiddenStates states, int layer) {
        Multiplier multiplier = multiplier(layer);
        double[] divergences =
                learning.step(inputs, states, layer, MaskLearning.same(multiplier.value(0), states.rows()));
        double excess = Arrays.stream(divergences).average().orElseThrow() - settings.aimedAt();
        multiplier.ascend(new float[] {(float) excess});
    }

    /**
     * The masks of inputs at a layer, without chance.
     *
     * @param layer one that was learned
     * @throws IllegalArgumentException when it was not
     */
    public LayerMasks explain(Tensor inputs, int layer) {
        Multiplier multiplier = multiplier(layer);
        List<Mask> masks = new ArrayList<>();
        for (int[] rows : Rows.inOrder(inputs.shape()[0], settings.batch())) {
            Tensor batch = Rows.of(inputs, rows);
            double[] values = MaskLearning.same(multiplier.value(0), rows.length);
            masks.addAll(List.of(learning.masks(batch, model.states(batch), layer, values)));
        }
        return new LayerMasks(settings.masking(), layer, settings.epsilon(), masks);
    }

    private Multiplier multiplier(int layer) {
        Multiplier multiplier = multipliers.get(layer);
        if (multiplier == null) {
            throw new IllegalArgumentException("Layer " + layer + " was not learned; these were: " + settings.layers());
        }
        return multiplier;
    }

    /** The masks of inputs at every layer that was learned, in the settings' order. */
    public List<LayerMasks> explain(Tensor inputs) {
        return settings.layers().stream().map(layer -> explain(inputs, layer)).toList();
    }

    /** What the probes of a layer put in place of a masked part, of the replaced layer's width. */
    public float[] baseline(int layer) {
        return gates.baseline(layer);
    }

    /**
     * Masks without probes: each input's gates and multiplier are learned for it alone. Good for a single input and without a set
     * to learn on; but such gates may, by hindsight, shut out what happens not to be needed this time.
     *
     * @param inputs explained batch by batch
     * @param baseline what stands in for a masked part, of the replaced layer's width: zeros, or what probes have
     *     {@linkplain #baseline learned}
     * @param settings with one layer
     */
    public static LayerMasks perExample(MaskableModel model, Tensor inputs, float[] baseline, MaskSettings settings) {
        requireLayers(model, settings);
        if (settings.layers().size() != 1) {
            throw new IllegalArgumentException("Masks without probes are of one layer, not of " + settings.layers());
        }
        int layer = settings.layers().get(0);
        int width = model.width(settings.masking() == Masking.INPUT ? 0 : layer);
        if (baseline.length != width) {
            throw new IllegalArgumentException(
                    "The baseline must have %d values, but has %d".formatted(width, baseline.length));
        }
        UniformRandomProvider random = random(settings);
        List<Mask> masks = new ArrayList<>();
        for (int[] rows : Rows.inOrder(inputs.shape()[0], settings.batch())) {
            Tensor batch = Rows.of(inputs, rows);
            HiddenStates states = model.states(batch);
            MaskLearning learning =
                    new MaskLearning(model, new FreeGates(states, baseline, settings), settings, random);
            Multiplier multiplier = new Multiplier(rows.length, settings.multiplier(), settings.multiplierRate());
            Mask[] best = learning.masks(batch, states, layer, multiplier.values());
            boolean last = settings.check() == 0;
            for (int step = 1; step <= settings.steps(); step++) {
                double[] divergences = learning.step(batch, states, layer, multiplier.values());
                multiplier.ascend(excess(divergences, settings.aimedAt()));
                if (step == settings.steps() || (settings.check() > 0 && step % settings.check() == 0)) {
                    Mask[] now = learning.masks(batch, states, layer, multiplier.values());
                    Arrays.setAll(best, row -> last || now[row].isBetterThan(best[row]) ? now[row] : best[row]);
                }
            }
            masks.addAll(List.of(best));
        }
        return new LayerMasks(settings.masking(), layer, settings.epsilon(), masks);
    }

    private static float[] excess(double[] divergences, double aim) {
        float[] excess = new float[divergences.length];
        for (int i = 0; i < excess.length; i++) {
            excess[i] = (float) (divergences[i] - aim);
        }
        return excess;
    }

    private static UniformRandomProvider random(MaskSettings settings) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(settings.seed());
    }

    private static void requireLayers(MaskableModel model, MaskSettings settings) {
        settings.layers().stream()
                .filter(layer -> layer >= model.layers())
                .findFirst()
                .ifPresent(layer -> {
                    throw new IllegalArgumentException(
                            "There is no layer " + layer + ": " + model.name() + " has " + model.layers());
                });
    }
}
