/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.explain.mask.DiffMask;
import org.bayestrex.engine.explain.mask.LayerMasks;
import org.bayestrex.engine.explain.mask.Mask;
import org.bayestrex.engine.explain.mask.MaskSettings;
import org.bayestrex.engine.explain.mask.Masking;
import org.bayestrex.engine.explain.mask.PatchedInput;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;

/**
 * Which squares of a picture a prediction needs (De Cao et al., EMNLP 2020, without a network that learns to mask): as many as
 * possible are covered at once while all the class probabilities stay nearly what they are. The map is the probability that a
 * square is kept, the same at all of its pixels. Its figures say whether the constraint is met; a map whose "violation" is
 * above 0 explains nothing.
 *
 * <p>What is covered is found for each input alone, and may by hindsight be more than another input of the kind could spare.
 *
 * @param across squares along the longer side of the picture, 1 or more
 * @param cover the value that stands in for what is covered; zeros, as {@link Occlusion} and {@link IntegratedGradients} have
 *     them, are an empty picture
 * @param allowed how far the masked prediction may be from the model's own, Kullback-Leibler, in nats
 * @param steps two forward passes and one back each
 * @param seed of the noise
 */
public record DifferentiableMasking(int across, double cover, double allowed, int steps, long seed)
        implements Saliency {

    /** As the seven times seven squares of four by four pixels of a digit. */
    public static final int ACROSS = 7;

    /** As for the digit classifier in the documentation. */
    public static final double ALLOWED = .1;

    /** After which most gates have parted. */
    public static final int STEPS = 300;

    private static final long SEED = 20200916L;

    public DifferentiableMasking {
        if (across < 1) {
            throw new IllegalArgumentException("DifferentiableMasking: across must be 1 or more, but is " + across);
        }
        if (!Double.isFinite(cover)) {
            throw new IllegalArgumentException("DifferentiableMasking: cover must be finite, but is " + cover);
        }
        if (!(allowed > 0 && Double.isFinite(allowed))) {
            throw new IllegalArgumentException("DifferentiableMasking: allowed must be above 0, but is " + allowed);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("DifferentiableMasking: steps must be 1 or more, but is " + steps);
        }
    }

    /** Seven squares across, covered with zeros; a tenth of a nat. */
    public DifferentiableMasking() {
        this(ACROSS, 0, ALLOWED, STEPS, SEED);
    }

    @Override
    public String method() {
        return "DiffMask";
    }

    @Override
    public boolean needsGradient() {
        return true;
    }

    @Override
    public List<Attribution> of(Classifier classifier, List<Claim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        // Refuses inputs of several shapes, and a gradient that is zero everywhere: all squares would look needed.
        List<Attribution> gradients = new VanillaGradient().of(classifier, claims);
        Tensor first = claims.get(0).input();
        Plane plane = Plane.of(first);
        int side = (Math.max(plane.height(), plane.width()) + across - 1) / across;
        PatchedInput model = new PatchedInput(classifier, first, side);
        float[] covered = new float[model.width(0)];
        Arrays.fill(covered, (float) cover);
        LayerMasks masks = DiffMask.perExample(
                model,
                Tensor.stacked(claims.stream().map(Claim::input).toList()),
                covered,
                MaskSettings.perExample(Masking.INPUT, allowed, 0)
                        .withSteps(steps)
                        .withSeed(seed));
        List<Attribution> attributions = new ArrayList<>();
        for (int claim = 0; claim < gradients.size(); claim++) {
            Mask mask = masks.masks().get(claim);
            float[] kept = new float[first.size()];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = (float) mask.expectation()[model.patch(i % plane.pixels())];
            }
            attributions.add(attribution(mask, claims.get(claim).cls(), Tensor.of(kept, first.shape()), side));
        }
        return attributions;
    }

    private Attribution attribution(Mask mask, int cls, Tensor map, int side) {
        return new Attribution(
                map,
                map,
                cls,
                ClassScore.PROBABILITY,
                method(),
                Map.of(
                        "kept",
                        mask.keptShare(),
                        "divergence",
                        mask.divergence(),
                        "allowed",
                        allowed,
                        "violation",
                        mask.violation(),
                        "side",
                        (double) side,
                        "cover",
                        cover,
                        "steps",
                        (double) steps));
    }
}
