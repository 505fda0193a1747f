/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bayestrex.engine.explain.mask.BackwardElimination;
import org.bayestrex.engine.explain.mask.DiffMask;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.Mask;
import org.bayestrex.engine.explain.mask.MaskSettings;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.explain.mask.Masking;
import org.bayestrex.engine.explain.mask.Remainder;
import org.bayestrex.engine.model.Tensor;

/**
 * Masks of sentences each by itself, without probes: by gates, by elimination, and by one after the other.
 *
 * @param model whose words are masked
 * @param inputs sentences, as pieces
 */
record LoneSentenceTable(MaskableModel model, Tensor inputs) {

    void print(PrintStream out) {
        float[] zeros = new float[model.width(0)];
        HiddenStates states = model.states(inputs);
        MaskSettings settings = MaskSettings.perExample(Masking.INPUT, SentenceMasks.EPSILON, 0);
        BackwardElimination elimination =
                new BackwardElimination(model, inputs, states, 0, zeros, SentenceMasks.EPSILON);
        out.printf("| of %d of them, each by itself | kept | KL | seconds |%n|---|---|---|---|%n", states.rows());
        long began = System.nanoTime();
        List<Mask> gates = DiffMask.perExample(model, inputs, zeros, settings).masks();
        long descended = System.nanoTime();
        print(
                out,
                "gates, " + settings.steps() + " steps",
                gates.stream().mapToDouble(Mask::keptShare).toArray(),
                gates.stream().mapToDouble(Mask::divergence).toArray(),
                descended - began);
        List<Remainder> thinned = elimination.of(gates);
        print(out, "the same, then elimination", states, thinned, System.nanoTime() - began);
        long again = System.nanoTime();
        List<Remainder> eliminated = elimination.ofAll();
        print(out, "elimination", states, eliminated, System.nanoTime() - again);
    }

    private static void print(PrintStream out, String name, HiddenStates states, List<Remainder> left, long nanos) {
        double[] kept = IntStream.range(0, left.size())
                .mapToDouble(row -> left.get(row).positions().size() / (double) states.positionsOf(row).length)
                .toArray();
        print(out, name, kept, left.stream().mapToDouble(Remainder::divergence).toArray(), nanos);
    }

    private static void print(PrintStream out, String name, double[] kept, double[] divergences, long nanos) {
        out.printf(
                Locale.ROOT,
                "| %s | %.3f | %.4f | %.1f |%n",
                name,
                Arrays.stream(kept).average().orElseThrow(),
                Arrays.stream(divergences).average().orElseThrow(),
                nanos / 1e9);
    }
}
