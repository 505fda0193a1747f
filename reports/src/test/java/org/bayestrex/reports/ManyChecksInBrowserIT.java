/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Opens the two reports of 200 tests with 24,000 draws: they are to be small enough to be sent, and quick to open. */
@Tag("browser")
class ManyChecksInBrowserIT {

    private static final Path PAGE =
            path("many.checks.page", "../junit-bayestrex/target/many-checks/bayestrex/overview.html");
    private static final Path ALLURE = path("many.checks.report", "target/many-checks/index.html");
    private static final Path SCREENSHOTS = path("screenshots", "target/screenshots");
    private static final long MOST_BYTES = 60_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @Test
    void thePageOfTheRunIsReadByKeysAlone(@TempDir Path profile) throws IOException {
        try (Chromium chromium = Chromium.start(profile)) {
            // given
            chromium.resize(1280, 1000);
            // when
            OverviewPage page = OverviewPage.open(chromium.driver(), PAGE);
            // then
            report("overview.html", PAGE, page.loading());
            chromium.screenshot(SCREENSHOTS.resolve("many-checks-1280.png"));
            assertThat(page.matrix()).contains("isSeldomSure", "9°");
            assertThat(page.picturesWithoutWords()).isZero();
            page.tabToTheMatrix(60);
            assertThat(page.showsTheFocus()).as("the focus is seen").isTrue();
            assertThat(page.opensItsTest()).isTrue();
            assertThat(page.pictureWidths()).isNotEmpty().allMatch(width -> width > 0);
            chromium.screenshot(SCREENSHOTS.resolve("many-checks-test-1280.png"));
            assertThat(chromium.consoleErrors()).isEmpty();
        }
    }

    @Test
    void thePageOfTheRunFitsASmallScreen(@TempDir Path profile) throws IOException {
        try (Chromium chromium = Chromium.start(profile)) {
            // given: a window cannot be narrower than 500 pixels, a device can
            chromium.emulate(390, 844);
            // when
            OverviewPage page = OverviewPage.open(chromium.driver(), PAGE);
            // then
            chromium.screenshot(SCREENSHOTS.resolve("many-checks-390.png"));
            assertThat(page.isTooWide()).as("scrolls sideways").isFalse();
            assertThat(chromium.consoleErrors()).isEmpty();
        }
    }

    @Test
    void allureShowsTheRunFirst(@TempDir Path profile) throws IOException {
        try (Chromium chromium = Chromium.start(profile)) {
            // given
            chromium.resize(1280, 1000);
            long start = System.nanoTime();
            // when
            AllureReport report = AllureReport.open(chromium.driver(), ALLURE);
            report.awaitOverview();
            // then
            report("Allure's index.html", ALLURE, Duration.ofNanos(System.nanoTime() - start));
            chromium.screenshot(SCREENSHOTS.resolve("many-checks-allure-1280.png"));
            WebElement description = report.clickToTheRun();
            assertThat(description.getText()).contains("Verdict matrix", "What needs attention first");
            report.scrollTo(description);
            chromium.screenshot(SCREENSHOTS.resolve("many-checks-allure-run-1280.png"));
            assertThat(chromium.consoleErrors()).isEmpty();
        }
    }

    private static void report(String name, Path file, Duration loading) throws IOException {
        long bytes = Files.size(file);
        String measured = "%s: %.1f MB, open after %.2f s".formatted(name, bytes / 1e6, loading.toMillis() / 1000.0);
        System.out.println(measured);
        assertThat(bytes).as(measured).isLessThan(MOST_BYTES);
        assertThat(loading).as(measured).isLessThan(LONGEST);
    }

    private static Path path(String property, String otherwise) {
        return Path.of(System.getProperty(property, otherwise)).toAbsolutePath();
    }
}
