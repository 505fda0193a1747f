/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;

/**
 * What is kept of the search for inputs on which a model is torn between two classes.
 *
 * @param first one class
 * @param second the other one
 * @param found number of draws in the level set
 * @param draws number of draws
 * @param mass how often the generator makes such an input
 * @param problems what speaks against the draws
 * @param typical the likeliest draw in the level set; empty where there is none
 */
record PairSearch(
        int first, int second, int found, int draws, Rate mass, List<String> problems, Optional<Tensor> typical) {

    PairSearch {
        problems = List.copyOf(problems);
    }

    static PairSearch of(int first, int second, Findings findings) {
        List<Sample> found = findings.inLevelSet();
        return new PairSearch(
                first,
                second,
                found.size(),
                findings.samples().size(),
                findings.levelSetMass(),
                findings.diagnostics().problems(),
                found.stream()
                        .max(Comparator.comparingDouble(Sample::logDensity))
                        .map(Sample::input));
    }

    /** At least one draw; a search that ran out of time hands out none, and its plain prior draws count. */
    boolean isFound() {
        return found > 0 || (mass.estimate() > 0 && mass.lower() > 0);
    }

    /** Whether the mass is that of the pilot, and so exact. */
    boolean isMetByPlainDraws() {
        return mass.method().contains("prior draws");
    }

    String name(Card card) {
        return card.name(first) + " v " + card.name(second);
    }

    List<String> row(Card card) {
        return List.of(
                name(card),
                isFound() ? "found" : "not found",
                "%,d of %,d".formatted(found, draws),
                Shown.rate(mass),
                problems.isEmpty() ? "yes" : "no");
    }

    ImageGrid.Cell cell() {
        String caption = typical.isPresent() ? Shown.digits(mass.estimate()) : "no draw";
        return new ImageGrid.Cell(typical.orElse(null), caption);
    }
}
