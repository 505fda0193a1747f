/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.RoganGladen;

/**
 * The class that a conditional generator was told to draw, by the part of the generator that chooses it: a model from latents
 * to one score for each class, the largest of which is chosen. It is trusted, as the generator is.
 *
 * @param choice from latents [batch, d] to scores [batch, classes]
 * @param classes how many, at least 2; as the model under test counts them
 * @since 0.1
 */
public record ConditionalGenerator(Classifier choice, int classes) implements LabelOracle {

    /** Checks the number. */
    public ConditionalGenerator {
        if (classes < 2) {
            throw new IllegalArgumentException("A generator that is told a class has at least two, not " + classes);
        }
    }

    @Override
    public String name() {
        return choice.name();
    }

    @Override
    public List<OptionalInt> labels(List<Specimen> specimens) {
        return new Sayings(choice, classes)
                .of(specimens.stream()
                        .map(specimen -> asGenerated(specimen.latent()))
                        .toList());
    }

    /** The generator is given floats too. */
    private static Tensor asGenerated(double[] latent) {
        float[] values = new float[latent.length];
        for (int j = 0; j < values.length; j++) {
            values[j] = (float) latent[j];
        }
        return Tensor.of(values, values.length);
    }

    @Override
    public Optional<RoganGladen> errors(int cls) {
        return Optional.empty();
    }

    @Override
    public String fingerprint() {
        return choice.fingerprint();
    }

    @Override
    public void requireUnchanged() {
        choice.requireUnchanged();
    }

    @Override
    public void requireFits(int outputs) {
        if (outputs != classes) {
            throw new IllegalArgumentException(
                    "The conditional generator %s draws %d classes, but the model under test has %d"
                            .formatted(name(), classes, outputs));
        }
    }
}
