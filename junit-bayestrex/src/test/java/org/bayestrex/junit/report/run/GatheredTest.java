/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.rate.ClassEvidence;
import org.bayestrex.engine.rate.ClassEvidence.LevelSet;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.junit.report.ComparisonReport;
import org.bayestrex.junit.report.Publisher;
import org.junit.jupiter.api.Test;

class GatheredTest {

    @Test
    void comparedModelsHaveTheirHashesOnTheRunsPage() {
        // given
        Map<String, ModelIdentity> models = new LinkedHashMap<>();
        models.put("model under test", new ModelIdentity("new.pt", "SHA-256 " + "a".repeat(64)));
        models.put("baseline", new ModelIdentity("old.pt", "SHA-256 " + "b".repeat(64)));
        LevelSet none = LevelSet.none("not asked");
        ComparisonReport report = new ComparisonReport(
                "SlantModelTest#compared",
                "new against old",
                Comparison.of("new.pt", "old.pt", List.of(new ClassEvidence(0, none, none)), List.of(), 7),
                List.of(),
                List.of("upright"),
                models,
                DataDistribution.of("lines", 1, latents -> latents),
                List.of(),
                Optional.empty(),
                "mvn test",
                Path.of("unused"),
                Publisher.NONE);
        // when
        String html = Circumstances.html(Facts.run(Gathered.of(report)));
        // then
        assertThat(html)
                .containsSubsequence(
                        "new.pt", "model under test", "aaaaaaaaaaaa", "old.pt", "baseline", "bbbbbbbbbbbb");
    }
}
