/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets beyond full confidence by AUTO, against 200,000 weighted prior draws of the same posterior. */
class OtherTargetsTest {

    private static final int DRAWS = 200_000;
    private static final double SIGMA = .05;

    private static final LinearModel MODEL = new LinearModel(
            new double[][] {{1.5, 0, .5}, {-.5, 1.5, 0}, {0, -1, 1}, {-1, -.5, -1.5}}, new double[] {.2, 0, -.3, .1});

    /** A user's own: one class is nearly ruled out. Its distance is the default one, minus the log likelihood. */
    private record AtMost(int cls, double limit) implements Target {

        @Override
        public String describe() {
            return "p(" + cls + ") <= " + limit;
        }

        @Override
        public void requireFits(int classes) {
            if (cls >= classes) {
                throw new IllegalArgumentException("AtMost: no class " + cls);
            }
        }

        @Override
        public double logLikelihood(double[] p, double sigma, double[] gradient) {
            double excess = Math.max(0, p[cls] - limit);
            gradient[cls] -= excess / (sigma * sigma);
            return -.5 * excess * excess / (sigma * sigma);
        }

        @Override
        public boolean contains(double[] p, double sigma) {
            return p[cls] <= limit;
        }
    }

    static Stream<Target> targets() {
        return Stream.of(
                new AtMost(0, .02),
                Ambiguous.between(0, 1, 2),
                Ambiguous.between(0, 3),
                Ambiguous.uniform(),
                HighConfidence.of(2).withConfidence(.6));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void massMeansAndConfidencesAgree(Target target) {
        // given
        PriorDraws truth = PriorDraws.of(MODEL, new Posterior(target, SIGMA), DRAWS);

        // when
        Findings findings = SteppedSearch.of(MODEL, target, Sampling.DEFAULT);

        // then
        assertThat(findings.diagnostics().problems()).isEmpty();
        PriorDraws.Estimate mass = truth.mass();
        assertThat(findings.levelSetMass().lower()).isLessThan(mass.mean() + 3 * mass.error());
        assertThat(findings.levelSetMass().upper()).isGreaterThan(mass.mean() - 3 * mass.error());
        for (int j = 0; j < 3; j++) {
            int index = j;
            PriorDraws.Estimate exact = truth.expectation(draw -> draw.position()[index]);
            Diagnostics.Quantity found = findings.diagnostics().quantities().get(j);
            assertThat(found.mean())
                    .as(found.name())
                    .isCloseTo(exact.mean(), within(4 * Math.hypot(exact.error(), found.mcse())));
            assertThat(found.mcse()).isLessThan(.06);
            double square = truth.expectation(draw -> draw.position()[index] * draw.position()[index])
                    .mean();
            assertThat(found.standardDeviation())
                    .as(found.name())
                    .isCloseTo(Math.sqrt(square - exact.mean() * exact.mean()), within(.05));
        }
        for (int k = 0; k < 4; k++) {
            int index = k;
            PriorDraws.Estimate exact =
                    truth.expectation(draw -> Softmax.of(draw.evaluation().logits())[index]);
            assertThat(findings.meanConfidence(k)).isCloseTo(exact.mean(), within(.02));
        }
        double share =
                (double) findings.inLevelSet().size() / findings.samples().size();
        assertThat(share).isCloseTo(truth.expectation(truth::within).mean(), within(.06));
    }
}
