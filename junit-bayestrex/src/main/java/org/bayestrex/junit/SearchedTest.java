/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.GateFamily;
import org.bayestrex.engine.rate.SettledGate;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.BlameSheet;
import org.bayestrex.junit.report.FamilyReport;
import org.bayestrex.junit.report.NeighbourSheet;
import org.bayestrex.junit.report.ReportSink;
import org.bayestrex.junit.report.TestReport;
import org.bayestrex.junit.report.choice.FilmStrip;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Hands one invocation its findings, listens to its checks and passes both on to the reports. */
final class SearchedTest
        implements ParameterResolver,
                BeforeTestExecutionCallback,
                TestExecutionExceptionHandler,
                AfterTestExecutionCallback {

    private final SearchInvocation invocation;
    private final List<Check> checks = new CopyOnWriteArrayList<>();
    private @Nullable Findings findings;

    SearchedTest(SearchInvocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Findings.class;
    }

    @Override
    public Findings resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return found();
    }

    private synchronized Findings found() {
        Findings found = findings;
        if (found == null) {
            found = invocation.stored().arrived(await()).observedBy(checks::add);
            findings = found;
        }
        return found;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Replay.giveTo(failure, invocation.replay());
        throw new Settings(context).inconclusive().settle(invocation.test(), failure);
    }

    /** A limit that the search knows is settled whether or not the method asks for the findings. */
    @Override
    public void beforeTestExecution(ExtensionContext context) {
        found();
    }

    @Override
    public synchronized void afterTestExecution(ExtensionContext context) {
        Findings found = findings;
        if (found == null) {
            return;
        }
        Settings settings = new Settings(context);
        Optional<Throwable> broken = broken(found, settings);
        Optional<Throwable> failure = context.getExecutionException().or(() -> broken);
        List<SettledGate> gates = found.gates().gates();
        Session.of(context).gates().add(invocation.test(), invocation.displayName(), gates, settings);
        Optional<GateFamily> family = invocation.matrix().add(invocation.test(), invocation.displayName(), gates);
        invocation
                .strip()
                .ifPresentOrElse(
                        strip -> strip.add(found, steps -> report(context, found, failure, family, Optional.of(steps))),
                        () -> report(context, found, failure, family, Optional.empty()));
        invocation.stored().ended(found, new JUnitPublisher(context));
        if (context.getExecutionException().isEmpty() && broken.isPresent()) {
            throwAsIs(broken.get());
        }
    }

    /** Adds the limits that the search knew to the checks, and says which one is not kept. */
    private Optional<Throwable> broken(Findings found, Settings settings) {
        List<Check> known =
                found.gates().gates().stream().map(SettledGate::check).toList();
        known.stream().filter(check -> !checks.contains(check)).forEach(checks::add);
        return known.stream()
                .filter(check -> check.verdict() != Verdict.PASS)
                .min(Comparator.comparing(Check::verdict)) // FAIL before INCONCLUSIVE
                .map(check -> {
                    GateError error = GateError.of(found, check);
                    Replay.giveTo(error, invocation.replay());
                    return settings.inconclusive().settle(invocation.test(), error);
                });
    }

    private static void throwAsIs(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    private void report(
            ExtensionContext context,
            Findings found,
            Optional<Throwable> failure,
            Optional<GateFamily> family,
            Optional<FilmStrip> strip) {
        Settings settings = new Settings(context);
        List<ReportSink> sinks = Session.of(context).sinks(settings);
        Optional<NeighbourSheet> neighbours =
                sinks.isEmpty() ? Optional.empty() : invocation.neighbours().flatMap(images -> images.nearestTo(found));
        TestReport report = new TestReport(
                invocation.test(),
                invocation.displayName(),
                sinks.isEmpty() ? found : shown(found),
                checks,
                failure,
                invocation.replay(),
                OutputFolders.ofInvocation(settings, invocation.test(), invocation.displayName()),
                new JUnitPublisher(context),
                strip,
                neighbours,
                family);
        ReportSinks.publish(sinks, report);
        family.ifPresent(gates -> ReportSinks.publish(
                sinks,
                new FamilyReport(
                        "All of " + invocation.test(), gates, OutputFolders.ofMethod(settings, invocation.test()))));
    }

    /** The findings, and what else reports show of them. */
    private Findings shown(Findings found) {
        Findings compared = invocation.stored().compared(found);
        Findings blamed = BlameSheet.of(found, invocation.replaying())
                .map(sheet -> compared.with(BlameSheet.class, sheet))
                .orElse(compared);
        return invocation.explanation().map(how -> how.explained(blamed)).orElse(blamed);
    }

    private Findings await() {
        return new Awaited("search", invocation.test(), invocation.displayName(), invocation.replay())
                .get(invocation.findings());
    }
}
