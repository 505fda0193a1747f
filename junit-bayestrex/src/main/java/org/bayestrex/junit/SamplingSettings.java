/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bayestrex.engine.sampler.Method;

/** How a search is run: attribute, then configuration parameter, then what the builder or the engine has. */
final class SamplingSettings {

    private static final List<Setting<?>> ALL = List.of(
            new Setting<>(
                    "method",
                    Settings.METHOD,
                    declared -> Optional.of(declared.method()).filter(method -> method != Method.AUTO),
                    settings -> settings.method(Settings.METHOD),
                    org.bayestrex.engine.search.Sampling::withMethod),
            new Setting<>(
                    "chains",
                    Settings.CHAINS,
                    declared -> given(declared.chains()),
                    settings -> settings.integer(Settings.CHAINS),
                    org.bayestrex.engine.search.Sampling::withChains),
            new Setting<>(
                    "warmup",
                    Settings.WARMUP,
                    declared -> given(declared.warmup()),
                    settings -> settings.integer(Settings.WARMUP),
                    org.bayestrex.engine.search.Sampling::withWarmup),
            new Setting<>(
                    "draws",
                    Settings.DRAWS,
                    declared -> given(declared.draws()),
                    settings -> settings.integer(Settings.DRAWS),
                    org.bayestrex.engine.search.Sampling::withDraws),
            new Setting<>(
                    "pilot",
                    Settings.PILOT,
                    declared -> given(declared.pilot()),
                    settings -> settings.integer(Settings.PILOT),
                    org.bayestrex.engine.search.Sampling::withPilot),
            new Setting<>(
                    "seed",
                    Settings.SEED,
                    declared -> Optional.of(declared.seed()).filter(seed -> seed != -1),
                    settings -> settings.longInteger(Settings.SEED),
                    org.bayestrex.engine.search.Sampling::withSeed),
            new Setting<>(
                    "sigma",
                    Settings.SIGMA,
                    declared -> Optional.of(declared.sigma()).filter(sigma -> sigma != -1),
                    settings -> settings.number(Settings.SIGMA),
                    org.bayestrex.engine.search.Sampling::withSigma),
            new Setting<>(
                    "deadlineSeconds",
                    Settings.DEADLINE,
                    declared -> given(declared.deadlineSeconds()).map(Duration::ofSeconds),
                    settings -> settings.duration(Settings.DEADLINE),
                    org.bayestrex.engine.search.Sampling::withDeadline),
            new Setting<>(
                    "strict",
                    Settings.STRICT,
                    declared -> Optional.of(declared.strict()).filter(strict -> !strict),
                    settings -> settings.flag(Settings.STRICT),
                    org.bayestrex.engine.search.Sampling::withStrict));

    private SamplingSettings() {}

    /**
     * Settles how to run a search.
     *
     * @param base taken where nothing is said
     * @param declared annotations, the nearest first
     * @param settings configuration parameters
     */
    static org.bayestrex.engine.search.Sampling settle(
            org.bayestrex.engine.search.Sampling base, List<Declared<Sampling>> declared, Settings settings) {
        org.bayestrex.engine.search.Sampling settled = base;
        for (Setting<?> setting : ALL) {
            settled = setting.applyTo(settled, declared, settings);
        }
        return settled;
    }

    private static Optional<Integer> given(int value) {
        return Optional.of(value).filter(number -> number != -1);
    }

    private record Setting<T>(
            String attribute,
            String parameter,
            Function<Sampling, Optional<T>> fromAnnotation,
            Function<Settings, Optional<T>> fromParameter,
            BiFunction<org.bayestrex.engine.search.Sampling, T, org.bayestrex.engine.search.Sampling> with) {

        org.bayestrex.engine.search.Sampling applyTo(
                org.bayestrex.engine.search.Sampling base, List<Declared<Sampling>> declared, Settings settings) {
            for (Declared<Sampling> candidate : declared) {
                Optional<T> value = fromAnnotation.apply(candidate.annotation());
                if (value.isPresent()) {
                    return apply(base, value.get(), "@Sampling(" + attribute + ") on " + candidate.where());
                }
            }
            return fromParameter
                    .apply(settings)
                    .map(value -> apply(base, value, "Configuration parameter " + parameter))
                    .orElse(base);
        }

        private org.bayestrex.engine.search.Sampling apply(
                org.bayestrex.engine.search.Sampling base, T value, String source) {
            try {
                return with.apply(base, value);
            } catch (IllegalArgumentException refused) {
                throw Misuse.setting(source, refused);
            }
        }
    }
}
