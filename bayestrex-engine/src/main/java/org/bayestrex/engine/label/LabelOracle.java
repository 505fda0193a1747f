/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.bayestrex.engine.rate.RoganGladen;

/**
 * Who knows the true class of generated inputs. Oracles that are equal label alike: they are part of what tells searches
 * apart.
 */
public sealed interface LabelOracle permits ByConstruction, Judge, KnownLabels, PeoplesLabels {

    /**
     * Labels that a function knows, taken for the truth.
     *
     * @param name how it is called in messages and reports
     * @param labelOf the class of an input, from 0; empty where it does not know
     */
    static LabelOracle of(String name, Function<Specimen, OptionalInt> labelOf) {
        return new KnownLabels(name, labelOf);
    }

    /** How it is called in messages and reports. */
    String name();

    /**
     * What the labels depend on, beyond the name: of a judge the hash of its model. Empty where they come from a function or
     * from people.
     */
    default String fingerprint() {
        return "";
    }

    /**
     * The classes of inputs, in their order; empty where it does not know.
     *
     * @throws org.bayestrex.engine.model.ModelException when a model throws or gives nothing usable
     */
    List<OptionalInt> labels(List<Specimen> specimens);

    /** How to correct the share of inputs that it labels with a class; empty where its labels are taken for the truth. */
    Optional<RoganGladen> errors(int cls);

    /**
     * Checks the oracle against the model under test.
     *
     * @throws IllegalArgumentException when they do not have the same classes
     */
    void requireFits(int classes);
}
