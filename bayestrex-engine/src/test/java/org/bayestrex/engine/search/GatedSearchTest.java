/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.GateReport;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.rate.Look;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.SettledGate;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.Test;

/** Searches that know their limits. */
class GatedSearchTest {

    private static final HalfSpace COMMON = HalfSpace.ofMass(2, .1);
    private static final HalfSpace RARE = HalfSpace.ofMass(2, 1e-5);

    private static final Classifier MODEL = TestModels.linear(4);
    private static final DataDistribution LATENTS = TestModels.latents(2);

    private static Findings search(HalfSpace truth, Sampling sampling, Gates gates) {
        return SteppedSearch.of(truth.model(), truth.target(), sampling, gates).toEnd();
    }

    private static Verdict verdict(Findings findings) {
        return findings.gates().gates().get(0).verdict();
    }

    @Test
    void anObviousPassEndsItAtTheFirstLook() {
        // given
        Gate gate = Gate.levelSetMassBelow(.2);

        // when
        Findings findings = search(COMMON, Sampling.DEFAULT, Gates.of(gate));

        // then
        GateReport report = findings.gates();
        assertThat(verdict(findings)).isEqualTo(Verdict.PASS);
        assertThat(report.stoppedEarly()).isTrue();
        assertThat(report.looks()).hasSize(1);
        assertThat(report.looks().get(0).evidence()).isEqualTo("1,024 prior draws");
        assertThat(report.plan().looks()).isEqualTo(12);
        assertThat(findings.evaluations()).isLessThan(2048);
        assertThat(findings.levelSetMass())
                .isEqualTo(report.looks().get(0).rates().get(0));
        assertThat(findings.levelSetMass().level()).isEqualTo(report.plan().level(false));
        assertThat(report.of(gate).orElseThrow().passes()).isLessThan(SettledGate.ALPHA);
        assertThat(report.of(gate).orElseThrow().fails()).isEqualTo(1);
        assertThat(report.sentence()).contains("until look 1 of 12 planned (1,024 prior draws)");
    }

    @Test
    void anObviousFailLeavesItsHitsToBeLookedAt() {
        Findings findings = search(COMMON, Sampling.DEFAULT, Gates.of(Gate.levelSetMassBelow(.01)));

        assertThat(verdict(findings)).isEqualTo(Verdict.FAIL);
        assertThat(findings.evaluations()).isLessThan(2048);
        assertThat(findings.inLevelSet()).hasSizeGreaterThan(10);
        assertThat(findings.diagnostics().problems())
                .anyMatch(problem -> problem.contains("ended as soon as its gates were decided"));
        assertThat(findings.gates().gates().get(0).fails()).isLessThan(SettledGate.ALPHA);
    }

    @Test
    void itGoesOnUntilAllGatesAreDecided() {
        Gates one = Gates.of(Gate.levelSetMassBelow(.2));
        Gates two = Gates.of(Gate.levelSetMassBelow(.2), Gate.levelSetMassAbove(.09));

        Findings first = search(COMMON, Sampling.DEFAULT, one);
        Findings second = search(COMMON, Sampling.DEFAULT, two);

        assertThat(second.gates().looks())
                .hasSizeGreaterThan(first.gates().looks().size());
        assertThat(second.gates().looks().get(0).verdicts()).containsExactly(Verdict.PASS, Verdict.INCONCLUSIVE);
    }

    @Test
    void aRareFailureIsSettledBySequentialMonteCarloBeforeAnyChain() {
        Findings passes = search(RARE, Sampling.DEFAULT, Gates.of(Gate.levelSetMassBelow(1e-4)));
        Findings fails = search(RARE, Sampling.DEFAULT, Gates.of(Gate.levelSetMassBelow(1e-6)));

        assertThat(verdict(passes)).isEqualTo(Verdict.PASS);
        assertThat(verdict(fails)).isEqualTo(Verdict.FAIL);
        assertThat(passes.effort().parts()).extracting(Part::name).doesNotContain(Part.CHAINS);
        assertThat(passes.gates().looks()).extracting(Look::evidence).contains("20,480 prior draws");
    }

    @Test
    void whatNoLookDecidesGoesToTheEndAndIsInconclusive() {
        // given
        Sampling sampling = Sampling.of(Method.MIXTURE).withDraws(100);

        // when
        Findings findings = search(COMMON, sampling, Gates.of(Gate.levelSetMassBelow(.1)));

        // then
        List<Look> looks = findings.gates().looks();
        assertThat(verdict(findings)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(looks).hasSize(findings.gates().plan().looks());
        assertThat(looks.get(looks.size() - 1).last()).isTrue();
        assertThat(findings.levelSetMass().level()).isEqualTo(.975);
        assertThat(findings.gates().stoppedEarly()).isFalse();
        assertThat(findings.gates().gates().get(0).check().advice()).contains("times as many draws");
        assertThat(findings.gates().sentence()).contains("to its end");
    }

    @Test
    void withoutStoppingItIsTheSearchThatItWasWithoutGates() {
        Sampling sampling = Searches.small(Method.ELLIPTICAL_SLICE);
        Gate gate = Gate.levelSetMassBelow(.3);

        Findings plain = COMMON.search(sampling);
        Findings gated = search(COMMON, sampling, Gates.of(gate).atTheEnd());

        assertThat(Searches.draws(gated)).isEqualTo(Searches.draws(plain));
        assertThat(gated.levelSetMass()).isEqualTo(plain.levelSetMass());
        assertThat(gated.gates().looks()).hasSize(1);
        assertThat(gated.gates().of(gate).orElseThrow().check().rate()).isEqualTo(plain.levelSetMass());
    }

    @Test
    void itEndsAtTheSameLookAloneAndBesideOthers() {
        // given
        LogOddsModel model = COMMON.model();
        Gates gates = Gates.of(Gate.levelSetMassBelow(.12));
        SearchSpec plain = spec(COMMON.target(), Sampling.DEFAULT, Gates.NONE);
        SearchSpec gated = spec(COMMON.target(), Sampling.DEFAULT, gates);
        PairedModels shared = new PairedModels(model);

        // when
        Findings alone = new SteppedSearch(new PairedModels(model), gated, Journals.NONE).toEnd();
        Findings beside = SteppedSearch.sideBySide(List.of(
                        new SteppedSearch(shared, plain, Journals.NONE),
                        new SteppedSearch(shared, gated, Journals.NONE)))
                .get(1);

        // then
        assertThat(alone.gates().stoppedEarly()).isTrue();
        assertThat(beside.gates()).isEqualTo(alone.gates());
        assertThat(Searches.draws(beside)).isEqualTo(Searches.draws(alone));
    }

    @Test
    void anExcludedClassMakesEveryMassAFailureRate() {
        SearchSpec spec = new SearchSpec(
                TestModels.linear(4),
                new Without0(),
                HighConfidence.of(0),
                Sampling.DEFAULT,
                List.of(),
                Gates.of(Gate.failureRateBelow(.9)));

        Findings findings = run(spec);

        assertThat(verdict(findings)).isEqualTo(Verdict.PASS);
        assertThat(findings.failureRate())
                .isEqualTo(findings.levelSetMass()
                        .times(Rate.known(1, findings.wrongLabelShare().method())));
    }

    @Test
    void aFailureRateOfUnknownLabelsPassesByItsMassAndNeverFails() {
        Findings passes = search(COMMON, Sampling.DEFAULT, Gates.of(Gate.failureRateBelow(.2)));
        Findings open = search(COMMON, Searches.small(Method.ELLIPTICAL_SLICE), Gates.of(Gate.failureRateBelow(.01)));

        assertThat(verdict(passes)).isEqualTo(Verdict.PASS);
        assertThat(verdict(open)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aModelThatIsBrokenEverywherePassesNothing() {
        LogOddsModel broken = new LogOddsModel(2, (z, gradient) -> Double.NaN);

        assertThatThrownBy(() -> SteppedSearch.of(
                                broken, HighConfidence.of(0), Sampling.DEFAULT, Gates.of(Gate.levelSetMassBelow(.2)))
                        .toEnd())
                .rootCause()
                .hasMessageContaining("NaN at every one");
    }

    @Test
    void looksAreInTheJson() {
        Findings findings = search(COMMON, Sampling.DEFAULT, Gates.of(Gate.levelSetMassBelow(.2)));

        assertThat(findings.toJson(0))
                .contains("\"plannedLooks\": 12", "\"stoppedEarly\": true", "\"claim\": \"level-set mass below 0.2\"")
                .contains("\"evidence\": \"1,024 prior draws\"");
        assertThat(COMMON.search(Searches.small(Method.ELLIPTICAL_SLICE)).toJson(0))
                .doesNotContain("plannedLooks");
    }

    @Test
    void whatPlainDrawsCannotDecideIsSaidBeforeThem() {
        SearchSpec spec =
                spec(HighConfidence.of(0), Sampling.of(Method.DIRECT), Gates.of(Gate.levelSetMassBelow(1e-6)));

        assertThatThrownBy(() -> run(spec))
                .isInstanceOf(UndecidableGateException.class)
                .hasMessageStartingWith(
                        "INCONCLUSIVE before any draw: level-set mass below 0.000001 cannot pass with at "
                                + "most 51,200 plain draws")
                .hasMessageContaining("or more could");
        assertThat(run(spec(HighConfidence.of(0), Sampling.of(Method.DIRECT), Gates.of(Gate.levelSetMassBelow(.99))))
                        .gates()
                        .gates())
                .hasSize(1);
    }

    @Test
    void aShareThatNobodyMeasuresIsRefusedBeforeAnyDraw() {
        Gates gates = Gates.of(Gate.wrongLabelShareBelow(.1));

        assertThatThrownBy(() -> run(spec(HighConfidence.of(0), Sampling.DEFAULT, gates)))
                .isInstanceOf(UndecidableGateException.class)
                .hasMessageContaining("nobody knows the true labels")
                .extracting(thrown -> ((UndecidableGateException) thrown).gate())
                .isEqualTo(Gate.wrongLabelShareBelow(.1));
        assertThatThrownBy(() -> run(spec(Ambiguous.between(0, 1), Sampling.DEFAULT, gates)))
                .hasMessageContaining("claims no class that could be wrong");
    }

    @Test
    void gatesTellSearchesApart() {
        SearchSpec plain = spec(HighConfidence.of(0), Sampling.DEFAULT, Gates.NONE);

        assertThat(Optional.of(plain))
                .isNotEqualTo(Optional.of(
                        spec(HighConfidence.of(0), Sampling.DEFAULT, Gates.of(Gate.levelSetMassBelow(.5)))));
    }

    private static SearchSpec spec(Target target, Sampling sampling, Gates gates) {
        return new SearchSpec(MODEL, LATENTS, target, sampling, List.of(), gates);
    }

    /** Points of the plane that are never of class 0. */
    private record Without0() implements DataDistribution {

        @Override
        public String name() {
            return "points";
        }

        @Override
        public int latentSize() {
            return 2;
        }

        @Override
        public Tensor generate(Tensor latents) {
            return latents;
        }

        @Override
        public Set<Integer> excludedClasses() {
            return Set.of(0);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static Findings run(SearchSpec spec) {
        try (SearchService service = new SearchService(ProgressListener.SILENT)) {
            return service.submit(spec).join();
        }
    }
}
