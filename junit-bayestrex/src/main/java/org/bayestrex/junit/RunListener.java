/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.bayestrex.junit.report.run.RunRecorder;
import org.bayestrex.junit.report.run.RunSink;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Follows a test plan and leaves the page of the whole run at its end. It is a listener of the launcher and no part of the
 * extension, for it must see the tests as well that never came to their search: misuse, expired waivers, skipped ones.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RunListener implements TestExecutionListener {

    private static final System.Logger LOGGER = System.getLogger(RunListener.class.getName());

    private @Nullable TestPlan plan;
    private RunRecorder recorder = new RunRecorder();

    /** For {@link java.util.ServiceLoader}. */
    public RunListener() {}

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        recorder = new RunRecorder();
    }

    @Override
    public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String facts = entry.getKeyValuePairs().get(RunSink.FACTS);
        if (facts != null) {
            recorder.facts(test.getUniqueId(), Path.of(facts));
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier skipped, String reason) {
        searchesOf(skipped)
                .forEach(test -> recorder.skipped(test.getUniqueId(), name(test).orElseThrow(), reason));
    }

    @Override
    public synchronized void executionFinished(TestIdentifier ended, TestExecutionResult result) {
        String reason = result.getThrowable().map(RunListener::firstLine).orElse("");
        if (ended.isTest()) {
            name(ended)
                    .ifPresent(test ->
                            recorder.ended(ended.getUniqueId(), test, ended.getDisplayName(), result(result), reason));
        } else if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            failed(ended, reason);
        } else if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            executionSkipped(ended, reason);
        }
    }

    /** A method that failed before its first invocation, a class before its first method, or the engine after the last. */
    private void failed(TestIdentifier container, String reason) {
        if (container.getParentId().isEmpty()) {
            recorder.problem(reason);
        } else {
            searchesOf(container)
                    .forEach(test -> recorder.ended(
                            test.getUniqueId(), name(test).orElseThrow(), "", RunRecorder.Result.FAILED, reason));
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan finished) {
        if (recorder.isEmpty()) {
            return;
        }
        try {
            Settings settings = new Settings(
                    parameter -> finished.getConfigurationParameters().get(parameter));
            if (settings.reports()) {
                RunEnvironment environment = new RunEnvironment();
                recorder.write(
                        environment.jvm(),
                        environment.values(settings),
                        settings.outputDirectory(),
                        settings.historyDirectory());
            }
        } catch (RuntimeException | LinkageError failed) {
            LOGGER.log(Level.WARNING, "The page of the run cannot be made", failed);
        }
    }

    /** The search tests in this part of the plan, itself included; invocations that already ran are left out. */
    private List<TestIdentifier> searchesOf(TestIdentifier root) {
        List<TestIdentifier> found = new ArrayList<>();
        if (name(root).isPresent()) {
            found.add(root);
        } else if (plan != null) {
            plan.getDescendants(root).stream()
                    .filter(test -> test.isContainer() && name(test).isPresent())
                    .forEach(found::add);
        }
        return found;
    }

    /** Class and method of a search test. */
    private static Optional<String> name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .flatMap(RunListener::search);
    }

    private static Optional<String> search(MethodSource source) {
        try {
            Method method = source.getJavaMethod();
            boolean searches = SearchAnnotations.isSearch(method) || SearchAnnotations.isComparison(method);
            return searches
                    ? Optional.of(Declared.name(source.getJavaClass()) + "#" + method.getName())
                    : Optional.empty();
        } catch (JUnitException | LinkageError notToBeHad) {
            return Optional.empty();
        }
    }

    private static RunRecorder.Result result(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> RunRecorder.Result.PASSED;
            case ABORTED -> RunRecorder.Result.ABORTED;
            case FAILED -> RunRecorder.Result.FAILED;
        };
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("");
    }
}
