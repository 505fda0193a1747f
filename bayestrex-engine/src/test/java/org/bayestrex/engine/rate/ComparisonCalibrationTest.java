/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of the excess's 95% intervals at least 93% hold the truth, and a gate whose limit is the truth passes at most 5%. */
class ComparisonCalibrationTest {

    private static final double LEAST = .93;

    static Stream<ComparedChains> situations() {
        return ComparedChains.few().stream();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void intervalsCover(ComparedChains situation) {
        Coverage coverage = Coverage.of(situation.truth(), 150, situation::measure);

        // Of so few, within about two standard errors of what the slow test asks of many.
        assertThat(coverage.share()).as("%s", coverage).isGreaterThanOrEqualTo(LEAST - .02);
        assertThat(coverage.tooLow()).as("%s", coverage).isLessThanOrEqualTo(.05);
    }

    @Test
    void intervalsOfNoErrorAreNoPoints() {
        for (ComparedChains situation : ComparedChains.all()) {
            Rate excess = situation.measure(1);

            assertThat(excess.lower()).as("%s", situation).isLessThan(excess.estimate());
            assertThat(excess.upper()).as("%s", situation).isGreaterThan(excess.estimate());
        }
    }

    /** Why the interval is not the percentile bootstrap over chains. */
    @Test
    void thePercentileBootstrapWouldCoverTooLittle() {
        ComparedChains rareErrors = new ComparedChains("chains", 10, 8, 100, .9, .999, .999, 0);

        assertThat(Coverage.of(rareErrors.truth(), 200, rareErrors::bootstrap).share())
                .isLessThan(.9);
    }

    /** Writes target/comparison.md: mvn -Pslow -pl bayestrex-engine test -Dtest=ComparisonCalibrationTest. */
    @Tag("slow")
    @Test
    void manyIntervalsCoverAndTheTableSaysHowOften() throws IOException {
        List<String> table = new ArrayList<>(List.of(
                "Of 500 intervals at 95%, in percent; width is the mean one:",
                "",
                "| situation | hold the truth | lie below it | lie above it | width | of the percentile bootstrap |",
                "|---|---|---|---|---|---|"));
        List<String> outside = new ArrayList<>();
        for (ComparedChains situation : ComparedChains.all()) {
            Coverage coverage = Coverage.of(situation.truth(), 500, situation::measure);
            double width = 0;
            for (int seed = 0; seed < 50; seed++) {
                Rate rate = situation.measure(seed);
                width += (rate.upper() - rate.lower()) / 50;
            }
            String bootstrap = situation.chains() == 0
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "%.1f",
                            100
                                    * Coverage.of(situation.truth(), 300, situation::bootstrap)
                                            .share());
            String row = String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %.4f | %s |",
                    situation,
                    100 * coverage.share(),
                    100 * coverage.tooLow(),
                    100 * coverage.tooHigh(),
                    width,
                    bootstrap);
            table.add(row);
            if (coverage.share() < LEAST || coverage.tooLow() > .05) {
                outside.add(row);
            }
        }
        Files.write(Path.of("target", "comparison.md"), table);

        assertThat(outside).isEmpty();
    }
}
