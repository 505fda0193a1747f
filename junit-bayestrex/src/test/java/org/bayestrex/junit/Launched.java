/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes by a launcher of its own, with whatever listeners it finds, as a build tool does; what they report is below one
 * folder.
 */
final class Launched {

    private final Path folder;
    private final Map<String, String> parameters = new TreeMap<>(Map.of("bayestrex.progress", "off"));

    private Launched(Path folder) {
        this.folder = folder;
        with("bayestrex.output.dir", folder.resolve("bayestrex").toString());
    }

    static Launched in(Path folder) {
        return new Launched(folder);
    }

    Launched with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Runs them and waits. */
    void run(Class<?>... classes) throws InterruptedException {
        AllureLifecycle before = Allure.getLifecycle();
        Allure.setLifecycle(new AllureLifecycle(new FileSystemResultsWriter(folder.resolve("allure-results"))));
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameters(parameters)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true");
        for (Class<?> type : classes) {
            request.selectors(selectClass(type));
        }
        // On a thread of its own, since Allure knows its tests by their threads.
        Thread thread = new Thread(() -> LauncherFactory.create().execute(request.build()));
        try {
            thread.start();
            thread.join();
        } finally {
            Allure.setLifecycle(before);
        }
    }
}
