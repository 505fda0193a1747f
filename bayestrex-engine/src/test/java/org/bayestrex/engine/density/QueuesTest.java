/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who waits is answered: in order within a queue, and from both queues in the end. */
class QueuesTest {

    private static final Posterior POSTERIOR = new Posterior(HighConfidence.of(1), .05);
    private static final int ROWS = 4;

    private final Classifier classifier = TestModels.tinyClassifier("linear-classifier");
    private final DataDistribution generator = TestModels.tinyGenerator("linear-generator");
    private GradientBatcher batcher;

    @BeforeEach
    void pair() {
        batcher = new GradientBatcher(LatentClassifier.of(classifier, generator), ROWS);
    }

    @AfterEach
    void close() {
        classifier.close();
        generator.close();
    }

    /** A point that waits again as soon as it is answered. */
    private void submitForEver(int slot, boolean gradient) {
        batcher.submit(new Request(
                slot, new double[2], gradient, POSTERIOR, answer -> submitForEver(slot, gradient), failure -> {}));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theShortQueueIsServedThoughTheLongOneNeverEnds(boolean gradient) {
        // given
        for (int i = 0; i < 3 * ROWS; i++) {
            submitForEver(i, !gradient);
        }
        Answers lonely = new Answers(batcher);
        lonely.submit(POSTERIOR, gradient, 1, 2);

        // when
        int passes = 0;
        while (lonely.evaluations.isEmpty() && passes < 100) {
            batcher.serve();
            passes++;
        }

        // then
        assertThat(passes).isLessThanOrEqualTo(10);
    }

    @Test
    void theLongQueueIsServedMostOfTheTimeBesideAShortOne() {
        // given
        for (int i = 0; i < 2 * ROWS; i++) {
            submitForEver(i, true);
        }
        submitForEver(0, false);
        Answers asked = new Answers(batcher);
        for (int i = 0; i < 10 * ROWS; i++) {
            asked.submit(POSTERIOR, true, i, 0);
        }

        // when
        for (int pass = 0; pass < 30; pass++) {
            batcher.serve();
        }

        // then
        assertThat(asked.evaluations).hasSize(10 * ROWS);
    }

    @Test
    void answersComeInTheOrderOfTheQuestions() {
        Answers answers = new Answers(batcher);
        for (int i = 0; i < 3 * ROWS + 1; i++) {
            answers.submit(POSTERIOR, false, i, -i);
        }

        answers.serveAll();

        assertThat(answers.order).isSorted().hasSize(3 * ROWS + 1);
        assertThat(answers.evaluations.get(5).logPrior()).isEqualTo(-25);
    }

    @Test
    void servingNobodyIsNoWork() {
        assertThat(batcher.isIdle()).isTrue();
        assertThatCode(batcher::serve).doesNotThrowAnyException();
    }
}
