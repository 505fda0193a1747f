/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bayestrex.engine.label.Judge;
import org.bayestrex.engine.label.Specimen;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.RoganGladen;
import org.bayestrex.engine.sampler.State;

/**
 * How often a distribution draws the class that it should not hold: what a judge sees among the pilot's plain draws,
 * corrected for the judge's errors.
 */
record Leak(SearchSpec spec, Pilot pilot) {

    /** Inputs that are held in memory at once. */
    private static final int AT_ONCE = 1024;

    Rate rate() {
        OptionalInt claimed = spec.target().claimedClass();
        if (claimed.isEmpty() || !spec.distribution().excludedClasses().contains(claimed.getAsInt())) {
            return Rate.unknown(
                    "the target claims no class that " + spec.distribution().name() + " was made without");
        }
        Optional<Judge> judge = spec.oracles().stream()
                .filter(Judge.class::isInstance)
                .map(Judge.class::cast)
                .findFirst();
        return judge.map(present -> seenBy(present, claimed.getAsInt()))
                .orElseGet(() -> Rate.unknown("no judge has looked for class %d among draws of %s"
                        .formatted(claimed.getAsInt(), spec.distribution().name())));
    }

    /** The first stage alone: its size is known before it is drawn, and it is enough. */
    private Rate seenBy(Judge judge, int cls) {
        List<State> draws = pilot.draws()
                .subList(0, Math.min(spec.sampling().pilot(), pilot.draws().size()));
        long looked = 0;
        long seen = 0;
        for (int from = 0; from < draws.size(); from += AT_ONCE) {
            List<double[]> latents = draws.subList(from, Math.min(from + AT_ONCE, draws.size())).stream()
                    .map(State::position)
                    .toList();
            for (OptionalInt said : judge.labels(specimens(latents))) {
                looked += said.isPresent() ? 1 : 0;
                seen += said.isPresent() && said.getAsInt() == cls ? 1 : 0;
            }
        }
        long trials = looked;
        long events = seen;
        RoganGladen errors = judge.errors(cls).orElseThrow();
        return errors.correct(
                level -> ClopperPearson.of(
                        events, trials, level, "prior draws that %s calls %d".formatted(judge.name(), cls)),
                Rate.DEFAULT_LEVEL);
    }

    private List<Specimen> specimens(List<double[]> latents) {
        List<Tensor> inputs = new Inputs(spec.distribution()).at(latents);
        return inputs.stream()
                .map(input -> new Specimen("", new double[0], input))
                .toList();
    }
}
