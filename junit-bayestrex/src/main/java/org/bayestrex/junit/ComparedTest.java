/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.search.ComparedModels;
import org.bayestrex.engine.search.WrongInput;
import org.bayestrex.junit.report.ComparisonReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Hands a test its comparison, listens to its checks and passes both on to the reports. */
final class ComparedTest implements ParameterResolver, TestExecutionExceptionHandler, AfterTestExecutionCallback {

    private final ComparisonInvocation invocation;
    private final List<Check> checks = new CopyOnWriteArrayList<>();
    private @Nullable Comparison comparison;
    private List<WrongInput> wrong = List.of();

    ComparedTest(ComparisonInvocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Comparison.class;
    }

    @Override
    public synchronized Comparison resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Comparison compared = comparison;
        if (compared == null) {
            ComparedModels models = await();
            compared = models.comparison().observedBy(checks::add);
            wrong = models.wrong();
            comparison = compared;
        }
        return compared;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Replay.giveTo(failure, invocation.replay());
        throw new Settings(context).inconclusive().settle(invocation.test(), failure);
    }

    @Override
    public synchronized void afterTestExecution(ExtensionContext context) {
        if (comparison != null) {
            Settings settings = new Settings(context);
            ComparisonReport report = new ComparisonReport(
                    invocation.test(),
                    invocation.displayName(),
                    comparison,
                    wrong,
                    invocation.classNames(),
                    invocation.models(),
                    invocation.distribution(),
                    checks,
                    context.getExecutionException(),
                    invocation.replay(),
                    OutputFolders.ofInvocation(settings, invocation.test(), invocation.displayName()),
                    new JUnitPublisher(context));
            ReportSinks.publish(Session.of(context).sinks(settings), report);
        }
    }

    private ComparedModels await() {
        return new Awaited("comparison", invocation.test(), invocation.displayName(), invocation.replay())
                .get(invocation.compared());
    }
}
