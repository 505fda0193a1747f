/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayestrex.engine.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A temperature and a batch limit change what they say, and leave the gradient where there is one. */
class WrappedClassifiersTest {

    private static final float[] LATENTS = {.3f, -1.2f, 2, .1f, -.4f, .9f, 1.1f, 1.3f, -2, -.7f};

    @Test
    void aTemperatureDividesTheLogitsOfAnyModel() {
        Classifier calibrated = TestModels.linear(6).withTemperature(1.5);

        assertThat(calibrated.logits(Tensor.of(new float[] {1, 0}, 1, 2)).toArray())
                .containsExactly(4, 0);
        assertThat(calibrated
                        .withTemperature(2)
                        .logits(Tensor.of(new float[] {1, 0}, 1, 2))
                        .toArray())
                .containsExactly(2, 0);
        assertThat(calibrated.name()).isEqualTo("linear");
        assertThat(calibrated.fingerprint()).isEmpty();
    }

    @Test
    void aTemperatureKeepsTheGradient() {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            // given
            Classifier calibrated = classifier.withTemperature(2);
            LatentClassifier plain = LatentClassifier.of(classifier, generator);
            LatentClassifier model = LatentClassifier.of(calibrated, generator);

            // then
            assertThat(model.isDifferentiable()).isTrue();
            GradientCheck.require(model);
            assertThat(model.logits(LATENTS, 5)).containsExactly(halved(plain.logits(LATENTS, 5)), within(1e-6f));
            assertThat(model.pullBack(LATENTS, 5, WrappedClassifiersTest::head))
                    .containsExactly(halved(plain.pullBack(LATENTS, 5, WrappedClassifiersTest::head)), within(1e-6f));
            assertThat(calibrated.fingerprint())
                    .isNotEqualTo(classifier.fingerprint())
                    .endsWith("outputs LOGITS, temperature 2.0");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperatureIsPositive(double temperature) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestModels.linear(1).withTemperature(temperature))
                .withMessageContaining("A temperature must be a positive number, but is " + temperature);
        try (Classifier torch = TestModels.tinyClassifier("linear-classifier")) {
            assertThatIllegalArgumentException().isThrownBy(() -> torch.withTemperature(temperature));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void aModelWithABatchLimitNeverSeesMore(int limit) {
        // given
        AtomicInteger most = new AtomicInteger();
        Classifier counting = Classifier.of("counting", List.of(), inputs -> {
            most.accumulateAndGet(inputs.shape()[0], Math::max);
            return inputs;
        });

        // when
        Tensor logits = counting.withBatchLimit(limit).logits(Tensor.of(LATENTS, 5, 2));
        LatentClassifier model = LatentClassifier.of(counting.withBatchLimit(limit), TestModels.latents(2));

        // then
        assertThat(logits).isEqualTo(Tensor.of(LATENTS, 5, 2));
        assertThat(model.logits(LATENTS, 5)).containsExactly(LATENTS);
        assertThat(most).hasValue(Math.min(limit, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5})
    void aBatchLimitKeepsTheGradient(int limit) {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            LatentClassifier plain = LatentClassifier.of(classifier, generator);
            LatentClassifier model =
                    LatentClassifier.of(classifier.withBatchLimit(limit).withTemperature(1), generator);

            assertThat(model.isDifferentiable()).isTrue();
            GradientCheck.require(model);
            assertThat(model.pullBack(LATENTS, 5, WrappedClassifiersTest::head))
                    .containsExactly(plain.pullBack(LATENTS, 5, WrappedClassifiersTest::head), within(1e-6f));
        }
    }

    @Test
    void aBatchHasARow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestModels.linear(1).withBatchLimit(0))
                .withMessage("A batch must have 1 row or more, but is limited to 0");
    }

    private static float[] halved(float[] values) {
        float[] halves = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            halves[i] = values[i] / 2;
        }
        return halves;
    }

    /** Of a weighted sum of all logits, whose weights differ from row to row. */
    private static float[] head(float[] logits) {
        float[] cotangents = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            cotangents[i] = 1 + i % 4;
        }
        return cotangents;
    }
}
