/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Gates whose truth is known, searched for again and again: a rate at the limit seldom passes, one that is clearly on a
 * side is told so, and what the looks on the way save. Seeds are fixed: a failure is no accident.
 */
class GateCalibrationTest {

    private static final Evaluation HIT = new Evaluation(0, 0, null, new double[] {9, 0});
    private static final Evaluation MISS = new Evaluation(0, -200, null, new double[] {0, 9});
    private static final Sampling SMALL =
            Searches.small(Method.AUTO).withPilot(1024).withDraws(50);

    /** Whole searches of a line of the table. */
    private static final int WHOLE = 25;

    /** The same of a line whose rate is the limit, where errors are counted. */
    private static final int AT_THE_LIMIT = 200;

    /** How one search ended. */
    private record Ending(Verdict verdict, long evaluations) {}

    /**
     * Many searches of one truth.
     *
     * @param passes share of PASS
     * @param fails share of FAIL
     * @param evaluations mean number
     */
    private record Endings(double passes, double fails, double evaluations) {

        static Endings of(int searches, LongFunction<Ending> search) {
            List<Ending> all = LongStream.range(0, searches).mapToObj(search).toList();
            return new Endings(
                    all.stream().filter(end -> end.verdict() == Verdict.PASS).count() / (double) searches,
                    all.stream().filter(end -> end.verdict() == Verdict.FAIL).count() / (double) searches,
                    all.stream().mapToLong(Ending::evaluations).average().orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource({".01", ".001", ".1"})
    void aRateAtTheLimitSeldomPassesAndSeldomFails(double limit) {
        Endings endings = Endings.of(2000, seed -> looked(limit, limit, seed));

        assertThat(endings.passes()).isLessThanOrEqualTo(.03);
        assertThat(endings.fails()).isLessThanOrEqualTo(.03);
    }

    @ParameterizedTest
    @CsvSource({".01, .5, PASS", ".01, 2, FAIL", ".1, .5, PASS", ".1, 2, FAIL", ".001, .1, PASS", ".001, 4, FAIL"})
    void aRateAwayFromTheLimitIsDecidedWithFewerDraws(double limit, double times, Verdict expected) {
        Endings looked = Endings.of(400, seed -> looked(limit * times, limit, seed));
        Endings once = Endings.of(400, seed -> once(limit * times, limit, seed));

        double right = expected == Verdict.PASS ? looked.passes() : looked.fails();
        assertThat(right).isGreaterThanOrEqualTo(.95);
        assertThat(looked.passes() + looked.fails() - right).isLessThanOrEqualTo(.01);
        assertThat(looked.evaluations()).isLessThan(once.evaluations() * (limit == .001 ? 2 : 1.5));
    }

    /** Whole searches in few dimensions, where sequential Monte Carlo and weighted draws settle what the pilot leaves open. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"1e-3", "1e-5"})
    void wholeSearchesAtTheLimitSeldomPass(double limit) {
        Endings endings = Endings.of(120, seed -> searched(limit, Gates.of(Gate.levelSetMassBelow(limit)), seed));

        assertThat(endings.passes()).isLessThanOrEqualTo(.05);
        assertThat(endings.fails()).isLessThanOrEqualTo(.05);
    }

    /** Writes the table of docs/gates.md. */
    @Tag("slow")
    @Test
    void whatLooksSave() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "| search | limit | true rate / limit | PASS | FAIL | INCONCLUSIVE | evaluations | without looks | saved |",
                "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"));
        for (double limit : new double[] {.1, .01, .001}) {
            for (double times : new double[] {.1, .5, 1, 2, 10}) {
                if (limit * times < 1) {
                    lines.add(line(
                            "plain draws",
                            limit,
                            times,
                            Endings.of(4000, seed -> looked(limit * times, limit, seed)),
                            Endings.of(4000, seed -> once(limit * times, limit, seed))));
                }
            }
        }
        for (double limit : new double[] {1e-3, 1e-5}) {
            for (double times : new double[] {.1, .5, 1, 2, 10}) {
                Gates gates = Gates.of(Gate.levelSetMassBelow(limit));
                lines.add(line(
                        "whole search",
                        limit,
                        times,
                        Endings.of(times == 1 ? AT_THE_LIMIT : WHOLE, seed -> searched(limit * times, gates, seed)),
                        Endings.of(WHOLE, seed -> searched(limit * times, gates.atTheEnd(), seed))));
            }
        }
        Path table = Path.of("target", "gate-calibration.md");
        Files.write(table, lines, UTF_8);

        assertThat(lines).hasSizeGreaterThan(20);
    }

    private static String line(String search, double limit, double times, Endings looked, Endings once) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.1f %% | %.1f %% | %.1f %% | %,.0f | %,.0f | %.0f %% |",
                search,
                limit,
                times,
                100 * looked.passes(),
                100 * looked.fails(),
                100 * (1 - looked.passes() - looked.fails()),
                looked.evaluations(),
                once.evaluations(),
                100 * (1 - looked.evaluations() / once.evaluations()));
    }

    /** A pilot of yes-or-no draws, looked at on its way and at its end. */
    private static Ending looked(double truth, double limit, long seed) {
        Gate gate = Gate.levelSetMassBelow(limit);
        GateLooks looks = new GateLooks(spec(Gates.of(gate)));
        Pilot pilot = pilot(seed, looks);
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(1_000_003 * seed + 17);
        while (pilot.wantsMore()) {
            pilot.answer(new double[1], random.nextDouble() < truth ? HIT : MISS);
            if (looks.atPilot(pilot)) {
                return new Ending(
                        looks.made().get(looks.made().size() - 1).verdicts().get(0), pilot.answered());
            }
            if (pilot.isDone()) {
                break;
            }
        }
        return new Ending(gate.verdict(pilot.mass(looks.plan().level(true))), pilot.answered());
    }

    /** The same, looked at once. */
    private static Ending once(double truth, double limit, long seed) {
        Gate gate = Gate.levelSetMassBelow(limit);
        Pilot pilot = pilot(seed, new GateLooks(spec(Gates.of(gate).atTheEnd())));
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(1_000_003 * seed + 17);
        while (!pilot.isDone()) {
            pilot.answer(new double[1], random.nextDouble() < truth ? HIT : MISS);
        }
        return new Ending(gate.verdict(pilot.mass(Rate.DEFAULT_LEVEL)), pilot.answered());
    }

    private static Ending searched(double truth, Gates gates, long seed) {
        HalfSpace space = HalfSpace.ofMass(2, truth);
        Findings findings = SteppedSearch.of(space.model(), space.target(), SMALL.withSeed(seed), gates)
                .toEnd();
        return new Ending(findings.gates().gates().get(0).verdict(), findings.evaluations());
    }

    private static Pilot pilot(long seed, GateLooks looks) {
        Posterior posterior = new Posterior(HighConfidence.of(0), .05);
        return new Pilot(
                Prior.standardNormal(1),
                Sampling.DEFAULT.pilot(),
                posterior,
                RandomSource.XO_RO_SHI_RO_128_PP.create(seed),
                looks::wantsMore);
    }

    private static SearchSpec spec(Gates gates) {
        return new SearchSpec(
                TestModels.linear(4), TestModels.latents(1), HighConfidence.of(0), Sampling.DEFAULT, List.of(), gates);
    }
}
