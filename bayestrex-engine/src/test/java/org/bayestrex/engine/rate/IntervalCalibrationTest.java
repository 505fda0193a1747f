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

/** Of every method's 95% intervals 93 to 97% hold the truth, and a gate whose limit is the truth passes at most 5%. */
class IntervalCalibrationTest {

    static Stream<Situation> situations() {
        return Situations.all().stream();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void intervalsCoverAndGatesSeldomPassAtTheLimit(Situation situation) {
        Coverage coverage = Coverage.of(situation.truth(), 500, situation.measure());

        // Of so few, within about a standard error of what the slow test asks of many.
        assertThat(coverage.share()).as("%s", coverage).isBetween(Situation.LEAST - .01, situation.most() + .015);
        assertThat(coverage.tooLow()).as("%s", coverage).isLessThanOrEqualTo(.05);
    }

    /** Writes target/calibration.md: mvn -Pslow -pl bayestrex-engine test -Dtest=IntervalCalibrationTest. */
    @Tag("slow")
    @Test
    void manyIntervalsCoverAndTheTableSaysHowOften() throws IOException {
        List<String> table = new ArrayList<>(List.of(
                "Of 5,000 intervals at 95%, in percent:",
                "",
                "| method | situation | hold the truth | lie below it (a gate at the limit passes) | lie above it |",
                "|---|---|---|---|---|"));
        List<String> outside = new ArrayList<>();
        for (Situation situation : Situations.all()) {
            Coverage coverage = Coverage.of(situation.truth(), 5_000, situation.measure());
            String row = String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %.1f | %.1f |",
                    situation.method(),
                    situation.name(),
                    100 * coverage.share(),
                    100 * coverage.tooLow(),
                    100 * coverage.tooHigh());
            table.add(row);
            if (coverage.share() < Situation.LEAST || coverage.share() > situation.most() || coverage.tooLow() > .05) {
                outside.add(row);
            }
        }
        Files.write(Path.of("target", "calibration.md"), table);

        assertThat(outside).isEmpty();
    }
}
