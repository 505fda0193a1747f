/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs of the peers' NUTS, each in a Python process of its own. */
final class PeerRuns {

    /** The fewest iterations that fit the windows of Stan's adaptation unshortened, which all three have. */
    static final int WARM_UP = 150;

    /** Loading, compiling and the draws among which the chains' starts are found. */
    private static final long PATIENCE_SECONDS = 300;

    private final Path scripts;
    private final Path python;
    private final Path work;
    private final Map<String, String> versions = new TreeMap<>();

    /**
     * Runs in an environment that has the requirements.
     *
     * @param scripts directory of the Python scripts
     * @param python interpreter
     * @param work directory for their files
     */
    PeerRuns(Path scripts, Path python, Path work) {
        this.scripts = scripts;
        this.python = python;
        this.work = work;
    }

    /** The packages that have run so far, each once. */
    Collection<String> versions() {
        return versions.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    /**
     * One run; empty, with the reason on the console, where the script failed: the other runs are worth having.
     *
     * @param script without its ending
     */
    Optional<MethodRun> run(Scenario scenario, String script, int chains, double seconds) {
        String name = script + "-" + chains;
        Path result = work.resolve(name + ".json");
        Path log = work.resolve(name + ".log");
        List<String> command = List.of(
                python.toString(),
                scripts.resolve(script + ".py").toString(),
                "--classifier=" + scenario.models().classifierFile(),
                "--generator=" + scenario.models().generatorFile(),
                "--latents=" + scenario.models().latentSize(),
                "--target=" + scenario.inPeersWords(),
                "--chains=" + chains,
                "--warmup=" + WARM_UP,
                "--seconds=" + seconds,
                "--out=" + result);
        try {
            Files.deleteIfExists(result);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor((long) seconds + PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            if (!Files.exists(result)) {
                System.err.println("%s failed:%n%s".formatted(name, Files.readString(log)));
                return Optional.empty();
            }
            MethodRun run = read(result);
            double difference = SamePosterior.difference(scenario, run);
            if (!(difference <= SamePosterior.TOLERANCE)) {
                System.err.printf("%s samples another posterior: log densities differ by %s%n", name, difference);
                return Optional.empty();
            }
            return Optional.of(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " ran", e);
        }
    }

    private MethodRun read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Result result = new Gson().fromJson(reader, Result.class);
            versions.putAll(result.versions);
            return result.run();
        }
    }

    /** The scripts' file, field by field. */
    private record Result(
            String peer,
            Map<String, String> versions,
            int chains,
            int warmupIterations,
            double warmupSeconds,
            double sampleSeconds,
            long evaluations,
            double[][][] draws,
            double[][] logDensity) {

        MethodRun run() {
            double iteration = warmupIterations == 0 ? Double.NaN : warmupSeconds / warmupIterations;
            return new MethodRun(
                    peer,
                    chains,
                    warmupSeconds,
                    sampleSeconds,
                    iteration,
                    WARM_UP,
                    evaluations,
                    Double.POSITIVE_INFINITY,
                    false,
                    draws,
                    logDensity);
        }
    }
}
