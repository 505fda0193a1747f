/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bayestrex.engine.explain.mask.DiffMask;
import org.bayestrex.engine.explain.mask.LayerMasks;
import org.bayestrex.engine.explain.mask.Mask;
import org.bayestrex.engine.explain.mask.MaskSettings;
import org.bayestrex.engine.explain.mask.Masking;
import org.bayestrex.engine.model.Tensor;

/**
 * Table 1 of the DiffMask paper: attributions of the toy task against what is known to be needed. All of them at the pairs
 * that the recurrent unit reads, as in the paper's notebook: only there does a position know whether it is m or n.
 */
final class ToyComparison {

    static final double EPSILON = .05;

    private static final int EXAMPLES = 10_000;
    private static final int LEARNED_ON = 9_000;
    private static final int BATCH = 64;

    /** With the paper's rate of 3e-4, gates have not parted after as many. */
    private static final int STEPS = 6_000;

    /** Descent may end where the baseline is m itself: then no m is needed, and all that is not m. */
    private static final int STARTS = 3;

    private static final double RATE = 1e-3;

    private static final int PROBE = 32;

    /** A method, what it says of each validation example, and its errors in the paper, not a number where it is not there. */
    record Method(String name, List<double[]> attributions, double paperDivergence, double paperJensenShannon) {}

    private final long seed;
    private final ToyTask training;
    private final ToyTask validation;

    ToyComparison(long seed) {
        this.seed = seed;
        ToyTask task = ToyTask.generate(EXAMPLES, seed);
        training = task.slice(0, LEARNED_ON);
        validation = task.slice(LEARNED_ON, EXAMPLES);
    }

    ToyTask training() {
        return training;
    }

    ToyTask validation() {
        return validation;
    }

    ToyNetwork network(int epochs) {
        return ToyNetwork.train(training, epochs, seed);
    }

    private LayerMasks diffMask(ToyNetwork network, int steps, int starts) {
        MaskSettings settings = MaskSettings.amortised(Masking.HIDDEN, EPSILON, ToyNetwork.READ)
                .withBatch(BATCH)
                .withProbe(PROBE)
                .withRates(RATE, RATE)
                .withSteps(steps)
                .withSeed(seed);
        return DiffMask.train(network, training.inputs(), settings, starts)
                .explain(validation.inputs(), ToyNetwork.READ);
    }

    /** Of a few steps. */
    LayerMasks diffMask(ToyNetwork network, int steps) {
        return diffMask(network, steps, 1);
    }

    LayerMasks diffMask(ToyNetwork network) {
        return diffMask(network, STEPS, STARTS);
    }

    LayerMasks diffMaskOfEach(ToyNetwork network) {
        MaskSettings settings = MaskSettings.perExample(Masking.HIDDEN, EPSILON, ToyNetwork.READ)
                .withBatch(validation.size())
                .withSeed(seed);
        return DiffMask.perExample(network, validation.inputs(), new float[network.width(ToyNetwork.READ)], settings);
    }

    AttributionError error(LayerMasks masks) {
        return AttributionError.of(validation, expectations(masks));
    }

    List<Method> others(ToyNetwork network) {
        Tensor inputs = validation.inputs();
        ExactErasure erasure = new ExactErasure(network);
        List<Method> methods = new ArrayList<>();
        methods.add(new Method(
                "exact erasure",
                IntStream.range(0, validation.size())
                        .mapToObj(i -> erasure.attribution(inputs.row(i)))
                        .toList(),
                Double.POSITIVE_INFINITY,
                .27));
        methods.add(new Method(
                "integrated gradients", IntegratedGradients.of(network, inputs, ToyNetwork.READ, 100), 1.36, .27));
        methods.add(new Method(
                "Schulz et al. 2020",
                new RestrictedFlow(network, ToyNetwork.READ, training).attributions(validation, seed),
                1.16,
                .19));
        methods.add(
                new Method("Guan et al. 2019", NoiseTolerance.of(network, inputs, ToyNetwork.READ, seed), .86, .23));
        return methods;
    }

    Method method(String name, LayerMasks masks) {
        boolean paper = name.equals("DiffMask");
        return new Method(name, expectations(masks), paper ? .04 : Double.NaN, paper ? .01 : Double.NaN);
    }

    private static List<double[]> expectations(LayerMasks masks) {
        return masks.masks().stream().map(Mask::expectation).toList();
    }

    String line(Method method) {
        AttributionError error = AttributionError.of(validation, method.attributions());
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        method.name(),
                        number(error.divergence(), 3),
                        number(error.jensenShannon(), 3),
                        number(method.paperDivergence(), 2),
                        number(method.paperJensenShannon(), 2));
    }

    private static String number(double value, int digits) {
        if (Double.isNaN(value)) {
            return "";
        }
        return Double.isInfinite(value) ? "inf" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
