/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bayestrex.engine.search.EngineVersion;
import org.bayestrex.junit.report.ReportSink;

/** What a run runs on: versions of all that matters, and the machine. */
final class RunEnvironment {

    /** Classes that are in no jar. */
    private static final String DEVELOPMENT = "in development";

    private static final String UNKNOWN = "not known";

    /** Tells this JVM from all others, of this machine at least. */
    String jvm() {
        ProcessHandle process = ProcessHandle.current();
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return start.toEpochMilli() + "-" + process.pid();
    }

    /** In the order in which they are shown. */
    Map<String, String> values(Settings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("junit-bayestrex", version(ReportSink.class).orElse(DEVELOPMENT));
        values.put("bayestrex-engine", EngineVersion.get().isEmpty() ? DEVELOPMENT : EngineVersion.get());
        values.put("JUnit", version(org.junit.jupiter.api.Test.class).orElse(UNKNOWN));
        values.put("DJL", version("ai.djl.Model").orElse(UNKNOWN));
        values.put("Device", settings.text(Settings.DEVICE).orElse("auto"));
        values.put("Java", System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
        values.put(
                "System",
                "%s %s, %s, %d processors"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch"),
                                Runtime.getRuntime().availableProcessors()));
        return values;
    }

    private static Optional<String> version(String type) {
        try {
            return version(Class.forName(type, false, RunEnvironment.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** As the jar's manifest has it. */
    private static Optional<String> version(Class<?> type) {
        Package jar = type.getPackage();
        return Optional.ofNullable(jar.getImplementationVersion())
                .or(() -> Optional.ofNullable(jar.getSpecificationVersion()));
    }
}
