/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.bayestrex.engine.model.Tensor;

/**
 * One draw of the relaxed posterior.
 */
public final class Sample {

    private final double[] latent;
    private final Tensor input;
    private final double[] logits;
    private final double[] confidences;
    private final int chain;
    private final int draw;
    private final boolean inLevelSet;
    private final double logDensity;
    private final String id;
    private final Map<String, OptionalInt> labels;

    /** A sample that nobody has named or labelled. */
    Sample(
            double[] latent,
            Tensor input,
            double[] logits,
            double[] confidences,
            int chain,
            int draw,
            boolean inLevelSet,
            double logDensity) {
        this(latent, input, logits, confidences, chain, draw, inLevelSet, logDensity, "", Map.of());
    }

    private Sample(
            double[] latent,
            Tensor input,
            double[] logits,
            double[] confidences,
            int chain,
            int draw,
            boolean inLevelSet,
            double logDensity,
            String id,
            Map<String, OptionalInt> labels) {
        this.latent = latent;
        this.input = input;
        this.logits = logits;
        this.confidences = confidences;
        this.chain = chain;
        this.draw = draw;
        this.inLevelSet = inLevelSet;
        this.logDensity = logDensity;
        this.id = id;
        this.labels = labels;
    }

    Sample named(String name) {
        return new Sample(latent, input, logits, confidences, chain, draw, inLevelSet, logDensity, name, labels);
    }

    Sample labelled(Map<String, OptionalInt> byOracle) {
        return new Sample(
                latent,
                input,
                logits,
                confidences,
                chain,
                draw,
                inLevelSet,
                logDensity,
                id,
                Collections.unmodifiableMap(new LinkedHashMap<>(byOracle)));
    }

    /**
     * Ten hexadecimal digits by which people know the input when they label it: of both models and the latent, so the
     * same when the search is run again, and the same for samples that are copies of one draw.
     */
    public String id() {
        return id;
    }

    /**
     * The true class by each oracle's name, in the order in which the oracles were given; an oracle that does not know has
     * an empty one, {@link org.bayestrex.engine.label.LabelOracle#NONE} is none of the model's classes. Without oracles empty, unless the distribution itself says what it draws.
     */
    public Map<String, OptionalInt> labels() {
        return labels;
    }

    /** The latent point, length d; a copy. */
    public double[] latent() {
        return latent.clone();
    }

    /** The generated input, for images [channels, height, width]. */
    public Tensor input() {
        return input;
    }

    /** Probability of each class, in [0, 1], summing to 1; a copy. */
    public double[] confidences() {
        return confidences.clone();
    }

    double confidence(int cls) {
        return confidences[cls];
    }

    /** Logits of each class; a copy. */
    public double[] logits() {
        return logits.clone();
    }

    /** The chain that drew it, or the stretch of weighted draws that it was resampled from; from 0. */
    public int chain() {
        return chain;
    }

    /** Its number within its chain or stretch, from 0. */
    public int draw() {
        return draw;
    }

    /** Whether the prediction is within the target's level set: only such draws are findings in the strict sense. */
    public boolean inLevelSet() {
        return inLevelSet;
    }

    /** Log density of the relaxed posterior at the draw, up to a constant. */
    public double logDensity() {
        return logDensity;
    }

    /** The class with the highest confidence. */
    public int predictedClass() {
        return Predictions.favoured(confidences);
    }
}
