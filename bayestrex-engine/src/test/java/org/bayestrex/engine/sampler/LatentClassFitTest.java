/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

/** What is learned from points of which exactly one of three dots, whichever it is, is of the rarest of eight kinds. */
class LatentClassFitTest {

    /** Three dots of a kind and a place each; the places are in order of nothing, and no two of them near each other. */
    private record Dots(boolean exchange) implements DataDistribution {

        @Override
        public String name() {
            return "dots";
        }

        @Override
        public int latentSize() {
            return 7;
        }

        @Override
        public boolean admits(double[] z) {
            return Math.abs(z[1] - z[3]) > .4 && Math.abs(z[1] - z[5]) > .4 && Math.abs(z[3] - z[5]) > .4;
        }

        @Override
        public List<int[]> exchangeable() {
            return exchange ? List.of(new int[] {0, 1}, new int[] {2, 3}, new int[] {4, 5}) : List.of();
        }

        @Override
        public Tensor generate(Tensor latents) {
            return latents;
        }

        @Override
        public void close() {}
    }

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(31L);

    private static boolean oneIsRare(double[] z) {
        int rare = 0;
        for (int kind : new int[] {0, 2, 4}) {
            rare += Bins.of(z[kind]) >= 21 ? 1 : 0;
        }
        return rare == 1;
    }

    private LatentClassFit fit(Prior prior) {
        List<double[]> draws = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            draws.add(prior.draw(random));
        }
        return new LatentClassFit(
                prior, draws, LatentClassFit.prior(prior, random).share());
    }

    private Proposal learned(Prior prior, int points) {
        List<double[]> hits = new ArrayList<>();
        while (hits.size() < points) {
            double[] z = prior.draw(random);
            if (oneIsRare(z)) {
                hits.add(z);
            }
        }
        double[] weights = new double[points];
        Arrays.fill(weights, 1);
        return Objects.requireNonNull(fit(prior).of(hits.toArray(double[][]::new), weights, random));
    }

    private double share(Proposal proposal) {
        int hits = 0;
        for (int i = 0; i < 4000; i++) {
            hits += oneIsRare(proposal.draw(random)) ? 1 : 0;
        }
        return hits / 4000.;
    }

    @Test
    void fewPointsAreEnoughWhereGroupsCanBeExchanged() {
        // given: 3/8 (7/8)^2 = .29 of the prior are so
        Prior prior = Prior.of(new Dots(true));

        // then
        assertThat(share(LatentClassFit.prior(prior, random))).isCloseTo(.287, within(.03));
        assertThat(share(learned(prior, 60))).isGreaterThan(.5);
    }

    @Test
    void withoutGroupsItTakesClasses() {
        assertThat(share(learned(Prior.of(new Dots(false)), 600))).isGreaterThan(.45);
    }

    @Test
    void whatThePriorTellsAsWellIsNotLearned() {
        // given: draws of the prior itself
        Prior prior = Prior.of(new Dots(true));
        double[][] points = new double[200][];
        for (int i = 0; i < points.length; i++) {
            points[i] = prior.draw(random);
        }
        double[] weights = new double[points.length];
        Arrays.fill(weights, 1);

        // then
        assertThat(fit(prior).of(points, weights, random)).isNull();
    }

    @Test
    void theDensityIsNormalisedOverWhatIsAdmitted() {
        // given
        Prior prior = Prior.of(new Dots(true));
        Proposal learned = learned(prior, 100);
        AdmittedProposal plain = LatentClassFit.prior(prior, random);

        // when: the mean of one density over the other, under the other
        double mean = 0;
        for (int i = 0; i < 20_000; i++) {
            double[] z = plain.draw(random);
            mean += Math.exp(learned.logDensity(z) - plain.logDensity(z)) / 20_000;
        }

        // then: 1, up to the errors of both shares and of the mean
        assertThat(mean).isCloseTo(1, within(.12));
    }
}
