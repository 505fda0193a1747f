/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bayestrex.engine.corpus.KnownFinding;
import org.bayestrex.engine.corpus.KnownFindings;
import org.bayestrex.engine.label.Judge;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.ComparisonReport;
import org.bayestrex.junit.report.Judged;
import org.bayestrex.junit.report.Outcome;
import org.bayestrex.junit.report.TestReport;
import org.bayestrex.junit.report.chart.ClaimedClasses;
import org.bayestrex.junit.report.chart.ClassNames;

/** Takes from a test's report what the run's page says of it. */
final class Gathered {

    /** The one rate of a comparison, a difference of shares. */
    static final String EXCESS = "excess overconfidence";

    private Gathered() {}

    static TestFacts of(TestReport report) {
        Findings findings = report.findings();
        List<String> names = ClassNames.of(findings);
        Set<Integer> claimed = ClaimedClasses.of(findings.target(), names.size());
        boolean single = claimed.size() == 1 && claimed.iterator().next() < names.size();
        Optional<KnownFindings> known = findings.companion(KnownFindings.class);
        return new TestFacts(
                report.testName(),
                report.displayName(),
                Outcome.of(report),
                reason(report),
                report.checks(),
                names,
                single ? claimed.iterator().next() : -1,
                rates(findings),
                models(findings),
                findings.seed(),
                findings.elapsed().toMillis() / 1000.0,
                findings.evaluations(),
                findings.diagnostics().problems(),
                known.map(Gathered::stillFailing).orElse(List.of()),
                known.filter(each -> !each.all().isEmpty())
                        .map(KnownFindings::summary)
                        .orElse(""),
                folder(report.outputDirectory()));
    }

    static TestFacts of(ComparisonReport report) {
        Comparison comparison = report.comparison();
        return new TestFacts(
                report.testName(),
                report.displayName(),
                Outcome.of(report),
                reason(report),
                report.checks(),
                List.of(),
                -1,
                Map.of(EXCESS, comparison.excessOverconfidence()),
                report.models(),
                comparison.seed(),
                0,
                0,
                comparison.problems(),
                List.of(),
                "",
                folder(report.outputDirectory()));
    }

    private static Map<String, Rate> rates(Findings findings) {
        Map<String, Rate> rates = new LinkedHashMap<>();
        rates.put("failure rate", findings.failureRate());
        rates.put("level-set mass", findings.levelSetMass());
        rates.put("wrong-label share", findings.wrongLabelShare());
        rates.put("wrong-label confidence", findings.wrongLabelConfidence());
        return rates;
    }

    private static Map<String, ModelIdentity> models(Findings findings) {
        Map<String, ModelIdentity> models = new LinkedHashMap<>();
        models.put("model under test", ModelIdentity.of(findings.spec().classifier()));
        models.put("data distribution", ModelIdentity.of(findings.spec().distribution()));
        findings.spec().oracles().stream()
                .filter(Judge.class::isInstance)
                .map(Judge.class::cast)
                .findFirst()
                .ifPresent(judge -> models.put("judge", ModelIdentity.of(judge.classifier())));
        return models;
    }

    private static List<String> stillFailing(KnownFindings known) {
        return known.with(KnownFinding.Status.STILL_FAILS).stream()
                .map(each -> each
                        + each.waiver()
                                .map(waiver -> "; waived until %s (%s)".formatted(waiver.until(), waiver.reason()))
                                .orElse(""))
                .toList();
    }

    /** The first line of the failure. */
    private static String reason(Judged report) {
        return report.failure()
                .map(Throwable::getMessage)
                .map(message -> message.strip().lines().findFirst().orElse(""))
                .orElse("");
    }

    /** The last two names: a folder for the class, in it one for the invocation. */
    private static String folder(Path outputDirectory) {
        int names = outputDirectory.getNameCount();
        return outputDirectory.subpath(Math.max(0, names - 2), names).toString().replace('\\', '/');
    }
}
