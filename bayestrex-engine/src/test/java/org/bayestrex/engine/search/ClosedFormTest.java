/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A classifier with the log-odds k z_0, whose level sets and posterior are known. */
class ClosedFormTest {

    private static final double SIGMA = .05;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static Findings search(double slope, Sampling sampling) {
        return Search.of(TestModels.linear(slope), TestModels.latents(3))
                .target(HighConfidence.of(0))
                .sampling(sampling)
                .run();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 8})
    void theLevelSetsMassIsCovered(double slope) {
        // P(p_0 >= .9) = Phi(-logit(.9) / k)
        double truth = NORMAL.survivalProbability(Math.log(.9 / .1) / slope);

        Findings findings = search(
                slope, Searches.small(Method.ELLIPTICAL_SLICE).withPilot(4096).withSeed(3));

        assertThat(findings.levelSetMass().lower()).isLessThan(truth);
        assertThat(findings.levelSetMass().upper()).isGreaterThan(truth);
        assertThat(findings.levelSetMass().estimate()).isCloseTo(truth, within(.2 * truth + .002));
    }

    @Test
    void theMassesIntervalCoversAsOftenAsItSays() {
        double truth = NORMAL.survivalProbability(Math.log(.9 / .1) / 2);
        Sampling sampling = Searches.small(Method.ELLIPTICAL_SLICE)
                .withPilot(150)
                .withWarmup(0)
                .withDraws(4);

        long covered = IntStream.range(0, 200)
                .mapToObj(seed -> search(2, sampling.withSeed(seed)).levelSetMass())
                .filter(rate -> rate.lower() <= truth && truth <= rate.upper())
                .count();

        assertThat(covered).isGreaterThanOrEqualTo(184); // of 200 at .95: fewer in .6 % of such tests
    }

    @Test
    void theDrawsFollowTheRelaxedPosterior() {
        Findings findings =
                search(4, Searches.small(Method.ELLIPTICAL_SLICE).withChains(8).withDraws(2500));

        double mean = findings.samples().stream()
                .mapToDouble(sample -> sample.latent()[0])
                .average()
                .orElseThrow();
        double other = findings.samples().stream()
                .mapToDouble(sample -> sample.latent()[2])
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(posteriorMean(4), within(.05));
        assertThat(other).isCloseTo(0, within(.08));
        assertThat(findings.meanConfidence(0)).isCloseTo(posteriorConfidence(4), within(.005));
    }

    private static double posteriorMean(double slope) {
        return quadrature(slope, false);
    }

    private static double posteriorConfidence(double slope) {
        return quadrature(slope, true);
    }

    private static double quadrature(double slope, boolean confidence) {
        double sum = 0;
        double weights = 0;
        for (double z = -9; z <= 9; z += 1e-4) {
            double p = 1 / (1 + Math.exp(-slope * z));
            double residual = (1 - p) / SIGMA;
            double weight = Math.exp(-.5 * (z * z + residual * residual));
            sum += weight * (confidence ? p : z);
            weights += weight;
        }
        return sum / weights;
    }
}
