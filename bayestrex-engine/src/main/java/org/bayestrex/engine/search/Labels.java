/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bayestrex.engine.label.ByConstruction;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.label.Specimen;

/**
 * What each oracle says of each sample, by their numbers. Without an oracle the distribution speaks for itself.
 *
 * @param oracles in the order in which they were given
 * @param byOracle for each oracle the label of each sample
 */
record Labels(List<LabelOracle> oracles, List<List<OptionalInt>> byOracle) {

    /** Asks each oracle for each input once, however many samples it is. */
    static Labels of(SearchSpec spec, List<Sample> samples) {
        List<LabelOracle> oracles =
                spec.oracles().isEmpty() ? List.of(new ByConstruction(spec.distribution())) : spec.oracles();
        Map<String, Integer> rows = new LinkedHashMap<>();
        List<Specimen> specimens = new ArrayList<>();
        for (Sample sample : samples) {
            if (rows.putIfAbsent(sample.id(), specimens.size()) == null) {
                specimens.add(new Specimen(sample.id(), sample.latent(), sample.input()));
            }
        }
        List<List<OptionalInt>> byOracle = new ArrayList<>();
        for (LabelOracle oracle : oracles) {
            List<OptionalInt> labels = oracle.labels(specimens);
            byOracle.add(samples.stream()
                    .map(sample -> labels.get(rows.getOrDefault(sample.id(), 0)))
                    .toList());
        }
        return new Labels(oracles, byOracle);
    }

    OptionalInt label(int oracle, int sample) {
        return byOracle.get(oracle).get(sample);
    }

    boolean isLabelled(int oracle, int sample) {
        return label(oracle, sample).isPresent();
    }

    /** The samples with their labels; a distribution that says of no input what it shows is no oracle worth a line. */
    List<Sample> on(List<Sample> samples) {
        List<Sample> labelled = new ArrayList<>(samples.size());
        for (int number = 0; number < samples.size(); number++) {
            Map<String, OptionalInt> labels = new LinkedHashMap<>();
            for (int oracle = 0; oracle < oracles.size(); oracle++) {
                if (!isSilent(oracle)) {
                    labels.put(oracles.get(oracle).name(), label(oracle, number));
                }
            }
            labelled.add(samples.get(number).labelled(labels));
        }
        return labelled;
    }

    private boolean isSilent(int oracle) {
        return oracles.get(oracle) instanceof ByConstruction
                && byOracle.get(oracle).stream().allMatch(OptionalInt::isEmpty);
    }
}
