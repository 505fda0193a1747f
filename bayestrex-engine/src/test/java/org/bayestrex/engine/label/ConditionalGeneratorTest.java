/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalInt;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

/** The class that a generator was told to draw is read from the latents, not from the picture. */
class ConditionalGeneratorTest {

    /** Latents to scores (z_0, z_1). */
    private static final Classifier CHOICE = Classifier.of("choice", List.of(), latents -> latents);

    private static Specimen at(double... latent) {
        return new Specimen("id", latent, Tensor.of(new float[] {.5f, .5f, .5f, .5f}, 1, 2, 2));
    }

    @Test
    void theHighestScoreIsTheClass() {
        ConditionalGenerator generator = new ConditionalGenerator(CHOICE, 2);

        assertThat(generator.labels(List.of(at(1, 0), at(-1, 2), at(0, Double.NaN))))
                .containsExactly(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.empty());
        assertThat(generator.errors(0)).as("it is trusted").isEmpty();
    }

    @Test
    void itsClassesAreTheModels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConditionalGenerator(CHOICE, 2).requireFits(10))
                .withMessage("The conditional generator choice draws 2 classes, but the model under test has 10");
        assertThatIllegalArgumentException().isThrownBy(() -> new ConditionalGenerator(CHOICE, 1));
    }
}
