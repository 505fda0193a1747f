/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.Pairs;
import org.bayestrex.engine.model.Prior;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Global moves from a learned proposal leave the posterior invariant, however wrong the proposal and its admitted share are. */
class LatentClassInvarianceTest {

    private static final int REPLICAS = 8_000;
    private static final double FAMILY_WISE = .005;

    private static final Pairs PAIRS = new Pairs(Pairs.reversible());
    private static final Prior PRIOR = Prior.of(PAIRS);

    /** Fitted to points in one corner, of kind 0 and with a large jitter. */
    private static AdmittedProposal learned() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(5L);
        List<double[]> prior = new ArrayList<>();
        List<double[]> corner = new ArrayList<>();
        while (corner.size() < 300) {
            double[] z = PRIOR.draw(random);
            prior.add(z);
            if (Pairs.read(z)[0] == 0 && z[5] > 0) {
                corner.add(z);
            }
        }
        double[] ones = new double[corner.size()];
        Arrays.fill(ones, 1);
        AdmittedShare share = AdmittedShare.of(new StandardNormal(Pairs.LATENTS), PRIOR, 500, random);
        return Objects.requireNonNull(
                new LatentClassFit(PRIOR, prior, share).of(corner.toArray(double[][]::new), ones, random));
    }

    static Stream<Arguments> kernels() {
        AdmittedProposal learned = learned();
        AdmittedProposal misjudged = new AdmittedProposal(learned.proposal(), PRIOR, new AdmittedShare(1, 100));
        return Stream.of(
                Arguments.of("i-SIR", new Isir(learned, 3)),
                Arguments.of("one candidate", new Isir(learned, 1)),
                Arguments.of("another share", new Isir(misjudged, 3)),
                Arguments.of(
                        "beside own moves",
                        new Sweep(List.of(new Isir(learned, 2), new OwnMoves(PAIRS.moves()).times(4)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void theJointLawStays(String name, Kernel kernel) {
        assertThat(OwnMovesInvarianceTest.smallestPValue(kernel, REPLICAS)).isGreaterThan(FAMILY_WISE);
    }

    static Stream<Arguments> brokenRatios() {
        AdmittedProposal learned = learned();
        return Stream.of(
                Arguments.of("as if it were the prior", misread(learned, new StandardNormal(Pairs.LATENTS))),
                Arguments.of("as if it drew by half of the learned log ratio", misread(learned, new Proposal() {
                    @Override
                    public double[] draw(UniformRandomProvider random) {
                        return learned.draw(random);
                    }

                    @Override
                    public double logDensity(double[] position) {
                        double plain = new StandardNormal(Pairs.LATENTS).logDensity(position);
                        return .5 * (plain + learned.proposal().logDensity(position));
                    }
                })));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRatios")
    void aBrokenRatioIsCaught(String name, Proposal broken) {
        assertThat(OwnMovesInvarianceTest.smallestPValue(new Isir(broken, 3), REPLICAS))
                .isLessThan(1e-6);
    }

    private static Proposal misread(Proposal drawn, Proposal weighed) {
        return new Proposal() {
            @Override
            public double[] draw(UniformRandomProvider random) {
                return drawn.draw(random);
            }

            @Override
            public double logDensity(double[] position) {
                return weighed.logDensity(position);
            }
        };
    }
}
