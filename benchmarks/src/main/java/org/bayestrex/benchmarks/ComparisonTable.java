/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.bayestrex.engine.sampler.Method;

/** Runs of one posterior side by side, AUTO among them. */
final class ComparisonTable {

    private final List<MethodRun> runs;
    private final ToDoubleFunction<MethodRun> disagreement;

    /**
     * A table.
     *
     * @param disagreement of a run's means with those of weighted prior draws; NaN where unknown
     */
    ComparisonTable(List<MethodRun> runs, ToDoubleFunction<MethodRun> disagreement) {
        this.runs = runs;
        this.disagreement = disagreement;
    }

    String markdown() {
        Table table = new Table(
                "method",
                "chains",
                "warm-up, s",
                "sampling, s",
                "evaluations a second",
                "draws",
                "effective",
                "R-hat",
                "effective a second",
                "seconds to " + MethodRun.GOAL,
                "this / AUTO's",
                "means off by");
        runs.forEach(run -> table.row(
                run.method(),
                String.valueOf(run.chains()),
                format("%.1f", run.warmupSeconds()),
                format("%.1f", run.sampleSeconds()),
                format("%.0f", run.evaluations() / run.seconds()),
                format("%,d", run.size()),
                format("%.0f", run.effective()),
                format("%.3f", run.rHat()),
                format("%.3g", run.effectivePerSecond()),
                secondsToGoal(run),
                ratio(run),
                format("%.1f", disagreement.applyAsDouble(run))));
        return table.markdown();
    }

    private static String secondsToGoal(MethodRun run) {
        double effective = run.effective();
        if (Double.isNaN(effective)) {
            return format("> %.0f", run.leastSecondsToGoal());
        }
        return (effective < MethodRun.GOAL ? "~ " : "") + format("%.1f", run.secondsToGoal());
    }

    private String ratio(MethodRun run) {
        double auto = runs.stream()
                .filter(candidate -> candidate.method().startsWith(Method.AUTO.name()))
                .mapToDouble(MethodRun::secondsToGoal)
                .filter(seconds -> !Double.isNaN(seconds))
                .min()
                .orElse(Double.NaN);
        return Double.isNaN(run.effective()) && !Double.isNaN(auto)
                ? format("> %.3g", run.leastSecondsToGoal() / auto)
                : format("%.3g", run.secondsToGoal() / auto);
    }

    /** "none" where a figure does not exist, as without draws. */
    private static String format(String format, Object value) {
        return value instanceof Double number && number.isNaN() ? "none" : String.format(Locale.ROOT, format, value);
    }
}
