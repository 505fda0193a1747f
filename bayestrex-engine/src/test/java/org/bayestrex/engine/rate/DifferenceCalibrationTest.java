/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gate on a difference passes by mistake at most one time in twenty, and does pass where it may. */
class DifferenceCalibrationTest {

    private static final int TRIES = 4000;

    @ParameterizedTest
    @CsvSource({"2000, .02, .01", "4096, .005, .004", "400, .2, .2", "300, .9, .7", "1000, .01, 0"})
    void atTheMarginFewPass(int draws, double now, double then) {
        assertThat(passes(draws, now, then, now - then)).isLessThanOrEqualTo(.05);
    }

    @ParameterizedTest
    @CsvSource({"2000, .02, .01, .03", "4096, .005, .005, .01", "400, .2, .2, .15"})
    void farBelowTheMarginNearlyAllPass(int draws, double now, double then, double margin) {
        assertThat(passes(draws, now, then, margin)).isGreaterThan(.9);
    }

    private static double passes(int draws, double now, double then, double margin) {
        SplittableRandom random = new SplittableRandom(7);
        int passed = 0;
        for (int i = 0; i < TRIES; i++) {
            Rate difference = Difference.of(share(draws, now, random), share(draws, then, random), "simulated");
            passed += difference.below(margin) == Verdict.PASS ? 1 : 0;
        }
        return (double) passed / TRIES;
    }

    private static Rate share(int draws, double probability, SplittableRandom random) {
        int events = 0;
        for (int i = 0; i < draws; i++) {
            events += random.nextDouble() < probability ? 1 : 0;
        }
        return ClopperPearson.of(events, draws, "draws");
    }
}
