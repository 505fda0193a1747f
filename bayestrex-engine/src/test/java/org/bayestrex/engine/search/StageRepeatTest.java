/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rounds, particles, weighted draws and chains are the same, bit for bit, alone or beside other searches. */
class StageRepeatTest {

    /** So narrow that class 0 needs a confidence of .999: about one prior draw in ten thousand. */
    private static final double NARROW = .0005;

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "NUTS"})
    void withSequentialMonteCarloOnTorchScriptToo(Method method) {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            // given
            Sampling sampling = Searches.small(method).withSigma(NARROW);
            SearchSpec spec = new SearchSpec(classifier, generator, HighConfidence.of(0), sampling);

            // when
            Findings alone;
            try (SearchService service = new SearchService(ProgressListener.SILENT)) {
                alone = service.submit(spec).join();
            }
            Findings beside;
            try (SearchService service = new SearchService(ProgressListener.SILENT)) {
                List<CompletableFuture<Findings>> running = List.of(
                        service.submit(beside(spec, HighConfidence.of(1), Searches.small(Method.AUTO))),
                        service.submit(beside(
                                spec,
                                Ambiguous.between(0, 1),
                                Searches.small(Method.NUTS).withChains(3))),
                        service.submit(spec),
                        service.submit(beside(spec, HighConfidence.of(2), sampling.withStrict(false))));
                running.forEach(CompletableFuture::join);
                beside = running.get(2).join();
            }

            // then
            assertThat(alone.effort().parts()).extracting(Part::name).contains(Part.SMC, Part.CHAINS);
            assertSame(beside, alone);
        }
    }

    private static SearchSpec beside(SearchSpec models, Target target, Sampling sampling) {
        return new SearchSpec(models.classifier(), models.distribution(), target, sampling);
    }

    @Test
    void everyMethodAtOnceOnOneModel() {
        // given
        HalfSpace set = HalfSpace.ofMass(3, 1e-4);
        List<Sampling> samplings = EnumSet.complementOf(EnumSet.of(Method.OWN_MOVES)).stream()
                .map(method -> Searches.small(method).withPilot(500))
                .toList();
        PairedModels models = new PairedModels(set.model());

        // when
        List<Findings> crowd = SteppedSearch.sideBySide(samplings.stream()
                .map(sampling -> new SteppedSearch(models, set.target(), sampling, Journals.NONE))
                .toList());

        // then
        for (int i = 0; i < crowd.size(); i++) {
            assertSame(crowd.get(i), set.search(samplings.get(i)));
        }
    }

    private static void assertSame(Findings actual, Findings expected) {
        assertThat(Searches.draws(actual)).isEqualTo(Searches.draws(expected));
        assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
        assertThat(actual.massEstimates()).isEqualTo(expected.massEstimates());
        assertThat(actual.effort().gradients()).isEqualTo(expected.effort().gradients());
        assertThat(actual.effort().forwards()).isEqualTo(expected.effort().forwards());
    }
}
