/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.density.GradientBatcher;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.GradientCheck;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.Prior;
import org.jspecify.annotations.Nullable;

/** A classifier behind a generator, with the batchers in front of them: one for each padded size. */
final class PairedModels {

    /** Rows of a batch of independent points: forward passes alone, for which larger batches pay. */
    static final int FORWARD_ROWS = 128;

    private final LatentClassifier model;
    private final Prior prior;
    private final Map<Integer, GradientBatcher> batchers = new HashMap<>();
    private @Nullable GradientBatcher free;
    private double fastest = Double.POSITIVE_INFINITY;
    private boolean checked;

    PairedModels(Classifier classifier, DataDistribution distribution) {
        this(LatentClassifier.of(classifier, distribution), Prior.of(distribution));
    }

    private PairedModels(LatentClassifier model, Prior prior) {
        this.model = model;
        this.prior = prior;
    }

    /** Models behind which there is no data distribution: N(0, I) it is. */
    PairedModels(LatentClassifier model) {
        this(model, Prior.standardNormal(model.latentSize()));
    }

    LatentClassifier model() {
        return model;
    }

    /** The latents' distribution. */
    Prior prior() {
        return prior;
    }

    /** Checks the gradient, once. */
    void requireGradient() {
        if (!checked) {
            GradientCheck.require(model);
            checked = true;
        }
    }

    GradientBatcher forwardBatcher() {
        return batcher(FORWARD_ROWS);
    }

    /** For searches that are not strict: whatever waits goes in one batch. */
    GradientBatcher freeBatcher() {
        GradientBatcher batcher = free;
        if (batcher == null) {
            batcher = GradientBatcher.free(model, FORWARD_ROWS);
            free = batcher;
        }
        return batcher;
    }

    GradientBatcher batcher(int rows) {
        return batchers.computeIfAbsent(rows, size -> new GradientBatcher(model, size));
    }

    boolean isIdle() {
        return all().stream().allMatch(GradientBatcher::isIdle);
    }

    /** Answers one batch of each waiting queue. */
    void serve() {
        all().forEach(this::serve);
    }

    private void serve(GradientBatcher batcher) {
        if (batcher.isIdle()) {
            return;
        }
        long from = System.nanoTime();
        batcher.serve();
        if (batcher == free || batcher == batchers.get(FORWARD_ROWS)) {
            fastest = Math.min(fastest, (System.nanoTime() - from) / 1e9);
        }
    }

    /**
     * Seconds that a forward pass takes of one of a full batch's points, by the fastest batch so far: what warms up, or waits
     * for others on this machine, is not held against a search. Infinite before the first batch.
     */
    double secondsOfForward() {
        return fastest / FORWARD_ROWS;
    }

    private List<GradientBatcher> all() {
        List<GradientBatcher> all = new ArrayList<>(batchers.values());
        if (free != null) {
            all.add(free);
        }
        return all;
    }
}
