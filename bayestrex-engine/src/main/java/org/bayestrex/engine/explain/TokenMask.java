/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.explain.mask.DiffMask;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.Mask;
import org.bayestrex.engine.explain.mask.MaskSettings;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.explain.mask.Masking;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.model.TextPart;

/**
 * Which words of a text a prediction needs (De Cao et al., EMNLP 2020, without a network that learns to mask): as many as possible
 * are replaced at once, where they come in, while all the class probabilities stay nearly what they are. A mask whose violation is
 * above 0 explains nothing. Gates are found for each text alone, and may by hindsight shut out what another one needs.
 *
 * @param tokens in their order; none where the distribution cannot cut its texts
 * @param keptShare share of the tokens that are kept, in [0, 1]
 * @param divergence of the masked prediction from the model's own, Kullback-Leibler, in nats
 * @param allowed how far it may be, in nats
 * @param violation how much of it is beyond that; 0 where the constraint is met
 * @param whole the probabilities of the whole text, length K
 * @param masked the same of the masked text
 * @since 0.1
 */
public record TokenMask(
        List<KeptToken> tokens,
        double keptShare,
        double divergence,
        double allowed,
        double violation,
        List<Double> whole,
        List<Double> masked) {

    public TokenMask {
        tokens = List.copyOf(tokens);
        whole = List.copyOf(whole);
        masked = List.copyOf(masked);
    }

    /** Whether the masked text makes the model say other things than is allowed: such a mask explains nothing. */
    public boolean isViolated() {
        return violation > 0;
    }

    /**
     * Masks texts, in batches of 64.
     *
     * @param classifier one that offers a {@link MaskableModel} by {@link Classifier#as}, whose positions that are present are
     *     the distribution's parts, in their order; its monitor and the distribution's are held while they are asked
     * @param distribution says what a text consists of
     * @param inputs texts, each without the batch extent
     * @param masking steps, seed, what is allowed, and the value that each number of a replaced word's state takes
     * @return in the order of the texts
     * @throws ModelException when the model throws, or has other positions than a text has parts
     * @throws IllegalArgumentException when the classifier offers no such model
     */
    public static List<TokenMask> of(
            Classifier classifier, DataDistribution distribution, List<Tensor> inputs, DifferentiableMasking masking) {
        MaskableModel model = classifier
                .as(MaskableModel.class)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The model " + classifier.name() + " does not offer its hidden states as a MaskableModel"));
        if (inputs.isEmpty()) {
            return List.of();
        }
        List<List<TextPart>> parts = new ArrayList<>();
        synchronized (distribution) {
            inputs.forEach(input -> parts.add(distribution.partsOf(input)));
        }
        Tensor batch = Tensor.stacked(inputs);
        synchronized (classifier) {
            HiddenStates states = model.states(batch);
            for (int row = 0; row < parts.size(); row++) {
                requireSame(model.name(), parts.get(row).size(), present(states, row).length);
            }
            float[] baseline = new float[model.width(0)];
            Arrays.fill(baseline, (float) masking.cover());
            MaskSettings settings = MaskSettings.perExample(Masking.INPUT, masking.allowed(), 0)
                    .withSteps(masking.steps())
                    .withSeed(masking.seed());
            List<Mask> masks =
                    DiffMask.perExample(model, batch, baseline, settings).masks();
            Tensor logits = model.logits(batch, 0, masked(states, masks, masking.cover()));
            return IntStream.range(0, inputs.size())
                    .mapToObj(row -> of(
                            parts.get(row),
                            present(states, row),
                            masks.get(row),
                            masking.allowed(),
                            probabilities(states.logits().row(row)),
                            probabilities(logits.row(row))))
                    .toList();
        }
    }

    private static TokenMask of(
            List<TextPart> parts, int[] present, Mask mask, double allowed, List<Double> whole, List<Double> masked) {
        List<KeptToken> tokens = IntStream.range(0, parts.size())
                .mapToObj(i -> new KeptToken(parts.get(i).text(), mask.gate()[present[i]]))
                .toList();
        return new TokenMask(tokens, mask.keptShare(), mask.divergence(), allowed, mask.violation(), whole, masked);
    }

    /** A text that cannot be cut has a mask all the same. */
    private static void requireSame(String model, int parts, int positions) {
        if (parts > 0 && parts != positions) {
            throw new ModelException(
                    ("The MaskableModel of %s has %d positions where a text has %d tokens. Let the positions"
                                    + " that are present be the tokens that are not special, in their order")
                            .formatted(model, positions, parts));
        }
    }

    private static int[] present(HiddenStates states, int row) {
        return IntStream.range(0, states.positions())
                .filter(i -> states.present().row(row).get(i) > 0)
                .toArray();
    }

    /** The state with the gates as they were found, as in De Cao et al. 2020, equation 2. */
    private static Tensor masked(HiddenStates states, List<Mask> masks, double cover) {
        Tensor own = states.layers().get(0);
        float[] values = own.toArray();
        int width = own.shape()[2];
        for (int i = 0; i < values.length; i++) {
            int position = i / width;
            double gate = masks.get(position / states.positions()).gate()[position % states.positions()];
            values[i] = (float) (gate * values[i] + (1 - gate) * cover);
        }
        return Tensor.of(values, own.shape());
    }

    private static List<Double> probabilities(Tensor logits) {
        double largest =
                IntStream.range(0, logits.size()).mapToDouble(logits::get).max().orElseThrow();
        double[] exponentials = IntStream.range(0, logits.size())
                .mapToDouble(k -> Math.exp(logits.get(k) - largest))
                .toArray();
        double sum = Arrays.stream(exponentials).sum();
        return Arrays.stream(exponentials).mapToObj(each -> each / sum).toList();
    }
}
