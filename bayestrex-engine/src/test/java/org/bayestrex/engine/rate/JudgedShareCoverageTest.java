/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Intervals of shares that a judge saw, whatever the share, the judge and the number of draws; the judge's errors were
 * counted on 1,000 events and 9,000 others. {@link IntervalCalibrationTest} has a few of these among all other rates.
 */
class JudgedShareCoverageTest {

    private static final double[] SHARES = {0, .001, .01, .05, .1, .3, .5, .9, 1};
    private static final double[] JUDGES = {.9, .99, .999};
    private static final int[] DRAWS = {50, 400, 3000};

    /** Draws of unequal weight: the judge errs regardless of them. */
    @ParameterizedTest
    @CsvSource({"0, .99, .999", ".02, .99, .999", ".3, .9, .9", "1, .999, .99"})
    void weightedDrawsAreCoveredToo(double share, double sensitivity, double specificity) {
        // given
        double seen = share * sensitivity + (1 - share) * (1 - specificity);

        // when
        Coverage coverage = Coverage.of(share, 400, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            double[] weights = random.doubles(400).map(u -> Math.exp(2 * u * u)).toArray();
            boolean[] events = new boolean[weights.length];
            for (int i = 0; i < events.length; i++) {
                events[i] = random.nextDouble() < seen;
            }
            return new RoganGladen(
                            new BinomialCount(Situations.count(1000, sensitivity, random), 1000),
                            new BinomialCount(Situations.count(9000, specificity, random), 9000))
                    .correct(level -> WeightedRate.ofIndependent(events, weights, level, "draws"), .95);
        });

        // then
        assertThat(coverage.share()).as("%s", coverage).isGreaterThanOrEqualTo(Situation.LEAST);
    }

    /** Writes target/judged-shares.md: mvn -Pslow -pl bayestrex-engine test -Dtest=JudgedShareCoverageTest. */
    @Tag("slow")
    @Test
    void everyShareIsCoveredByEveryJudge() throws IOException {
        List<String> table = new ArrayList<>(List.of(
                "Of 1,000 intervals at 95 %, in percent, and their mean width:",
                "", "| situation | hold the truth | lie below it | lie above it | width |", "|---|---|---|---|---|"));
        List<String> outside = new ArrayList<>();
        for (int draws : DRAWS) {
            for (double sensitivity : JUDGES) {
                for (double specificity : JUDGES) {
                    for (double share : SHARES) {
                        Situation situation =
                                Situations.judged(Situations.judge(sensitivity, specificity), draws, share);
                        double[] width = new double[1];
                        Coverage coverage = Coverage.of(share, 1000, seed -> {
                            Rate rate = situation.measure().apply(seed);
                            width[0] += (rate.upper() - rate.lower()) / 1000;
                            return rate;
                        });
                        String row = String.format(
                                Locale.ROOT,
                                "| %s | %.1f | %.1f | %.1f | %.4f |",
                                situation.name(),
                                100 * coverage.share(),
                                100 * coverage.tooLow(),
                                100 * coverage.tooHigh(),
                                width[0]);
                        table.add(row);
                        if (coverage.share() < Situation.LEAST) {
                            outside.add(row);
                        }
                    }
                }
            }
        }
        Files.write(Path.of("target", "judged-shares.md"), table);

        assertThat(outside).isEmpty();
    }
}
