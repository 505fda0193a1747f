/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bayestrex.engine.model.Device;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.rate.Multiplicity;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.FindingsCache;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The configuration parameters, read and checked. */
final class Settings {

    static final String METHOD = "bayestrex.method";
    static final String CHAINS = "bayestrex.chains";
    static final String WARMUP = "bayestrex.warmup";
    static final String DRAWS = "bayestrex.draws";
    static final String PILOT = "bayestrex.pilot";
    static final String SEED = "bayestrex.seed";
    static final String SIGMA = "bayestrex.sigma";
    static final String DEADLINE = "bayestrex.deadline";
    static final String STRICT = "bayestrex.strict";
    static final String CLASS = "bayestrex.class";
    static final String STEP = "bayestrex.step";
    static final String DEVICE = "bayestrex.device";
    static final String OUTPUT = "bayestrex.output.dir";
    static final String CACHE = "bayestrex.cache";
    static final String CACHE_DIR = "bayestrex.cache.dir";
    static final String CACHE_MEGABYTES = "bayestrex.cache.megabytes";
    static final String CHECKPOINT_DIR = "bayestrex.checkpoint.dir";
    static final String PROGRESS = "bayestrex.progress";
    static final String REPORT = "bayestrex.report";
    static final String BASELINE = "bayestrex.baseline";
    static final String BASELINE_DIR = "bayestrex.baseline.dir";
    static final String BASELINE_MODELS = "bayestrex.baseline.models";
    static final String CORPUS = "bayestrex.corpus";
    static final String CORPUS_DIR = "bayestrex.corpus.dir";
    static final String INCONCLUSIVE = "bayestrex.inconclusive";
    static final String SUITE = "bayestrex.suite";
    static final String HISTORY_DIR = "bayestrex.history.dir";
    static final String SUITE_LEVEL = "bayestrex.suite.level";

    private final Function<String, Optional<String>> parameters;

    Settings(ExtensionContext context) {
        this(context::getConfigurationParameter);
    }

    Settings(Function<String, Optional<String>> parameters) {
        this.parameters = parameters;
    }

    Optional<String> text(String name) {
        return parameters.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    Optional<Integer> integer(String name) {
        return parsed(name, Integer::valueOf, "a whole number");
    }

    Optional<Long> longInteger(String name) {
        return parsed(name, Long::valueOf, "a whole number");
    }

    Optional<Double> number(String name) {
        return parsed(name, Double::valueOf, "a number");
    }

    Optional<Duration> duration(String name) {
        return parsed(name, Duration::parse, "a duration such as PT5M");
    }

    Optional<Method> method(String name) {
        return parsed(
                name,
                value -> Method.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_')),
                "one of " + Arrays.toString(Method.values()));
    }

    /** Where networks run: {@code auto} unless said otherwise. */
    Device device() {
        String name = text(DEVICE).orElse("auto");
        try {
            return Device.of(name);
        } catch (IllegalArgumentException | ModelException refused) {
            throw Misuse.malformed(DEVICE, name, "a device that is there (" + refused.getMessage() + ")");
        }
    }

    /** Where reports go: the build tool's own output folder unless said otherwise. */
    Path outputDirectory() {
        return text(OUTPUT)
                .map(Path::of)
                .orElseGet(() -> Path.of(isGradle() ? "build" : "target").resolve("bayestrex"));
    }

    /** Where the last runs are kept: with the reports unless a folder is given. */
    Path historyDirectory() {
        return path(HISTORY_DIR).orElseGet(this::outputDirectory);
    }

    /** Where findings are kept from run to run: nowhere unless a directory is given, or asked for. */
    FindingsCache cache() {
        Optional<Path> directory = path(CACHE_DIR);
        boolean on = parsed(CACHE, Settings::isReadWrite, "off or read-write").orElse(directory.isPresent());
        int megabytes = parsed(CACHE_MEGABYTES, Settings::positive, "a whole number from 1 on")
                .orElse(FindingsCache.MEGABYTES);
        return on
                ? FindingsCache.in(
                        directory.orElseGet(() -> outputDirectory().resolveSibling("bayestrex-cache")), megabytes)
                : FindingsCache.none();
    }

    /** Empty where nothing is said. */
    Optional<Path> path(String name) {
        return parsed(name, Path::of, "a path");
    }

    private static int positive(String value) {
        int number = Integer.parseInt(value);
        if (number < 1) {
            throw new IllegalArgumentException(value);
        }
        return number;
    }

    private static boolean isReadWrite(String value) {
        return switch (value) {
            case "read-write" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    boolean showsProgress() {
        return isOn(PROGRESS);
    }

    boolean reports() {
        return isOn(REPORT);
    }

    /** Whether this run writes baselines instead of being held against them. */
    boolean writesBaselines() {
        return oneOf(BASELINE, "compare", "write").equals("write");
    }

    /** What is done with kept findings: {@code update}, {@code check} or {@code off}. */
    String corpusMode() {
        return oneOf(CORPUS, "update", "check", "off");
    }

    /** One of some words; the first where nothing is said. */
    private String oneOf(String name, String... words) {
        String value = text(name).orElse(words[0]);
        if (!Arrays.asList(words).contains(value)) {
            throw Misuse.malformed(name, value, "one of " + String.join(", ", words));
        }
        return value;
    }

    /** What becomes of an open claim: the test fails unless said otherwise. */
    Inconclusive inconclusive() {
        return parsed(
                        INCONCLUSIVE,
                        value -> Inconclusive.valueOf(constant(value)),
                        "fail (the default) or skip, which lets a build go on that has no evidence")
                .orElse(Inconclusive.FAIL);
    }

    /** How gates of a run are corrected for their number: not at all unless said otherwise. */
    Multiplicity multiplicity() {
        return parsed(SUITE, value -> Multiplicity.valueOf(constant(value)), "none, holm or benjamini-hochberg")
                .orElse(Multiplicity.NONE);
    }

    /** The one-sided chance of error of all gates together. */
    Optional<Double> suiteLevel() {
        return parsed(SUITE_LEVEL, Settings::level, "a one-sided chance of error between 0 and 0.5, both excluded");
    }

    /** Refuses what makes no sense before a search has run for it. */
    void requireJudgement() {
        inconclusive();
        SuiteSettings.of(this);
    }

    private static double level(String value) {
        double level = Double.parseDouble(value);
        if (!(level > 0 && level < .5)) {
            throw new IllegalArgumentException(value);
        }
        return level;
    }

    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Only the name as it is documented: small letters. */
    private static String constant(String value) {
        if (!value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(value);
        }
        return value.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Empty where nothing is said. */
    Optional<Boolean> flag(String name) {
        return parsed(name, Settings::isTrue, "true or false");
    }

    private static boolean isTrue(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private boolean isOn(String name) {
        return parsed(name, Settings::isAuto, "auto or off").orElse(true);
    }

    private static boolean isAuto(String value) {
        return switch (value) {
            case "auto" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static boolean isGradle() {
        return Files.exists(Path.of("build.gradle")) || Files.exists(Path.of("build.gradle.kts"));
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parser, String expected) {
        return text(name).map(value -> {
            try {
                return parser.apply(value);
            } catch (IllegalArgumentException | DateTimeParseException malformed) {
                throw Misuse.malformed(name, value, expected);
            }
        });
    }
}
