/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.checkpoint.JournalKey;
import org.bayestrex.engine.label.Confusion;
import org.bayestrex.engine.label.Judge;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever changes a search's draws changes its key, and nothing else does. */
class SearchKeyTest {

    private static final Sampling SAMPLING = Searches.small(Method.ELLIPTICAL_SLICE);
    private static final DataDistribution LATENTS = TestModels.latents(2);

    private static JournalKey key(Classifier classifier, Target target, Sampling sampling) {
        SearchSpec spec = new SearchSpec(classifier, LATENTS, target, sampling);
        return SearchKey.of(spec, LatentClassifier.of(classifier, LATENTS));
    }

    private static JournalKey key(Sampling sampling) {
        return key(TestModels.linear(4), HighConfidence.of(0), sampling);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("method", sampling -> sampling.withMethod(Method.NUTS)),
                change("chains", sampling -> sampling.withChains(5)),
                change("warmup", sampling -> sampling.withWarmup(11)),
                change("draws", sampling -> sampling.withDraws(21)),
                change("seed", sampling -> sampling.withSeed(8)),
                change("sigma", sampling -> sampling.withSigma(.06)),
                change("pilot", sampling -> sampling.withPilot(201)),
                change("batch", sampling -> sampling.withBatch(16)),
                change("strict", sampling -> sampling.withStrict(false)));
    }

    private static Arguments change(String part, UnaryOperator<Sampling> how) {
        return Arguments.of(part, how);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void anotherSettingIsAnotherKey(String part, UnaryOperator<Sampling> change) {
        assertThat(key(change.apply(SAMPLING)).differences(key(SAMPLING))).containsExactly(part);
        assertThat(key(change.apply(SAMPLING)).hash())
                .isNotEqualTo(key(SAMPLING).hash());
    }

    @Test
    void moreTimeIsNot() {
        assertThat(key(SAMPLING.withDeadline(Duration.ofDays(1)))).isEqualTo(key(SAMPLING));
    }

    @Test
    void whoLabelsTheDrawsIsNot() {
        Classifier classifier = TestModels.linear(4);
        Judge judge = new Judge(classifier, Confusion.of(new long[][] {{9, 1}, {1, 9}}));
        SearchSpec labelled = new SearchSpec(classifier, LATENTS, HighConfidence.of(0), SAMPLING, List.of(judge));

        assertThat(SearchKey.of(labelled, LatentClassifier.of(classifier, LATENTS)))
                .isEqualTo(key(SAMPLING));
    }

    @Test
    void anotherTargetIsAnotherKey() {
        JournalKey other = key(TestModels.linear(4), HighConfidence.of(1), SAMPLING);

        assertThat(other.differences(key(SAMPLING))).containsExactly("target", "target type");
    }

    @Test
    void anotherFunctionOfTheSameNameIsToldByItsAnswers() {
        JournalKey other = key(TestModels.linear(Math.nextUp(4f)), HighConfidence.of(0), SAMPLING);

        assertThat(other.differences(key(SAMPLING))).containsExactly("models' answers to a probe");
    }

    @Test
    void aModelFileIsKnownByItsContents() {
        try (Classifier one = TestModels.tinyClassifier("linear-classifier");
                Classifier same = TestModels.tinyClassifier("linear-classifier");
                Classifier other = TestModels.tinyClassifier("probabilities")) {
            assertThat(one.fingerprint())
                    .isEqualTo(same.fingerprint())
                    .isNotEqualTo(other.fingerprint())
                    .matches("SHA-256 [0-9a-f]{64}, device cpu, PyTorch \\d.*, outputs LOGITS");
        }
    }
}
