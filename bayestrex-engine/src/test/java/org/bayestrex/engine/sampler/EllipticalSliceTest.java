/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class EllipticalSliceTest {

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(61L);

    @Test
    void neverAsksForAGradient() {
        Sequential sequential = new Sequential((z, withGradient) -> {
            assertThat(withGradient).isFalse();
            return Densities.levelOfRadius(4, 1.5, .5, .05).evaluate(z, false);
        });

        Transition info = sequential
                .transition(new EllipticalSlice(), sequential.at(1, 1), random)
                .info();

        assertThat(info.gradients()).isZero();
        assertThat(info.forwards()).isPositive();
        assertThat(info.energy()).isNaN();
        assertThat(info.acceptance()).isEqualTo(1.0 / info.forwards());
    }

    @Test
    void takesTheFirstPointOfAFlatLikelihood() {
        Sequential sequential = new Sequential(Densities.standardNormal());

        Step.Finished finished = sequential.transition(new EllipticalSlice(), sequential.at(1, 1), random);

        assertThat(finished.info().forwards()).isEqualTo(1);
        assertThat(finished.state().position()).doesNotContain(1);
    }

    @Test
    void staysWhereNoPointIsBetter() {
        // given: a model that contradicts itself, so that even the current point would be rejected
        Sequential sequential = new Sequential(Densities.brokenEverywhere());
        State start = new State(new double[] {1, 1}, Densities.standardNormal().evaluate(new double[] {1, 1}, false));

        // when
        Step.Finished finished = sequential.transition(new EllipticalSlice(), start, random);

        // then
        assertThat(finished.state()).isSameAs(start);
        assertThat(finished.info().acceptance()).isZero();
        assertThat(finished.info().forwards()).isBetween(10, 200);
    }

    @Test
    void findsALikelihoodFarOutInTheTail() {
        Sequential sequential = new Sequential(Densities.levelOfFirst(u -> u, u -> 1, 6, .05));
        State state = sequential.at(0);
        for (int n = 0; n < 200; n++) {
            state = sequential.transition(new EllipticalSlice(), state, random).state();
        }
        assertThat(state.position()[0]).isBetween(5.7, 6.3);
    }
}
