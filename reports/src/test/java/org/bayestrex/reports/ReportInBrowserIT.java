/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Opens the report that was just built, as a reviewer does, and keeps screenshots of it. */
@Tag("browser")
class ReportInBrowserIT {

    private static final Path REPORT =
            Path.of(System.getProperty("report.html", "target/html/index.html")).toAbsolutePath();
    private static final Path SCREENSHOTS =
            Path.of(System.getProperty("screenshots", "target/screenshots")).toAbsolutePath();

    @Test
    void showsTheVerdictAndPicturesOfASearch(@TempDir Path profile) throws IOException {
        try (Chromium chromium = Chromium.start(profile)) {
            // given
            chromium.resize(1280, 1000);
            AllureReport report = AllureReport.open(chromium.driver(), REPORT);
            chromium.screenshot(SCREENSHOTS.resolve("overview-1280.png"));

            // when
            WebElement description = report.clickToASearch();

            // then
            assertThat(description.getText())
                    .containsPattern("PASS|FAIL|INCONCLUSIVE|NOTHING CHECKED")
                    .contains("generated inputs", "What was found", "How often", "The search")
                    .as("what was escaped twice")
                    .doesNotContain("&lt;", "&gt;", "&amp;", "&quot;");
            assertThat(report.unfold("How often")).contains("Level-set mass", "95 % interval");
            assertThat(report.unfold("The search")).contains("Seed", "Convergence");
            assertThat(report.pictureWidths()).isNotEmpty().allMatch(width -> width > 0);
            report.scrollTo(description);
            chromium.screenshot(SCREENSHOTS.resolve("search-1280.png"));
            assertThat(report.openPage("How to read this"))
                    .contains("Chains (trace plot):", "Glossary", "R-hat", "mass", "interval");
            chromium.screenshot(SCREENSHOTS.resolve("guide-1280.png"));
            assertThat(chromium.consoleErrors()).isEmpty();
        }
    }

    @Test
    void canBeReadOnASmallScreen(@TempDir Path profile) throws IOException {
        try (Chromium chromium = Chromium.start(profile)) {
            // given
            chromium.resize(1280, 1000);
            AllureReport report = AllureReport.open(chromium.driver(), REPORT);
            report.clickToASearch();

            // when
            chromium.resize(390, 844);
            WebElement description = report.showAlone();

            // then
            assertThat(description.getText()).contains("How often");
            assertThat(report.pictureWidths()).isNotEmpty().allMatch(width -> width > 0);
            report.scrollTo(description);
            chromium.screenshot(SCREENSHOTS.resolve("search-390.png"));
            assertThat(chromium.consoleErrors()).isEmpty();
        }
    }
}
