/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bayestrex.engine.dataset.Coverage;
import org.bayestrex.engine.dataset.Shown;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Rate;
import org.junit.jupiter.api.Test;

class CoverageTableTest {

    private static final Rate NONE = ClopperPearson.of(0, 10_000, "images");
    private static final Rate RARE = new Rate(.0002, .0001, .0004, .95, "islands");

    private final Coverage coverage = new Coverage(
            "cnn.pt",
            "MNIST test",
            10_000,
            List.of(
                    row("ambiguous 1 v 7", 0, NONE, 300, Shown.SEARCH_ONLY, true),
                    row("p(1) < .5 | p(2)", 12, RARE, 0, Shown.DATA_SET_ONLY, false)));

    @Test
    void isMarkdown() {
        assertThat(CoverageTable.markdown(coverage).lines())
                .containsExactly(
                        "| cnn.pt is | in 10,000 images of MNIST test | rate there | draws of the search"
                                + " | mass under the generator | shown by |",
                        "| --- | --- | --- | --- | --- | --- |",
                        "| ambiguous 1 v 7 | 0 | at most 0.0369 % | 300 of vae.pt"
                                + " | 0.02 % (95 % interval 0.01 % to 0.04 %) | the search alone |",
                        "| p(1) &lt; .5 \\| p(2) | 12 | 0.02 % (95 % interval 0.01 % to 0.04 %) | 0 of vae.pt, not"
                                + " converged | 0.02 % (95 % interval 0.01 % to 0.04 %)"
                                + " | the data set alone; the rates contradict each other |",
                        "",
                        "1 of 2 predictions are shown by the search alone: no test on these 10,000 images can fail on"
                                + " them.");
    }

    @Test
    void isHtml() {
        assertThat(CoverageTable.html(coverage))
                .contains("ambiguous 1 v 7", "p(1) &lt; .5 | p(2)", "the search alone", "<table")
                .doesNotContain("p(1) < ");
    }

    private static Coverage.Row row(String target, int real, Rate rate, int drawn, Shown shown, boolean agree) {
        return new Coverage.Row(target, real, rate, "vae.pt", drawn, RARE, agree, shown, agree);
    }
}
