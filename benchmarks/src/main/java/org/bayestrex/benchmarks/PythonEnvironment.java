/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A virtual environment with the peers in it. */
final class PythonEnvironment {

    private PythonEnvironment() {}

    /**
     * The interpreter of an environment that is made unless it is there.
     *
     * @param directory where it is, or will be
     * @param requirements what pip installs into it
     */
    static Path in(Path directory, Path requirements) throws IOException, InterruptedException {
        Path python = directory.resolve("bin").resolve("python");
        Path done = directory.resolve("installed");
        if (!Files.exists(done)) {
            run(List.of("python3", "-m", "venv", directory.toString()));
            run(List.of(python.toString(), "-m", "pip", "install", "--quiet", "-r", requirements.toString()));
            Files.createFile(done);
        }
        return python;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("%s ended with %d".formatted(String.join(" ", command), exit));
        }
    }
}
