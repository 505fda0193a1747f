/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bayestrex.engine.explain.mask.BackwardElimination;
import org.bayestrex.engine.explain.mask.DiffMask;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.Mask;
import org.bayestrex.engine.explain.mask.MaskSettings;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.explain.mask.Masking;
import org.bayestrex.engine.explain.mask.Remainder;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.model.TextPart;

/**
 * Which words of a text a prediction needs (the question of De Cao et al., EMNLP 2020): as many as possible are replaced at
 * once, where they come in, while all the class probabilities stay nearly what they are, until {@linkplain BackwardElimination
 * none can be spared}. Long texts begin with what {@linkplain DiffMask gates} have kept. A mask is found for each text alone, and
 * may by hindsight replace what another one needs.
 *
 * @param tokens in their order; none where the distribution cannot cut its texts
 * @param keptShare share of the tokens that are kept, in [0, 1]
 * @param divergence of the masked prediction from the model's own, Kullback-Leibler, in nats
 * @param allowed how far it may be, in nats
 * @param whole the probabilities of the whole text, length K
 * @param masked the same of the masked text
 * @since 0.1
 */
public record TokenMask(
        List<KeptToken> tokens,
        double keptShare,
        double divergence,
        double allowed,
        List<Double> whole,
        List<Double> masked) {

    /**
     * Positions of which backward elimination, n (n + 1) / 2 passes forward, costs less than the gates' descent, four of as many
     * steps as are usual.
     */
    private static final int FEW = 48;

    public TokenMask {
        tokens = List.copyOf(tokens);
        whole = List.copyOf(whole);
        masked = List.copyOf(masked);
    }

    /** Whether the masked text makes the model say other things than is allowed: such a mask explains nothing. */
    public boolean isViolated() {
        return divergence > allowed;
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
                requireSame(model.name(), parts.get(row).size(), states.positionsOf(row).length);
            }
            float[] baseline = new float[model.width(0)];
            Arrays.fill(baseline, (float) masking.cover());
            BackwardElimination elimination =
                    new BackwardElimination(model, batch, states, 0, baseline, masking.allowed());
            List<Remainder> left = states.positions() <= FEW
                    ? elimination.ofAll()
                    : elimination.of(gates(model, batch, baseline, masking));
            return IntStream.range(0, inputs.size())
                    .mapToObj(row -> of(
                            parts.get(row),
                            states.positionsOf(row),
                            left.get(row),
                            masking.allowed(),
                            probabilities(states.logits().row(row))))
                    .toList();
        }
    }

    private static List<Mask> gates(
            MaskableModel model, Tensor batch, float[] baseline, DifferentiableMasking masking) {
        MaskSettings settings = MaskSettings.perExample(Masking.INPUT, masking.allowed(), 0)
                .withSteps(masking.steps())
                .withSeed(masking.seed());
        return DiffMask.perExample(model, batch, baseline, settings).masks();
    }

    private static TokenMask of(
            List<TextPart> parts, int[] present, Remainder left, double allowed, List<Double> whole) {
        Set<Integer> kept = Set.copyOf(left.positions());
        List<KeptToken> tokens = IntStream.range(0, parts.size())
                .mapToObj(i -> new KeptToken(parts.get(i).text(), kept.contains(present[i])))
                .toList();
        double share = kept.size() / (double) Math.max(1, present.length);
        return new TokenMask(tokens, share, left.divergence(), allowed, whole, probabilities(left.logits()));
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

    private static List<Double> probabilities(Tensor logits) {
        return Arrays.stream(Softmax.of(IntStream.range(0, logits.size())
                        .mapToDouble(logits::get)
                        .toArray()))
                .boxed()
                .toList();
    }
}
