/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.Optional;
import org.bayestrex.engine.explain.Neighbours;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.NeighbourSheet;
import org.jspecify.annotations.Nullable;

/**
 * What findings are held against. How near is usual takes seconds to measure: it is done for the first findings, once for
 * all tests.
 */
final class TrainingImages {

    /** The sheet shows four; one more makes the ratio of distances steadier. */
    private static final int NEAREST = 5;

    private final DataSet training;
    private final DataSet heldOut;
    private @Nullable Neighbours measured;

    TrainingImages(DataSet training, DataSet heldOut) {
        this.training = training;
        this.heldOut = heldOut;
    }

    /**
     * The sheet of some findings, or empty where there are none to compare.
     *
     * @throws IllegalArgumentException when inputs and images have different shapes, or there are too few images
     * @throws org.bayestrex.engine.model.DataSetException when the images cannot be read
     */
    Optional<NeighbourSheet> nearestTo(Findings findings) {
        return findings.samples().isEmpty() ? Optional.empty() : Optional.of(NeighbourSheet.of(findings, neighbours()));
    }

    private synchronized Neighbours neighbours() {
        Neighbours known = measured;
        if (known == null) {
            known = Neighbours.of(training, heldOut, NEAREST);
            measured = known;
        }
        return known;
    }
}
