/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals and gates against simulated chains whose truth is known. Seeds are fixed: a failure is no accident. */
class CalibrationTest {

    @ParameterizedTest
    @CsvSource({"0, .5", "0, .1", ".5, .3", ".5, .05", ".9, .3"})
    void intervalsOfARateCover(double phi, double probability) {
        Coverage coverage = Coverage.of(probability, 400, seed -> rate(8, 250, phi, probability, seed));

        assertThat(coverage.share()).as("%s", coverage).isBetween(.93, .985);
        assertThat(coverage.tooLow()).as("%s", coverage).isLessThanOrEqualTo(.05);
    }

    /** Rare, sticky events are where an interval that trusts its effective size misses up to 16% above. */
    @ParameterizedTest
    @CsvSource({"16, 500, .5, .001", "16, 500, .98, .005", "4, 500, .98, .02", "4, 500, .9, .02", "8, 250, .9, .005"})
    void aGateAtTheLimitSeldomPassesRareEvents(int chains, int draws, double phi, double limit) {
        double passes = shareOfPasses(400, limit, seed -> rate(chains, draws, phi, limit, seed));

        assertThat(passes).isLessThanOrEqualTo(.05);
    }

    @ParameterizedTest
    @CsvSource({"4096, .001", "4096, .01", "100, .05", "100, .5"})
    void aGateAtTheLimitSeldomPassesIndependentDraws(int draws, double limit) {
        double passes = shareOfPasses(
                2000, limit, seed -> ClopperPearson.of(count(Simulation.chains(1, draws, 0, seed), limit), draws, "d"));

        assertThat(passes).isLessThanOrEqualTo(.03);
    }

    @ParameterizedTest
    @CsvSource({"4, .5, 1", "8, 0, 8", "8, .5, 8", "8, .9, 1", "8, .9, 8", "4, .98, 1"})
    void intervalsOfAMeanCover(int chains, double phi, double power) {
        Coverage coverage = Coverage.of(
                1 / (power + 1),
                400,
                seed -> ChainMean.of("confidences")
                        .over(Simulation.confidences(Simulation.chains(chains, 250, phi, seed), power)));

        // Wider than named is allowed where few chains stick: their standard error is itself uncertain.
        assertThat(coverage.share()).as("%s", coverage).isBetween(.93, phi > .95 ? 1 : .985);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", ".5, .5", ".9, 1"})
    void intervalsOfAWeightedRateCover(double phi, double strength) {
        // Draws N(0, 1), weights exp(strength x): the target is N(strength, 1), cut where half of it lies.
        Coverage coverage = Coverage.of(.5, 400, seed -> {
            double[][] chains = Simulation.chains(8, 250, phi, seed);
            double[][] weights = new double[8][250];
            boolean[][] events = new boolean[8][250];
            for (int c = 0; c < 8; c++) {
                for (int t = 0; t < 250; t++) {
                    weights[c][t] = Math.exp(strength * chains[c][t]);
                    events[c][t] = chains[c][t] > strength;
                }
            }
            return WeightedRate.ofChains(events, weights, 8, .95, "draws");
        });

        assertThat(coverage.share()).as("%s", coverage).isBetween(.93, .99);
    }

    @ParameterizedTest
    @CsvSource({".01, .5", ".001, .2", ".05, .05"})
    void intervalsOfAProductCover(double mass, double share) {
        Coverage coverage = Coverage.of(mass * share, 800, seed -> {
            long hits = count(Simulation.chains(1, 4096, 0, seed), mass);
            long wrong = count(Simulation.chains(1, 200, 0, -1 - seed), share);
            return ClopperPearson.of(hits, 4096, Rate.FACTOR_LEVEL, "prior draws")
                    .times(ClopperPearson.of(wrong, 200, Rate.FACTOR_LEVEL, "labels"));
        });

        assertThat(coverage.share()).as("%s", coverage).isGreaterThanOrEqualTo(.95);
        assertThat(coverage.tooLow()).as("%s", coverage).isLessThanOrEqualTo(.025);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "16, 500, 0, .5", "16, 500, 0, .02", "16, 500, .5, .1", "16, 500, .9, .02", "16, 500, .98, .005",
        "4, 500, .5, .005", "4, 500, .9, .1", "4, 500, .98, .1", "8, 250, .9, .005", "8, 250, .98, .02"
    })
    void manyIntervalsCover(int chains, int draws, double phi, double probability) {
        Coverage coverage = Coverage.of(probability, 10_000, seed -> rate(chains, draws, phi, probability, seed));

        assertThat(coverage.share()).as("%s", coverage).isBetween(.94, 1.0);
        assertThat(coverage.tooLow()).as("%s", coverage).isLessThanOrEqualTo(.05);
        assertThat(coverage.tooHigh()).as("%s", coverage).isLessThanOrEqualTo(.03);
    }

    private static Rate rate(int chains, int draws, double phi, double probability, long seed) {
        return ChainRate.of(Simulation.events(Simulation.chains(chains, draws, phi, seed), probability), "draws");
    }

    private static long count(double[][] chains, double probability) {
        boolean[] events = Simulation.events(chains, probability)[0];
        long count = 0;
        for (boolean event : events) {
            count += event ? 1 : 0;
        }
        return count;
    }

    private static double shareOfPasses(int repetitions, double limit, LongFunction<Rate> measure) {
        long passes = LongStream.range(0, repetitions)
                .mapToObj(measure)
                .filter(rate -> Check.below("rate", rate, limit, List.of()).verdict() == Verdict.PASS)
                .count();
        return passes / (double) repetitions;
    }
}
