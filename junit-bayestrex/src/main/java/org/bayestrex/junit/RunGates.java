/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.rate.GateFamily;
import org.bayestrex.engine.rate.Multiplicity;
import org.bayestrex.engine.rate.SettledGate;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.junit.report.FamilyReport;
import org.bayestrex.junit.report.ReportSink;
import org.jspecify.annotations.Nullable;

/**
 * The gates of all tests of a run, judged together when the last is over, with those of the build's other processes: only
 * then is it known how many there are. What is thrown then JUnit reports as a failure of its engine.
 */
final class RunGates {

    private record Run(SuiteSettings suite, Path folder) {}

    private final List<GateFamily.Member> members = new ArrayList<>();
    private @Nullable Run run;

    synchronized void add(String test, String invocation, List<SettledGate> gates, Settings settings) {
        gates.forEach(gate -> members.add(new GateFamily.Member(test, invocation, gate)));
        run = new Run(SuiteSettings.of(settings), settings.outputDirectory());
    }

    /**
     * Reports and judges them.
     *
     * @throws SuiteError where a correction is asked for and a gate that passed alone does not with it
     */
    synchronized void close(List<ReportSink> sinks) {
        Run over = run;
        if (over == null || members.isEmpty()) {
            return;
        }
        if (sinks.isEmpty() && over.suite().correction() == Multiplicity.NONE) {
            return;
        }
        new GatesOfBuild(over.folder(), Build.current()).add(members, all -> judge(all, over, sinks));
    }

    private static void judge(List<GateFamily.Member> members, Run over, List<ReportSink> sinks) {
        GateFamily family =
                GateFamily.of(members, over.suite().correction(), over.suite().level());
        ReportSinks.publish(sinks, new FamilyReport("Gates of this run", family, over.folder()));
        List<GateFamily.Row> lost = family.rows().stream()
                .filter(row -> row.member().gate().verdict() == Verdict.PASS && row.verdict() != Verdict.PASS)
                .toList();
        if (over.suite().correction() != Multiplicity.NONE && !lost.isEmpty()) {
            throw new SuiteError(over.suite(), family, lost);
        }
    }
}
