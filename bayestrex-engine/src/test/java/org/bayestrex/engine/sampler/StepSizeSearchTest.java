/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepSizeSearchTest {

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(71L);

    private double search(LogDensity density, double initial, double... position) {
        double[] found = {Double.NaN};
        Kernel search = new StepSizeSearch(initial, DiagonalMetric.unit(position.length), .8, step -> found[0] = step);
        Sequential sequential = new Sequential(density);
        State start = sequential.at(position);
        Step.Finished finished = sequential.transition(search, start, random);
        assertThat(finished.state().position()).as("the chain stays").isSameAs(start.position());
        return found[0];
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 100})
    void findsTheScaleOfTheTarget(double initial) {
        double narrow = search(Densities.normal(.01, .01, 0), initial, .01, .01);

        assertThat(narrow).isBetween(.002, .05);
    }

    @Test
    void endsOnAFlatDensity() {
        LogDensity flat = (z, withGradient) -> new Evaluation(0, 0, new double[z.length], new double[0]);

        assertThat(search(flat, 1, 1, 1)).isBetween(StepSizeSearch.LARGEST / 2, StepSizeSearch.LARGEST);
    }

    @Test
    void endsAtOnceWhereTheStartIsBroken() {
        assertThat(search(Densities.brokenEverywhere(), .3, 1, 1)).isEqualTo(.3);
    }

    @Test
    void endsWhereEverythingElseIsBroken() {
        LogDensity island = (z, withGradient) ->
                Densities.posterior((x, g) -> x[0] == 1 ? 0 : Double.NaN).evaluate(z, withGradient);

        assertThat(search(island, 1, 1, 1)).isBetween(StepSizeSearch.SMALLEST, 2 * StepSizeSearch.SMALLEST);
    }
}
