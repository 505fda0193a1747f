/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Sample;

/**
 * The smallest change of a finding that is found after which the model favours another class: the straight way there in latent
 * space.
 *
 * @param cls the class that the finding is predicted as
 * @param other the class that the model favours at the end
 * @param distance between both ends in latent space; the latents are standard normal
 * @param steps what the model sees on the way, evenly spread, the finding first
 */
public record MinimalChange(int cls, int other, double distance, List<Replayed> steps) {

    /** Pictures of a film strip. */
    public static final int STEPS = 7;

    public MinimalChange {
        steps = List.copyOf(steps);
    }

    /**
     * Looks for the nearest change of each finding, in their order; empty where none is found, as where the model favours one
     * class everywhere.
     *
     * @param findings whose models are asked; their monitors are held meanwhile
     * @param samples some of them
     * @throws ModelException when a model throws
     */
    public static List<Optional<MinimalChange>> of(Findings findings, List<Sample> samples) {
        LatentClassifier model = LatentClassifier.of(
                findings.spec().classifier(), findings.spec().distribution());
        return samples.stream().map(sample -> of(findings, model, sample)).toList();
    }

    private static Optional<MinimalChange> of(Findings findings, LatentClassifier model, Sample sample) {
        OptionalInt claimed = findings.target().claimedClass();
        int cls = claimed.orElse(sample.predictedClass());
        double[] from = sample.latent();
        return new BoundarySearch(model, cls, from).nearest().map(to -> {
            List<double[]> way = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                double share = step / (STEPS - 1.);
                double[] point = from.clone();
                Arrays.setAll(point, i -> from[i] + share * (to[i] - from[i]));
                way.add(point);
            }
            List<Replayed> steps = Replayed.at(
                    way, findings.spec().classifier(), findings.spec().distribution());
            double[] end = steps.get(STEPS - 1).confidences();
            return new MinimalChange(cls, likeliestBut(cls, end), BoundarySearch.distance(from, to), steps);
        });
    }

    private static int likeliestBut(int cls, double[] confidences) {
        int best = -1;
        for (int k = 0; k < confidences.length; k++) {
            if (k != cls && (best < 0 || confidences[k] > confidences[best])) {
                best = k;
            }
        }
        return best;
    }
}
