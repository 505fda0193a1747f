/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same specification gives the same draws, bit for bit, alone or beside other searches; real networks. */
class RepeatabilityTest {

    private static Classifier classifier;
    private static DataDistribution digits;

    @BeforeAll
    static void load() {
        classifier = TestModels.digitClassifier();
        digits = TestModels.digits();
    }

    @AfterAll
    static void close() {
        classifier.close();
        digits.close();
    }

    private static SearchSpec spec(Target target, Sampling sampling) {
        return new SearchSpec(classifier, digits, target, sampling);
    }

    private static Sampling tiny(Method method) {
        return Searches.small(method).withWarmup(2).withDraws(4).withSigma(.2);
    }

    private static Findings alone(SearchSpec spec) {
        try (SearchService service = new SearchService(ProgressListener.SILENT)) {
            return service.submit(spec).join();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NUTS", "ELLIPTICAL_SLICE"})
    void aSearchHasTheSameDrawsAloneAndBesideOthers(Method method) {
        // given
        SearchSpec spec = spec(HighConfidence.of(4), tiny(method));

        // when
        Findings first = alone(spec);
        Findings again = alone(spec);
        List<Findings> crowd = new ArrayList<>();
        try (SearchService service = new SearchService(ProgressListener.SILENT)) {
            List<CompletableFuture<Findings>> running = List.of(
                    service.submit(
                            spec(Ambiguous.between(8, 9), tiny(Method.NUTS).withChains(3))),
                    service.submit(spec(
                            HighConfidence.of(1), tiny(Method.ELLIPTICAL_SLICE).withPilot(333))),
                    service.submit(spec),
                    service.submit(spec(
                            Ambiguous.uniform(), tiny(Method.ELLIPTICAL_SLICE).withWarmup(3))));
            running.forEach(future -> crowd.add(future.join()));
        }

        // then
        assertThat(Searches.draws(again)).isEqualTo(Searches.draws(first));
        assertThat(Searches.draws(crowd.get(2))).isEqualTo(Searches.draws(first));
        assertThat(crowd.get(2).levelSetMass()).isEqualTo(first.levelSetMass());
        assertThat(crowd.get(2).effort().gradients()).isEqualTo(first.effort().gradients());
    }

    @Test
    @Tag("slow")
    void theCompositionWithGlobalMovesHasTheSameDrawsAloneAndBesideOthers() {
        // given
        Sampling sampling = Searches.small(Method.AUTO).withPilot(1000);
        SearchSpec spec = spec(HighConfidence.of(1), sampling);

        // when
        Findings first = alone(spec);
        Findings beside;
        try (SearchService service = new SearchService(ProgressListener.SILENT)) {
            var other = service.submit(
                    spec(HighConfidence.of(6), Searches.small(Method.NUTS).withDraws(60)));
            beside = service.submit(spec).join();
            other.cancel(true);
        }

        // then
        assertThat(Searches.draws(beside)).isEqualTo(Searches.draws(first));
    }

    @Test
    void anotherSeedOrTargetHasOtherDraws() {
        Sampling sampling = Searches.small(Method.ELLIPTICAL_SLICE);

        var draws = Searches.draws(alone(spec(HighConfidence.of(4), sampling)));

        assertThat(Searches.draws(alone(spec(HighConfidence.of(4), sampling.withSeed(8)))))
                .isNotEqualTo(draws);
        assertThat(new RandomStreams(7, HighConfidence.of(4).describe())
                        .stream("pilot").nextLong())
                .isNotEqualTo(new RandomStreams(7, HighConfidence.of(5).describe())
                        .stream("pilot").nextLong())
                .isNotEqualTo(new RandomStreams(8, HighConfidence.of(4).describe())
                        .stream("pilot").nextLong())
                .isNotEqualTo(new RandomStreams(7, HighConfidence.of(4).describe())
                        .stream("starts").nextLong());
    }
}
