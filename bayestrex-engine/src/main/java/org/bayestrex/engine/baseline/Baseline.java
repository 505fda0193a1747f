/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.EngineVersion;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;

/**
 * What one search test found in one release. It is a measurement and no approval: what was wrong with the search is in it.
 *
 * @param test class, method and target: what the baseline is found by
 * @param written when
 * @param engine its version
 * @param model the release
 * @param subject what the numbers are about
 * @param sampling how the search ran, the seed included, for readers
 * @param rates with intervals and what they rest on
 * @param wrongLabelShare on which the failure rate rests
 * @param problems what spoke against the draws
 * @param massProblems what spoke against the mass
 * @param draws that stand for all in the level set
 */
public record Baseline(
        String test,
        Instant written,
        String engine,
        ModelIdentity model,
        BaselineSubject subject,
        Map<String, String> sampling,
        Map<Quantity, Rate> rates,
        Rate wrongLabelShare,
        List<String> problems,
        List<String> massProblems,
        BaselineDraws draws) {

    public Baseline {
        sampling = Collections.unmodifiableMap(new TreeMap<>(sampling));
        rates = Collections.unmodifiableMap(new EnumMap<>(rates));
        problems = List.copyOf(problems);
        massProblems = List.copyOf(massProblems);
    }

    /**
     * That of findings.
     *
     * @param test what it is found by later: unique, the same in every run
     * @param now when it is written
     */
    public static Baseline of(String test, Findings findings, Instant now) {
        Map<Quantity, Rate> rates = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            rates.put(quantity, quantity.of(findings));
        }
        return new Baseline(
                test,
                now,
                EngineVersion.get(),
                ModelIdentity.of(findings.spec().classifier()),
                BaselineSubject.of(findings),
                settings(findings.spec().sampling()),
                rates,
                findings.wrongLabelShare(),
                findings.diagnostics().problems(),
                findings.massProblems(),
                BaselineDraws.of(findings));
    }

    private static Map<String, String> settings(Sampling sampling) {
        return Map.of(
                "method", sampling.method().name(),
                "chains", String.valueOf(sampling.chains()),
                "warmup", String.valueOf(sampling.warmup()),
                "draws", String.valueOf(sampling.draws()),
                "seed", String.valueOf(sampling.seed()),
                "pilot", String.valueOf(sampling.pilot()),
                "strict", String.valueOf(sampling.strict()));
    }

    /** One of the rates. */
    public Rate rate(Quantity quantity) {
        return rates.getOrDefault(quantity, Rate.unknown("not in the baseline"));
    }
}
