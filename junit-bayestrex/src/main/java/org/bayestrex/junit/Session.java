/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bayestrex.engine.search.ProgressListener;
import org.bayestrex.engine.search.SearchService;
import org.bayestrex.junit.report.ReportSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * What all tests of a run share: loaded models, the service that runs searches, the report sinks.
 *
 * <p>It lives in the root context's store. Making one is cheap, so that no lock of the store is held
 * while models load or searches run.
 */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes CloseableResource only, JUnit 6 prefers AutoCloseable
final class Session implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    static final Namespace NAMESPACE = Namespace.create(Session.class);

    private final ModelCache models = new ModelCache();
    private final ModelFiles files = new ModelFiles();
    private final Map<List<Path>, TrainingImages> trainingImages = new ConcurrentHashMap<>();
    private final RunGates gates = new RunGates();
    private @Nullable SearchService service;
    private @Nullable List<ReportSink> sinks;

    /** The session of a test's run. */
    static Session of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Session.class, absent -> new Session(), Session.class);
    }

    /** The images of two files; opened once for all tests. */
    TrainingImages trainingImages(Path training, Path heldOut, Supplier<TrainingImages> opening) {
        return trainingImages.computeIfAbsent(List.of(training, heldOut), absent -> opening.get());
    }

    ModelCache models() {
        return models;
    }

    ModelFiles files() {
        return files;
    }

    RunGates gates() {
        return gates;
    }

    /** The service; configuration parameters are the same for the whole run, so whoever comes first makes it. */
    synchronized SearchService service(Settings settings) {
        SearchService started = service;
        if (started == null) {
            started = new SearchService(
                    settings.showsProgress() ? ConsoleProgress.onStandardOutput() : ProgressListener.SILENT,
                    settings.cache());
            service = started;
        }
        return started;
    }

    synchronized List<ReportSink> sinks(Settings settings) {
        List<ReportSink> loaded = sinks;
        if (loaded == null) {
            loaded =
                    settings.reports() ? ReportSinks.load(Thread.currentThread().getContextClassLoader()) : List.of();
            sinks = loaded;
        }
        return loaded;
    }

    @Override
    public synchronized void close() {
        try (files;
                models) {
            if (service != null) {
                service.close();
            }
            gates.close(sinks == null ? List.of() : sinks);
        }
    }
}
