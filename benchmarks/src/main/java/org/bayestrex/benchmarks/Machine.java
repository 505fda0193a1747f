/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** On what a measurement was made. */
final class Machine {

    private Machine() {}

    static Table describe() {
        String threads = System.getenv("OMP_NUM_THREADS");
        return new Table("on", "")
                .row("processor", processor())
                .row("cores available", String.valueOf(Runtime.getRuntime().availableProcessors()))
                .row("system", property("os.name") + " " + property("os.arch"))
                .row("Java", property("java.vm.name") + " " + Runtime.version())
                .row(
                        "networks",
                        "DJL %s, PyTorch %s, OMP_NUM_THREADS %s"
                                .formatted(
                                        Engine.getDjlVersion(),
                                        Engine.getEngine("PyTorch").getVersion(),
                                        threads == null ? "not set" : threads));
    }

    /** How much runs beside the measurement: with more than there are cores, times are not to be trusted. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(property("os.arch"));
        } catch (IOException e) { // not on Linux
            return property("os.arch");
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
