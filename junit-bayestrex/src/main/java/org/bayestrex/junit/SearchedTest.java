/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.FilmStrip;
import org.bayestrex.junit.report.NeighbourSheet;
import org.bayestrex.junit.report.ReportSink;
import org.bayestrex.junit.report.TestReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Hands one invocation its findings, listens to its checks and passes both on to the reports. */
final class SearchedTest implements ParameterResolver, TestExecutionExceptionHandler, AfterTestExecutionCallback {

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
    public synchronized Findings resolveParameter(ParameterContext parameter, ExtensionContext context) {
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
        throw failure;
    }

    @Override
    public synchronized void afterTestExecution(ExtensionContext context) {
        Findings found = findings;
        if (found == null) {
            return;
        }
        invocation
                .strip()
                .ifPresentOrElse(
                        strip -> strip.add(found, steps -> report(context, found, Optional.of(steps))),
                        () -> report(context, found, Optional.empty()));
        invocation.stored().ended(found, new JUnitPublisher(context));
    }

    private void report(ExtensionContext context, Findings found, Optional<FilmStrip> strip) {
        Settings settings = new Settings(context);
        List<ReportSink> sinks = Session.of(context).sinks(settings);
        Optional<NeighbourSheet> neighbours =
                sinks.isEmpty() ? Optional.empty() : invocation.neighbours().flatMap(images -> images.nearestTo(found));
        TestReport report = new TestReport(
                invocation.test(),
                invocation.displayName(),
                found,
                checks,
                context.getExecutionException(),
                invocation.replay(),
                OutputFolders.ofInvocation(settings, invocation.test(), invocation.displayName()),
                new JUnitPublisher(context),
                strip,
                neighbours);
        ReportSinks.publish(sinks, report);
    }

    private Findings await() {
        try {
            return invocation.findings().get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new ParameterResolutionException(
                    "The search of %s (%s) failed: %s. Repeat it alone: %s"
                            .formatted(
                                    invocation.test(),
                                    invocation.displayName(),
                                    cause.getMessage(),
                                    invocation.replay()),
                    cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException(
                    "Interrupted while waiting for the search of " + invocation.test(), interrupted);
        }
    }
}
