/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Diagnostics;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.Target;

/** One target, searched with each method within the same time. */
final class MethodComparison {

    /** NUTS alone would not leave its default warm-up within a benchmark's time; AUTO's length does for step sizes. */
    private static final int SHORT_WARM_UP = Sampling.of(Method.AUTO).warmup();

    private final Models models;
    private final Duration limit;

    MethodComparison(Models models, Duration limit) {
        this.models = models;
        this.limit = limit;
    }

    Table measure(Target target) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Method method : List.of(Method.AUTO, Method.NUTS, Method.ELLIPTICAL_SLICE)) {
            outcomes.add(search(target, method));
        }
        Table table = new Table(
                "method",
                "draws",
                "effective",
                "R-hat",
                "gradients",
                "forwards",
                "seconds",
                "effective a second",
                "AUTO's / this",
                "CPU seconds",
                "effective a CPU second",
                "AUTO's / this",
                "ended");
        Outcome auto = outcomes.get(0);
        outcomes.forEach(outcome -> table.row(
                outcome.method().name(),
                format("%,d", outcome.draws()),
                format("%.0f", outcome.effective()),
                format("%.3f", outcome.rHat()),
                format("%,d", outcome.gradients()),
                format("%,d", outcome.forwards()),
                format("%.1f", outcome.seconds()),
                format("%.3g", outcome.perSecond()),
                format("%.3g", auto.perSecond() / outcome.perSecond()),
                format("%.1f", outcome.cpuSeconds()),
                format("%.3g", outcome.perCpuSecond()),
                format("%.3g", auto.perCpuSecond() / outcome.perCpuSecond()),
                outcome.seconds() < limit.toSeconds() ? "by itself" : "by the clock"));
        return table;
    }

    /** With models of its own, so that no method finds them warm. */
    private Outcome search(Target target, Method method) {
        Sampling sampling = Sampling.of(method).withDeadline(limit);
        try (Classifier classifier = models.classifier();
                DataDistribution generator = models.generator()) {
            long cpuBefore = cpuNanos();
            Findings findings = Search.of(classifier, generator)
                    .target(target)
                    .sampling(method == Method.NUTS ? sampling.withWarmup(SHORT_WARM_UP) : sampling)
                    .run();
            Diagnostics diagnostics = findings.diagnostics();
            return new Outcome(
                    method,
                    findings.elapsed().toNanos() / 1e9,
                    (cpuNanos() - cpuBefore) / 1e9,
                    findings.samples().size(),
                    diagnostics.minBulkEss(),
                    diagnostics.maxRHat(),
                    findings.effort().gradients(),
                    findings.effort().forwards());
        }
    }

    /** Of all threads; other than the clock's time it does not grow while something else has the processor. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** "none" where a figure does not exist, as without draws. */
    private static String format(String format, Object value) {
        return value instanceof Double number && number.isNaN() ? "none" : String.format(Locale.ROOT, format, value);
    }

    /**
     * How one search went; its pilot, adaptation and warm-up are in all figures.
     *
     * @param effective smallest bulk effective sample size over latents and log density
     */
    private record Outcome(
            Method method,
            double seconds,
            double cpuSeconds,
            int draws,
            double effective,
            double rHat,
            long gradients,
            long forwards) {

        double perSecond() {
            return effective / seconds;
        }

        double perCpuSecond() {
            return effective / cpuSeconds;
        }
    }
}
