/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.bayestrex.engine.TestModels;
import org.junit.jupiter.api.Test;

/** Models in plain Java: any function, no gradient. */
class FunctionModelsTest {

    @Test
    void theyComposeRowByRow() {
        // given
        DataDistribution doubled = DataDistribution.of("doubled", 2, z -> {
            float[] values = z.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] *= 2;
            }
            return Tensor.of(values, z.shape());
        });
        Classifier swapped = TestModels.rows("swapped", x -> new float[] {x[1], x[0]});

        // when
        LatentClassifier model = LatentClassifier.of(swapped, doubled);

        // then
        assertThat(model.name()).isEqualTo("swapped on doubled");
        assertThat(model.classes()).isEqualTo(2);
        assertThat(model.logits(new float[] {1, 2, 3, 4}, 2)).containsExactly(4, 2, 8, 6);
        assertThat(doubled.excludedClasses()).isEmpty();
    }

    @Test
    void theyHaveNoGradient() {
        LatentClassifier model = LatentClassifier.of(TestModels.linear(1), TestModels.latents(2));

        assertThat(model.isDifferentiable()).isFalse();
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> model.pullBack(new float[2], 1, logits -> logits))
                .withMessage("linear on latents has no gradient: both models must be TorchScript for that. "
                        + "Use a gradient-free method, such as @Sampling(method = ELLIPTICAL_SLICE)");
    }

    @Test
    void aTorchScriptModelBesideOneInJavaHasNoGradientEither() {
        try (DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            LatentClassifier model = LatentClassifier.of(TestModels.linear(1), generator);

            assertThat(model.isDifferentiable()).isFalse();
            assertThat(model.logits(new float[] {3, 1}, 1)).containsExactly(3, 0);
        }
    }

    @Test
    void aFailureNamesTheModelThatThrew() {
        DataDistribution broken = DataDistribution.of("broken", 1, z -> {
            throw new IllegalStateException("no light");
        });
        Classifier blind = Classifier.of("blind", List.of(), x -> {
            throw new IllegalStateException("no eyes");
        });

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> LatentClassifier.of(TestModels.linear(1), broken))
                .withMessage("The generator broken failed: no light");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> LatentClassifier.of(blind, TestModels.latents(1)))
                .withMessage("The classifier blind failed: no eyes");
    }

    @Test
    void aFailureWithoutAMessageShowsItsKind() {
        Classifier blind = Classifier.of("blind", List.of(), x -> {
            throw new UnsupportedOperationException();
        });

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> LatentClassifier.of(blind, TestModels.latents(1)))
                .withMessage("The classifier blind failed: java.lang.UnsupportedOperationException");
    }

    @Test
    void anOutputOfTheWrongShapeIsRefused() {
        Classifier flat = Classifier.of("flat", List.of(), x -> Tensor.of(x.toArray(), x.size()));
        Classifier fickle = Classifier.of("fickle", List.of(), x -> Tensor.of(new float[] {1, 2}, 1, 2));

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> LatentClassifier.of(flat, TestModels.latents(2)))
                .withMessageContaining("The classifier flat gave the shape [2] for a batch of 1");
        LatentClassifier model = LatentClassifier.of(fickle, TestModels.latents(2));
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> model.logits(new float[6], 3))
                .withMessageContaining("The classifier fickle gave the shape [1, 2] for a batch of 3");
    }
}
