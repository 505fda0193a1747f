/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.bayestrex.engine.file.AtomicFile;
import org.bayestrex.engine.scene.SceneJson;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.kinds.KindsSheet;
import org.bayestrex.junit.report.page.Drawing;

/** Leaves a page, pictures and data of each search test in its output folder; needs no other tool to be read. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FileSink implements ReportSink {

    /** For {@link java.util.ServiceLoader}. */
    public FileSink() {}

    @Override
    public void publish(TestReport report) {
        Exhibits exhibits = Exhibits.of(report);
        Path folder = report.outputDirectory();
        try {
            Files.createDirectories(folder);
            AtomicFile.write(
                    folder.resolve("findings.json"), report.findings().toJson().getBytes(UTF_8));
            String quantities = DiagnosticsCsv.quantities(report.findings().diagnostics());
            AtomicFile.write(folder.resolve("diagnostics.csv"), quantities.getBytes(UTF_8));
            String chains = DiagnosticsCsv.chains(report.findings().diagnostics());
            AtomicFile.write(folder.resolve("chains.csv"), chains.getBytes(UTF_8));
            writePicture(folder.resolve("contact-sheet.png"), exhibits.sheet().png());
            writePicture(
                    folder.resolve("confidences.png"), exhibits.confidences().png());
            writePicture(folder.resolve("latent-space.png"), exhibits.latents().png());
            writePicture(folder.resolve("traces.png"), exhibits.traces().png());
            writePicture(folder.resolve("ranks.png"), exhibits.ranks().png());
            writePicture(
                    folder.resolve("effective-draws.png"),
                    exhibits.effectiveDraws().png());
            writePicture(folder.resolve("neighbours.png"), exhibits.neighbours().png());
            writePicture(
                    folder.resolve("without-each-object.png"), exhibits.blame().png());
            writeScenes(folder, report.findings());
            writePicture(
                    folder.resolve("kinds.png"),
                    report.findings().companion(KindsSheet.class).flatMap(KindsSheet::png));
            if (report.neighbours().isPresent()) {
                String neighbours = report.neighbours().get().report().toJson();
                AtomicFile.write(folder.resolve("neighbours.json"), neighbours.getBytes(UTF_8));
            }
            if (report.filmStrip().isPresent()) {
                Path strip = report.filmStrip().get().picture();
                Files.createDirectories(Objects.requireNonNull(strip.getParent(), "a file in the method's folder"));
                writePicture(strip, exhibits.filmStrip().png());
            }
            Optional<String> sentences = exhibits.sentences();
            if (sentences.isPresent()) {
                AtomicFile.write(
                        folder.resolve("sentences.csv"), sentences.get().getBytes(UTF_8));
            }
            Optional<LabelForm> form = LabelForm.of(report.findings());
            if (form.isPresent()) {
                AtomicFile.write(folder.resolve("labels.csv"), form.get().csv().getBytes(UTF_8));
                writePicture(
                        folder.resolve("to-label.png"),
                        Drawing.of(form.get()::sheet).png());
            }
            Path page = AtomicFile.write(
                    folder.resolve("report.html"), exhibits.page().getBytes(UTF_8));
            report.publisher().file(page);
        } catch (IOException e) {
            throw new UncheckedIOException("The report of " + report.testName() + " cannot be written to " + folder, e);
        }
    }

    @Override
    public void publish(FamilyReport report) {
        Path folder = report.outputDirectory();
        try {
            Files.createDirectories(folder);
            AtomicFile.write(
                    folder.resolve("gates.json"), report.family().toJson().getBytes(UTF_8));
            String page = GateMatrix.page(report.title(), report.family());
            AtomicFile.write(folder.resolve("gates.html"), page.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The page \"" + report.title() + "\" cannot be written to " + folder, e);
        }
    }

    @Override
    public void publish(ComparisonReport report) {
        Path folder = report.outputDirectory();
        try {
            Files.createDirectories(folder);
            AtomicFile.write(
                    folder.resolve("comparison.json"),
                    report.comparison().toJson().getBytes(UTF_8));
            Drawing sheet = Drawing.of(() -> WrongSheet.of(report));
            writePicture(folder.resolve("wrong.png"), sheet.png());
            Path page = AtomicFile.write(
                    folder.resolve("report.html"), ComparisonPage.page(report).getBytes(UTF_8));
            report.publisher().file(page);
        } catch (IOException e) {
            throw new UncheckedIOException("The report of " + report.testName() + " cannot be written to " + folder, e);
        }
    }

    /** The scenes whose objects were removed: to be edited, and asked about again. */
    private static void writeScenes(Path folder, Findings findings) throws IOException {
        Optional<BlameSheet> sheet = findings.companion(BlameSheet.class);
        if (sheet.isPresent()) {
            int number = 1;
            for (SceneBlame blame : sheet.get().blames()) {
                SceneJson.write(folder.resolve("scene-" + number + ".json"), blame.scene());
                number++;
            }
        }
    }

    private static void writePicture(Path file, Optional<byte[]> png) throws IOException {
        if (png.isPresent()) {
            AtomicFile.write(file, png.get());
        }
    }
}
