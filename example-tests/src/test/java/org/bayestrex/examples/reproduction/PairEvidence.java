/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;

/**
 * What is known of a pair: how many of a number of plain draws are in its level set, and what a search says where these
 * were hardly any.
 *
 * @param first one class
 * @param second the other one
 * @param draws number of plain draws
 * @param hits how many of them are in the level set
 * @param search for a pair that plain draws hardly met
 * @param typical the likeliest input in the level set; empty where there is none
 */
record PairEvidence(int first, int second, int draws, int hits, Optional<Findings> search, Optional<Tensor> typical) {

    static PairEvidence of(PairTally tally, int draws, Optional<Findings> search) {
        Optional<Tensor> searched = search.flatMap(findings -> findings.inLevelSet().stream()
                .max(Comparator.comparingDouble(Sample::logDensity))
                .map(Sample::input));
        return new PairEvidence(
                tally.first(),
                tally.second(),
                draws,
                tally.hits(),
                search,
                tally.typical().or(() -> searched));
    }

    boolean isFound() {
        return typical.isPresent();
    }

    boolean isFoundBySearchAlone() {
        return hits == 0 && isFound();
    }

    /** The exact interval of plain draws: it needs no sampler to have gone right. */
    Rate plain() {
        return ClopperPearson.of(hits, draws, "prior draws");
    }

    /** What the search says, where there was one that found any. */
    Optional<Rate> searched() {
        return search.map(Findings::levelSetMass).filter(rate -> rate.estimate() > 0);
    }

    /** The search's where plain draws saw nothing. */
    Rate mass() {
        return hits > 0 ? plain() : searched().orElseGet(this::plain);
    }

    /** It happens no more often than this: plain draws bound also what a search alone found. */
    double largestMass() {
        return Math.min(plain().upper(), mass().upper());
    }

    /** Whether the search and plain draws cannot both be right. */
    boolean isContradicted() {
        return searched()
                .filter(rate -> rate.lower() > plain().upper() || rate.upper() < plain().lower())
                .isPresent();
    }

    String name(Card card) {
        return card.name(first) + " v " + card.name(second);
    }

    List<String> row(Card card) {
        return List.of(
                name(card),
                !isFound() ? "not found" : hits > 0 ? "found" : "found by the search",
                Shown.count(hits),
                Shown.rate(plain()),
                search.isEmpty() ? "" : searched().map(Shown::rate).orElse("nothing found"));
    }

    ImageGrid.Cell cell() {
        String caption = typical.isPresent() ? Shown.digits(mass().estimate()) : "none";
        return new ImageGrid.Cell(typical.orElse(null), caption);
    }
}
