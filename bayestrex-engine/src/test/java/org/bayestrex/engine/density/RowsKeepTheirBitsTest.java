/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * On the real networks, at one padded size and in one slot, a point's answer has the same bits whatever
 * its neighbours, their targets and the padding: else draws would depend on what runs beside a search.
 */
class RowsKeepTheirBitsTest {

    private static final Posterior CONFIDENT = new Posterior(HighConfidence.of(4), .05);
    private static final Posterior TORN = new Posterior(Ambiguous.between(8, 9), .02);

    private static Classifier classifier;
    private static DataDistribution generator;
    private static LatentClassifier model;

    @BeforeAll
    static void load() {
        classifier = TestModels.digitClassifier();
        generator = TestModels.digits();
        model = LatentClassifier.of(classifier, generator);
    }

    @AfterAll
    static void close() {
        classifier.close();
        generator.close();
    }

    @ParameterizedTest
    @CsvSource({"16, true", "16, false", "7, true", "64, true", "128, false"})
    void anAnswerDependsOnPointAndSlotAlone(int rows, boolean gradient) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(5L);
        double[] probe = gaussians(random);
        for (int slot : new int[] {0, 1, 3, rows / 2, rows - 1}) {
            // given
            Answers alone = new Answers(new GradientBatcher(model, rows));
            alone.submit(slot, CONFIDENT, gradient, probe);
            alone.serveAll();
            Evaluation expected = alone.evaluations.get(0);

            for (int neighbours : new int[] {1, 2, rows - 1}) {
                // when
                Answers beside = new Answers(new GradientBatcher(model, rows));
                beside.submit(slot + rows, CONFIDENT, gradient, probe);
                for (int i = 1; i <= neighbours; i++) {
                    beside.submit(slot + i, i % 2 == 0 ? TORN : CONFIDENT, gradient, gaussians(random));
                }
                beside.serveAll();

                // then
                Evaluation answer = beside.evaluations.get(0);
                assertThat(answer.logits()).containsExactly(expected.logits());
                assertThat(answer.logLikelihood()).isEqualTo(expected.logLikelihood());
                assertThat(answer.logPrior()).isEqualTo(expected.logPrior());
                if (gradient) {
                    assertThat(answer.gradient()).containsExactly(expected.gradient());
                } else {
                    assertThat(answer.gradient()).isNull();
                }
            }
        }
    }

    @Test
    void theFirstGradientHasTheBitsOfLaterOnes() {
        try (Classifier fresh = TestModels.digitClassifier();
                DataDistribution digits = TestModels.digits()) {
            LatentClassifier unused = LatentClassifier.of(fresh, digits);
            float[] points = {.3f, -.7f, 1.1f, -.2f, .9f};

            float[] first = unused.pullBack(points, 1, logits -> new float[] {1, 2, 3, 4, 5, 4, 3, 2, 1, 0});

            for (int i = 0; i < 4; i++) {
                assertThat(unused.pullBack(points, 1, logits -> new float[] {1, 2, 3, 4, 5, 4, 3, 2, 1, 0}))
                        .containsExactly(first);
            }
        }
    }

    private static double[] gaussians(UniformRandomProvider random) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[] values = new double[TestModels.DIGIT_LATENTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = gaussian.sample();
        }
        return values;
    }
}
