/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.api.Test;

class LeapfrogTest {

    private static PhasePoint run(PhasePoint start, LogDensity density, Leapfrog leapfrog, int steps, boolean forward) {
        PhasePoint point = start;
        for (int i = 0; i < steps; i++) {
            Leapfrog.Flight flight = leapfrog.drift(point, forward);
            point = leapfrog.land(flight, density.evaluate(flight.position(), true));
        }
        return point;
    }

    private static PhasePoint at(double[] position, double[] momentum, LogDensity density, DiagonalMetric metric) {
        return PhasePoint.of(position, momentum, density.evaluate(position, true), metric);
    }

    @Test
    void theOscillatorMovesOnItsCircle() {
        LogDensity density = Densities.standardNormal();
        Leapfrog leapfrog = new Leapfrog(.01, DiagonalMetric.unit(1));
        PhasePoint start = at(new double[] {0}, new double[] {1}, density, leapfrog.metric());

        PhasePoint end = run(start, density, leapfrog, 100, true);

        assertThat(end.position()[0]).isCloseTo(Math.sin(1), offset(1e-4));
        assertThat(end.momentum()[0]).isCloseTo(Math.cos(1), offset(1e-4));
    }

    @Test
    void theMetricScalesTime() {
        // A coordinate with inverse mass 4 and variance 1 oscillates twice as fast.
        LogDensity density = Densities.standardNormal();
        Leapfrog leapfrog = new Leapfrog(.01, DiagonalMetric.of(new double[] {4}));
        PhasePoint start = at(new double[] {0}, new double[] {1}, density, leapfrog.metric());

        PhasePoint end = run(start, density, leapfrog, 100, true);

        assertThat(end.position()[0]).isCloseTo(2 * Math.sin(2), offset(1e-3));
        assertThat(end.momentum()[0]).isCloseTo(Math.cos(2), offset(1e-3));
    }

    @Test
    void goingBackwardReturnsToTheStart() {
        LogDensity density = Densities.levelOfRadius(4, 1.5, .5, .05);
        Leapfrog leapfrog = new Leapfrog(.03, DiagonalMetric.of(new double[] {.5, 2, 1}));
        PhasePoint start = at(new double[] {1, -1, .5}, new double[] {.3, .2, -1}, density, leapfrog.metric());

        PhasePoint there = run(start, density, leapfrog, 50, true);
        PhasePoint back = run(there, density, leapfrog, 50, false);

        assertThat(Densities.norm(there.position())).isNotEqualTo(Densities.norm(start.position()));
        assertThat(back.position()).containsExactly(start.position(), offset(1e-9));
        assertThat(back.momentum()).containsExactly(start.momentum(), offset(1e-9));
        assertThat(back.energy()).isCloseTo(start.energy(), offset(1e-9));
    }

    @Test
    void theEnergyErrorFallsWithTheSquareOfTheStep() {
        LogDensity density = Densities.normal(1, 2, .75);
        double[] error = new double[2];
        for (int i = 0; i < 2; i++) {
            Leapfrog leapfrog = new Leapfrog(.1 / (1 << i), DiagonalMetric.unit(2));
            PhasePoint start = at(new double[] {1, 1}, new double[] {.5, -.5}, density, leapfrog.metric());
            error[i] = run(start, density, leapfrog, 10 << i, true).energy() - start.energy();
        }
        assertThat(error[0] / error[1]).isCloseTo(4, offset(.2));
    }

    @Test
    void aBrokenAnswerHasInfiniteEnergy() {
        double[] position = {1, 1};
        DiagonalMetric metric = DiagonalMetric.unit(2);
        double[] momentum = {0, 0};
        Evaluation noGradient = new Evaluation(0, Double.NaN, null, new double[0]);
        Evaluation unbounded = new Evaluation(0, Double.POSITIVE_INFINITY, new double[2], new double[0]);

        assertThat(PhasePoint.of(position, momentum, noGradient, metric).energy())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(PhasePoint.of(position, momentum, unbounded, metric).energy())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aSoundAnswerWithoutItsGradientIsAnError() {
        double[] position = {1, 1};
        DiagonalMetric metric = DiagonalMetric.unit(2);
        Evaluation without = new Evaluation(0, 0, null, new double[0]);
        Evaluation tooShort = new Evaluation(0, 0, new double[1], new double[0]);

        assertThatThrownBy(() -> PhasePoint.of(position, new double[2], without, metric))
                .hasMessageContaining("gradient");
        assertThatThrownBy(() -> PhasePoint.of(position, new double[2], tooShort, metric))
                .hasMessageContaining("length 1");
    }
}
