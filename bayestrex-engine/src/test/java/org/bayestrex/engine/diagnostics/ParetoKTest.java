/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden values are what ArviZ 0.23.4, psislw without normalisation, gives for the same weights. */
class ParetoKTest {

    @ParameterizedTest
    @CsvSource({
        "25, .5, .6637591084313605",
        "100, .3, .5056510117408367",
        "100, .5, .6390512243006665",
        "100, .7, .7698529638543398",
        "100, 1, .9617840314003298",
        "1000, .3, .3048691857529976",
        "1000, .5, .4991769417822454",
        "1000, .7, .6953865234003908",
        "1000, 1, .9948099533724754",
        "4000, .3, .2572278117872523",
        "4000, .5, .4312960810523964",
        "4000, .7, .6050979892425374",
        "4000, 1, .8669168615619768"
    })
    void agreesOnParetoWeights(int weights, double shape, double golden) {
        assertThat(ParetoK.of(pareto(weights, shape))).isEqualTo(golden, within(1e-10));
    }

    @Test
    void agreesOnWeightsOfWhichSomeAreZero() {
        double[] someZero = pareto(1000, .5);
        for (int i = 0; i < someZero.length; i += 3) {
            someZero[i] = Double.NEGATIVE_INFINITY;
        }
        double[] nearlyAllZero = pareto(1000, .5);
        Arrays.fill(nearlyAllZero, 40, 1000, Double.NEGATIVE_INFINITY);

        assertThat(ParetoK.of(someZero)).isEqualTo(.6392833192158262, within(1e-10));
        assertThat(ParetoK.of(nearlyAllZero)).isEqualTo(.00717563217211115, within(1e-10));
    }

    @Test
    void agreesOnWeightsThatAreBounded() {
        double[] logs = ReferenceDraws.uniform(1000, 12_345);
        Arrays.setAll(logs, i -> Math.log(logs[i] + 0x1p-32));

        assertThat(ParetoK.of(logs)).isEqualTo(-.7008309638956332, within(1e-10));
    }

    @Test
    void agreesOnSmoothedWeights() {
        double[] smoothed = ParetoK.smoothed(pareto(1000, .7));
        double[] ascending = smoothed.clone();
        Arrays.sort(ascending);

        assertThat(ascending[999]).isEqualTo(5.689442823697693, within(1e-9));
        assertThat(ascending[998]).isEqualTo(4.91599486423545, within(1e-9));
        assertThat(ascending[950]).isEqualTo(2.2798169783675157, within(1e-9));
        assertThat(logSum(smoothed)).isEqualTo(8.182021576112728, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({".3", ".5", ".7", "1"})
    void findsTheShapeThatTheWeightsHave(double shape) {
        double sum = 0;
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] logs = new double[10_000];
            Arrays.setAll(logs, i -> -shape * Math.log(1 - random.nextDouble()));
            sum += ParetoK.of(logs);
        }

        assertThat(sum / 50).isEqualTo(shape, within(.04));
    }

    @Test
    void doesNotDependOnTheScaleOrOrderOfTheWeights() {
        double[] logs = pareto(1000, .7);
        double[] reversed = new double[1000];
        Arrays.setAll(reversed, i -> logs[999 - i] - 5_000);

        assertThat(ParetoK.of(reversed)).isEqualTo(ParetoK.of(logs), within(1e-9));
    }

    @Test
    void weightsWithoutATailHaveNone() {
        assertThat(ParetoK.of(new double[1000])).isEqualTo(Double.NEGATIVE_INFINITY);
        double[] alike = new double[1000];
        Arrays.fill(alike, 0, 500, -3);
        assertThat(ParetoK.of(alike)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ParetoK.smoothed(alike)).containsExactly(alike);
    }

    @Test
    void weightsThatDifferByRoundingAloneHaveNoTail() {
        double[] logs = new double[1000];
        Arrays.setAll(logs, i -> -40 + (i % 250 == 0 ? 1e-14 : 0));

        assertThat(ParetoK.of(logs)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aFewWeightsThatTowerOverTheOthersAreTheWorst() {
        double[] logs = new double[1000];
        logs[3] = logs[700] = 20;
        assertThat(ParetoK.of(logs)).isEqualTo(Double.POSITIVE_INFINITY);

        Arrays.fill(logs, Double.NEGATIVE_INFINITY);
        logs[5] = 1;
        assertThat(ParetoK.of(logs)).isEqualTo(Double.POSITIVE_INFINITY);

        Arrays.setAll(logs, i -> -1000.0 * i);
        assertThat(ParetoK.of(logs)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ParetoK.smoothed(logs)).containsExactly(logs);
    }

    @Test
    void weightsThatAreTooFewOrNoNumbersHaveNoShape() {
        double[] zero = new double[1000];
        Arrays.fill(zero, Double.NEGATIVE_INFINITY);
        double[] broken = pareto(1000, .5);
        broken[17] = Double.NaN;
        double[] infinite = pareto(1000, .5);
        infinite[17] = Double.POSITIVE_INFINITY;

        assertThat(ParetoK.of(new double[0])).isNaN();
        assertThat(ParetoK.of(pareto(24, .5))).isNaN();
        assertThat(ParetoK.of(zero)).isNaN();
        assertThat(ParetoK.of(broken)).isNaN();
        assertThat(ParetoK.of(infinite)).isNaN();
        assertThat(ParetoK.smoothed(zero)).containsExactly(zero);
    }

    @Test
    void smoothingKeepsTheOrderAndTheBulk() {
        double[] logs = pareto(1000, .7);
        double[] smoothed = ParetoK.smoothed(logs);
        double[] ascending = logs.clone();
        Arrays.sort(ascending);
        int tail = (int) Math.ceil(3 * Math.sqrt(1000));

        for (int i = 0; i < 1000; i++) {
            if (logs[i] <= ascending[999 - tail]) {
                assertThat(smoothed[i]).isEqualTo(logs[i]);
            } else {
                assertThat(smoothed[i]).isBetween(ascending[999 - tail], ascending[999]);
            }
        }
        assertThat(logs).containsExactly(pareto(1000, .7));
    }

    private static double[] pareto(int weights, double shape) {
        double[] logs = ReferenceDraws.uniform(weights, 12_345);
        Arrays.setAll(logs, i -> -shape * Math.log(logs[i] + 0x1p-32));
        return logs;
    }

    private static double logSum(double[] logs) {
        return Math.log(Arrays.stream(logs).map(Math::exp).sum());
    }
}
