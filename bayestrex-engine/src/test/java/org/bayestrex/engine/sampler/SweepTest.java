/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final LogDensity RING = Densities.levelOfRadius(4, 1.5, .5, .05);

    private static UniformRandomProvider stream() {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(67L);
    }

    private static Kernel finishing(Transition info) {
        return (current, random) -> new Step.Finished(current, info);
    }

    @Test
    void isItsKernelsOneAfterTheOther() {
        // given
        Kernel nuts = new Nuts(.1, DiagonalMetric.unit(2));
        Kernel slice = new EllipticalSlice();
        Sequential sequential = new Sequential(RING);
        State start = sequential.at(1, 1);

        // when
        Step.Finished swept = sequential.transition(Sweep.of(nuts, slice, 2), start, stream());

        // then
        UniformRandomProvider same = stream();
        Step.Finished one = sequential.transition(nuts, start, same);
        Step.Finished two = sequential.transition(slice, one.state(), same);
        Step.Finished three = sequential.transition(slice, two.state(), same);
        assertThat(swept.state().position())
                .isEqualTo(three.state().position())
                .isNotEqualTo(two.state().position());
        assertThat(swept.info().gradients()).isEqualTo(one.info().gradients());
        assertThat(swept.info().forwards())
                .isEqualTo(two.info().forwards() + three.info().forwards());
        assertThat(swept.info().acceptance()).isEqualTo(one.info().acceptance());
        assertThat(swept.info().energy()).isEqualTo(one.info().energy());
    }

    @Test
    void addsUpTheRecords() {
        Kernel sweep = new Sweep(List.of(
                finishing(hamiltonian(.5, 7, 1, false, 3, 10)),
                finishing(Transition.of(new Move("b", .1, 0, 4))),
                finishing(new Transition(1, 9, 60, true, 2, List.of(new Move("c", 1, 5, 1))))));
        Sequential sequential = new Sequential(RING);

        Transition info =
                sequential.transition(sweep, sequential.at(1, 1), stream()).info();

        assertThat(info)
                .isEqualTo(new Transition(
                        .75,
                        9,
                        60,
                        true,
                        3,
                        List.of(new Move("a", .5, 10, 0), new Move("b", .1, 0, 4), new Move("c", 1, 5, 1))));
        assertThat(info.gradients()).isEqualTo(15);
        assertThat(info.forwards()).isEqualTo(5);
    }

    @Test
    void withoutMomentumAveragesAcceptance() {
        Kernel sweep = new Sweep(List.of(
                finishing(Transition.of(new Move("a", .5, 0, 2))), finishing(Transition.of(new Move("b", 1, 0, 1)))));
        Sequential sequential = new Sequential(RING);

        Transition info =
                sequential.transition(sweep, sequential.at(1, 1), stream()).info();

        assertThat(info)
                .isEqualTo(new Transition(
                        .75, Double.NaN, 0, false, 0, List.of(new Move("a", .5, 0, 2), new Move("b", 1, 0, 1))));
    }

    @Test
    void needsAKernel() {
        assertThatThrownBy(() -> new Sweep(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Transition hamiltonian(
            double acceptance, double energy, double error, boolean divergent, int depth, int gradients) {
        return new Transition(
                acceptance, energy, error, divergent, depth, List.of(new Move("a", acceptance, gradients, 0)));
    }
}
