/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.bayestrex.engine.rate.RoganGladen;

/**
 * Labels that a function of the user's own knows, taken for the truth. What it throws ends the search.
 *
 * @param name how it is called in messages and reports
 * @param labelOf the class of an input, from 0, or {@link #NONE}; empty where it does not know. Called by one thread at a time
 */
public record KnownLabels(String name, Function<Specimen, OptionalInt> labelOf) implements LabelOracle {

    @Override
    public List<OptionalInt> labels(List<Specimen> specimens) {
        return specimens.stream().map(labelOf).toList();
    }

    @Override
    public Optional<RoganGladen> errors(int cls) {
        return Optional.empty();
    }

    /** A function may have changed. */
    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public void requireFits(int classes) {
        // what a function may say is seen only when it is asked
    }
}
