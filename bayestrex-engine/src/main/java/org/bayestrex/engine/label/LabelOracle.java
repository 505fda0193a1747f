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
public sealed interface LabelOracle permits ByConstruction, ConditionalGenerator, Judge, KnownLabels, PeoplesLabels {

    /** The label of an input that shows none of the model's classes: whichever the model claims is wrong. */
    int NONE = -1;

    /**
     * Labels that a function knows, taken for the truth.
     *
     * @param name how it is called in messages and reports
     * @param labelOf the class of an input, from 0, or {@link #NONE}; empty where it does not know
     */
    static LabelOracle of(String name, Function<Specimen, OptionalInt> labelOf) {
        return new KnownLabels(name, labelOf);
    }

    /** How it is called in messages and reports. */
    String name();

    /**
     * The classes of inputs, in their order: from 0 as the model under test counts them, or {@link #NONE}; empty where it does
     * not know.
     *
     * @throws org.bayestrex.engine.model.ModelException when a model throws or gives nothing usable
     */
    List<OptionalInt> labels(List<Specimen> specimens);

    /** How to correct the share of inputs that it labels with a class; empty where its labels are taken for the truth. */
    Optional<RoganGladen> errors(int cls);

    /** What its labels depend on: contents of files, hashes of models. Empty where nothing tells, as of a function. */
    String fingerprint();

    /**
     * Whether what the fingerprint speaks of is still there.
     *
     * @throws org.bayestrex.engine.model.ModelException when a model's file is not what was loaded
     */
    default void requireUnchanged() {
        // what was read is held
    }

    /**
     * Checks the oracle against the model under test.
     *
     * @throws IllegalArgumentException when they do not have the same classes
     */
    void requireFits(int classes);
}
