/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/** Amortised gates: a probe for each layer, learned on many inputs, and a baseline that all positions share. */
final class ProbeGates implements Gates {

    private final Masking masking;
    private final Map<Integer, GateProbe> probes = new TreeMap<>();
    private final Map<Integer, Weights> baselines = new TreeMap<>();

    ProbeGates(MaskableModel model, HiddenStates sample, MaskSettings settings, UniformRandomProvider random) {
        this.masking = settings.masking();
        Supplier<RmsProp> optimiser = () -> RmsProp.centred(settings.gateRate()).withLookahead();
        settings.layers().stream().flatMapToInt(this::gateLayers).forEach(layer -> {
            probes.computeIfAbsent(
                    layer, key -> new GateProbe(inputs(model, key), settings.probe(), random, optimiser));
            int replaced = replaced(layer);
            baselines.computeIfAbsent(
                    replaced,
                    key -> new Weights(
                            MeanState.of(sample, key),
                            new Shape(model.width(key)),
                            RmsProp.centred(settings.baselineRate()).withLookahead()));
        });
    }

    /** Those whose product is the mask. */
    private IntStream gateLayers(int layer) {
        return masking == Masking.INPUT ? IntStream.rangeClosed(0, layer) : IntStream.of(layer);
    }

    @Override
    public int replaced(int layer) {
        return masking == Masking.INPUT ? 0 : layer;
    }

    @Override
    public int count(int layer) {
        return (int) gateLayers(layer).count();
    }

    @Override
    public List<NDArray> logits(Pass pass, HiddenStates states, int layer) {
        return gateLayers(layer)
                .mapToObj(gate -> Objects.requireNonNull(probes.get(gate), "the probe of a layer")
                        .logits(pass, read(pass, states, gate)))
                .toList();
    }

    /** As in the authors' programme a gate of the input reads [h_0, h_l], and a gate of a state that state alone. */
    private NDArray read(Pass pass, HiddenStates states, int layer) {
        NDArray state = pass.of(states.layers().get(layer));
        return masking == Masking.HIDDEN
                ? state
                : NDArrays.concat(new NDList(pass.of(states.layers().get(0)), state), -1);
    }

    private int inputs(MaskableModel model, int layer) {
        return model.width(layer) + (masking == Masking.HIDDEN ? 0 : model.width(0));
    }

    @Override
    public NDArray baseline(Pass pass, int layer) {
        return pass.of(baselineWeights(layer));
    }

    /** As it is now. */
    float[] baseline(int layer) {
        return baselineWeights(layer).values();
    }

    /** All that the masks of a layer come from. */
    List<Weights> learned(int layer) {
        return Stream.concat(
                        gateLayers(layer)
                                .mapToObj(gate -> Objects.requireNonNull(probes.get(gate), "the probe of a layer"))
                                .flatMap(probe -> probe.weights().stream()),
                        Stream.of(baselineWeights(layer)))
                .toList();
    }

    private Weights baselineWeights(int layer) {
        return Objects.requireNonNull(baselines.get(replaced(layer)), "the baseline of a layer");
    }
}
