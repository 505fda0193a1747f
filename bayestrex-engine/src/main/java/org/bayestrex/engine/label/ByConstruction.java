/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.rate.RoganGladen;

/**
 * What a distribution says of itself: a conditional generator knows which class it was told to draw
 * ({@link DataDistribution#labelOf}), one that was trained without a class that it draws none of it
 * ({@link DataDistribution#excludedClasses}). Both are trusted.
 *
 * @param distribution where the inputs come from
 */
public record ByConstruction(DataDistribution distribution) implements LabelOracle {

    @Override
    public String name() {
        return distribution.name();
    }

    @Override
    public List<OptionalInt> labels(List<Specimen> specimens) {
        return specimens.stream()
                .map(specimen -> distribution.labelOf(Prior.rounded(specimen.latent())))
                .toList();
    }

    /** Whether the distribution holds no example of a class. */
    public boolean excludes(int cls) {
        return distribution.excludedClasses().contains(cls);
    }

    @Override
    public Optional<RoganGladen> errors(int cls) {
        return Optional.empty();
    }

    @Override
    public String fingerprint() {
        String known = distribution.fingerprint();
        return known.isEmpty() ? "" : known + ", without " + new TreeSet<>(distribution.excludedClasses());
    }

    @Override
    public void requireUnchanged() {
        distribution.requireUnchanged();
    }

    @Override
    public void requireFits(int classes) {
        // a distribution does not say how many classes there are
    }
}
