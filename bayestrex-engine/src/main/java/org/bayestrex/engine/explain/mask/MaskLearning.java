/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.Tensor;

/**
 * Steps towards the saddle point min over gates and baseline, max over the multiplier l >= 0, of
 * sparsity + l (D(f(x) || f(x^)) - epsilon) (De Cao et al. 2020, equation 6), where sparsity is the mean over the positions of
 * log P(z != 0), as in the authors' programme: it goes on pushing where the probability itself is small already.
 *
 * <p>The model is differentiated by itself and the gates after it, by what the model's state would be pulled to: a model needs
 * no knowledge of gates, and DJL collects one gradient at a time.
 */
final class MaskLearning {

    private final MaskableModel model;
    private final Gates gates;
    private final MaskSettings settings;
    private final UniformRandomProvider random;
    private int steps;

    MaskLearning(MaskableModel model, Gates gates, MaskSettings settings, UniformRandomProvider random) {
        this.model = model;
        this.gates = gates;
        this.settings = settings;
        this.random = random;
    }

    /**
     * One step of gates and baseline.
     *
     * @param multipliers the constraint's, one of each row
     * @return the divergence of each row that the step began from
     */
    double[] step(Tensor inputs, HiddenStates states, int layer, double[] multipliers) {
        float[][] noise = MaskedState.noise(gates.count(layer), states.rows() * states.positions(), random);
        Tensor masked;
        try (Pass pass = Pass.forward()) {
            masked = Pass.tensor(
                    MaskedState.of(gates, pass, states, layer, noise).state());
        }
        Divergence divergence = new Divergence(model.name(), states.logits(), multipliers);
        Tensor pull = model.pullBack(inputs, gates.replaced(layer), masked, divergence);
        steps++;
        double share = Math.min(1, steps / Math.max(1.0, settings.warmup()));
        Pass.descend(share, pass -> {
            MaskedState again = MaskedState.of(gates, pass, states, layer, noise);
            NDArray constraint = again.state().mul(pass.of(pull)).sum();
            return constraint.add(again.logKept()
                    .mul(pass.of(positionWeights(states), states.rows(), states.positions()))
                    .sum());
        });
        return divergence.values();
    }

    /** What makes of a sum the mean over the rows of the mean over their positions. */
    private static float[] positionWeights(HiddenStates states) {
        float[] weights = states.present().toArray();
        for (int row = 0; row < states.rows(); row++) {
            int from = row * states.positions();
            double present = IntStream.range(from, from + states.positions())
                    .mapToDouble(i -> states.present().get(i))
                    .sum();
            for (int i = from; i < from + states.positions(); i++) {
                weights[i] /= (float) (Math.max(1, present) * states.rows());
            }
        }
        return weights;
    }

    /** The masks of these inputs as the gates are now, without chance. */
    Mask[] masks(Tensor inputs, HiddenStates states, int layer, double[] multipliers) {
        Tensor gate;
        Tensor logKept;
        Tensor masked;
        try (Pass pass = Pass.forward()) {
            MaskedState state = MaskedState.of(gates, pass, states, layer, null);
            gate = Pass.tensor(state.gate());
            logKept = Pass.tensor(state.logKept());
            masked = Pass.tensor(state.state());
        }
        Tensor logits = model.logits(inputs, gates.replaced(layer), masked);
        double[] divergences = Divergence.between(model.name(), states.logits(), logits);
        return IntStream.range(0, states.rows())
                .mapToObj(row -> mask(
                        states.present().row(row),
                        gate.row(row),
                        logKept.row(row),
                        divergences[row],
                        multipliers[row],
                        favoured(states.logits().row(row)),
                        favoured(logits.row(row))))
                .toArray(Mask[]::new);
    }

    private Mask mask(
            Tensor present,
            Tensor gate,
            Tensor logKept,
            double divergence,
            double multiplier,
            int predicted,
            int predictedMasked) {
        double[] expectation = new double[present.size()];
        double[] gates = new double[present.size()];
        double kept = 0;
        for (int i = 0; i < expectation.length; i++) {
            expectation[i] = present.get(i) * Math.exp(logKept.get(i));
            gates[i] = present.get(i) * gate.get(i);
            kept += gates[i] > 0 ? 1 : 0;
        }
        double positions = IntStream.range(0, present.size())
                .mapToDouble(i -> present.get(i))
                .sum();
        return new Mask(
                expectation,
                gates,
                kept / Math.max(1, positions),
                divergence,
                Math.max(0, divergence - settings.epsilon()),
                multiplier,
                predicted,
                predictedMasked);
    }

    private static int favoured(Tensor logits) {
        int best = 0;
        for (int k = 1; k < logits.size(); k++) {
            best = logits.get(k) > logits.get(best) ? k : best;
        }
        return best;
    }

    static double[] same(double value, int count) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
