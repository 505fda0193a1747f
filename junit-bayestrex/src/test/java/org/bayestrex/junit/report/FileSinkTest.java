/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import org.bayestrex.junit.report.page.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {

    @TempDir
    Path folder;

    @Test
    void leavesPagePicturesAndData() throws Exception {
        // given
        Path target = folder.resolve("a/b");
        // when
        new FileSink().publish(Bars.uprightOnes().report(Optional.empty(), target, Checks.PASSED));
        // then
        assertThat(target)
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/findings.json")
                .isDirectoryContaining("glob:**/latent-space.png")
                .isDirectoryContaining("glob:**/traces.png")
                .isDirectoryContaining("glob:**/ranks.png")
                .isDirectoryContaining("glob:**/effective-draws.png")
                .isDirectoryContaining("glob:**/confidences.png")
                .isDirectoryNotContaining("glob:**.part");
        BufferedImage sheet = ImageIO.read(target.resolve("contact-sheet.png").toFile());
        assertThat(sheet.getWidth()).isEqualTo(600);
        assertThat(Files.readString(target.resolve("diagnostics.csv")))
                .startsWith("quantity,mean,standard deviation,MCSE,R-hat,bulk ESS,tail ESS\r\nz[0],0.01,0.25");
        assertThat(target.resolve("chains.csv")).hasContent("""
                chain,draws,acceptance,step size,tree depth,divergences,largest energy error,E-BFMI
                0,100,0.81,0.42,2.8,0,0.9,0.97
                1,100,0.81,0.42,2.8,0,0.9,0.97
                2,100,0.81,0.42,2.8,0,0.9,0.97
                3,100,0.81,0.42,2.8,0,0.9,0.97
                """.replace("\n", "\r\n"));
    }

    @Test
    void writesOverAnEarlierRun() {
        // given
        FileSink sink = new FileSink();
        sink.publish(Bars.uprightOnes().report(Optional.empty(), folder, Checks.PASSED));
        // when
        sink.publish(Bars.uprightOnes().report(Optional.empty(), folder, Checks.FAILED));
        // then
        assertThat(folder.resolve("report.html")).content().contains("✘ FAIL").doesNotContain("✔ PASS");
    }

    @Test
    void leavesNoPicturesOfNothing() {
        // when
        new FileSink().publish(Bars.uprightOnes().draws(0, 0).report(Optional.empty(), folder));
        // then
        assertThat(folder).isDirectoryNotContaining("glob:**.png").isDirectoryContaining("glob:**/report.html");
    }

    @Test
    void isFoundByTheExtension() {
        assertThat(ServiceLoader.load(ReportSink.class))
                .hasAtLeastOneElementOfType(FileSink.class)
                .hasAtLeastOneElementOfType(AllureSink.class);
    }

    @Test
    void quotesCellsThatNeedIt() {
        assertThat(new Csv().row("a", "b,c", "d\"e", 1.5).toString()).isEqualTo("a,\"b,c\",\"d\"\"e\",1.5\r\n");
    }
}
