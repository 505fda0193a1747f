/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qameta.allure.Allure;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.kinds.KindsSheet;
import org.bayestrex.junit.report.page.Drawing;
import org.bayestrex.junit.report.page.Guide;

/** The running test case of Allure, the only class that knows Allure. */
final class AllureTestCase {

    /** More draws than this make the report slow; the output folder has them all. */
    private static final int MOST_DRAWS = 25;

    private AllureTestCase() {}

    /**
     * Adds description, parameters and attachments to the test case of this thread, if Allure listens at all. What the
     * description shows, the typical findings and a film strip, is not attached again. All other pictures are attachments only: the
     * report has every byte of a description twice.
     */
    static void show(TestReport report) {
        if (Allure.getLifecycle().getCurrentTestCase().isEmpty()) {
            return;
        }
        Exhibits exhibits = Exhibits.of(report);
        Findings findings = report.findings();
        Allure.descriptionHtml(exhibits.summary());
        parameter("looked for", findings.target().describe());
        parameter("model under test", findings.spec().classifier().name());
        parameter("data distribution", findings.spec().distribution().name());
        parameter("seed", Long.toString(findings.seed()));
        Allure.label("tag", Outcome.of(report).name());
        picture("Findings (contact sheet)", exhibits.sheet().png());
        picture("Confidence in each class", exhibits.confidences().png());
        picture(
                "Kinds of findings, explained",
                findings.companion(KindsSheet.class).flatMap(KindsSheet::png));
        picture("Without each object", exhibits.blame().png());
        picture("Nearest training images", exhibits.neighbours().png());
        picture("Latent space (where the draws stand apart)", exhibits.latents().png());
        picture("Chains (trace plot)", exhibits.traces().png());
        picture("Chains (rank plot)", exhibits.ranks().png());
        picture("Effective draws", exhibits.effectiveDraws().png());
        text(Guide.NAME, "text/html", exhibits.guide(), "html");
        exhibits.sentences().ifPresent(csv -> text("Findings (sentences)", "text/csv", csv, "csv"));
        text("Diagnostics of each latent", "text/csv", DiagnosticsCsv.quantities(findings.diagnostics()), "csv");
        text("Diagnostics of each chain", "text/csv", DiagnosticsCsv.chains(findings.diagnostics()), "csv");
        text("Findings", "application/json", findings.toJson(MOST_DRAWS), "json");
    }

    /** The same for a comparison. */
    static void show(ComparisonReport report) {
        if (Allure.getLifecycle().getCurrentTestCase().isEmpty()) {
            return;
        }
        Drawing sheet = Drawing.of(() -> WrongSheet.of(report));
        Allure.descriptionHtml(ComparisonPage.summary(report));
        parameter("model under test", report.comparison().candidate().name());
        parameter("baseline", report.comparison().baseline().name());
        parameter("seed", Long.toString(report.comparison().seed()));
        Allure.label("tag", Outcome.of(report).name());
        picture("Confident and wrong (contact sheet)", sheet.png());
        text(
                Guide.NAME,
                "text/html",
                Guide.of(Guide.entry("Confident and wrong (contact sheet)", WrongSheet.CAPTION)),
                "html");
        text("Comparison", "application/json", report.comparison().toJson(), "json");
    }

    /** Left out of the identity of the test: a new model or seed goes on with the old one's history. */
    private static void parameter(String name, String value) {
        Allure.parameter(name, value, true);
    }

    private static void picture(String name, Optional<byte[]> png) {
        png.ifPresent(bytes -> Allure.addAttachment(name, "image/png", new ByteArrayInputStream(bytes), "png"));
    }

    private static void text(String name, String type, String content, String extension) {
        Allure.addAttachment(name, type, new ByteArrayInputStream(content.getBytes(UTF_8)), extension);
    }
}
