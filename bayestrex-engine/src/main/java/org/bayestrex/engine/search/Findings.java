/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.GateReport;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.target.Target;

/**
 * What a search found: draws, rates with intervals, and whether they can be trusted. Immutable.
 */
public final class Findings {

    private final SearchSpec spec;
    private final List<Sample> samples;
    private final Diagnostics diagnostics;
    private final Rates rates;
    private final Effort effort;
    private final List<PriorDraw> priorDraws;
    private final Consumer<Check> observer;
    private final Optional<Instant> computedAt;
    private final Map<Class<?>, Object> companions;

    Findings(SearchSpec spec, List<Sample> samples, Diagnostics diagnostics, Rates rates, Effort effort) {
        this(spec, samples, diagnostics, rates, effort, List.of());
    }

    Findings(
            SearchSpec spec,
            List<Sample> samples,
            Diagnostics diagnostics,
            Rates rates,
            Effort effort,
            List<PriorDraw> priorDraws) {
        this(
                spec,
                List.copyOf(samples),
                diagnostics,
                rates,
                effort,
                List.copyOf(priorDraws),
                check -> {},
                Optional.empty(),
                Map.of());
    }

    private Findings(
            SearchSpec spec,
            List<Sample> samples,
            Diagnostics diagnostics,
            Rates rates,
            Effort effort,
            List<PriorDraw> priorDraws,
            Consumer<Check> observer,
            Optional<Instant> computedAt,
            Map<Class<?>, Object> companions) {
        this.spec = spec;
        this.samples = samples;
        this.diagnostics = diagnostics;
        this.rates = rates;
        this.effort = effort;
        this.priorDraws = priorDraws;
        this.observer = observer;
        this.computedAt = computedAt;
        this.companions = companions;
    }

    /** What was asked for. */
    public SearchSpec spec() {
        return spec;
    }

    /**
     * Draws of the relaxed posterior, of equal weight: the chains' own, chain after chain, or weighted ones that were
     * resampled, stretch after stretch; {@link Diagnostics#source} says whose.
     */
    public List<Sample> samples() {
        return samples;
    }

    /** The draws within the target's level set, in the same order. */
    public List<Sample> inLevelSet() {
        return samples.stream().filter(Sample::inLevelSet).toList();
    }

    /**
     * What a draw of the level set counts for the data distribution there: 1 / likelihood, as draws follow the relaxed
     * posterior.
     *
     * @param sample one of these findings
     */
    public double weight(Sample sample) {
        double[] confidences = sample.confidences();
        double sigma = spec.sampling().sigma();
        return Math.exp(-target().logLikelihood(confidences, sigma, new double[confidences.length]));
    }

    /** Some of the pilot's plain draws from the prior, to hold {@link #samples} against; a thousand at most. */
    public List<PriorDraw> priorDraws() {
        return priorDraws;
    }

    /** Which prediction was looked for. */
    public Target target() {
        return spec.target();
    }

    /** The seed that repeats this search. */
    public long seed() {
        return spec.sampling().seed();
    }

    /** Whether the draws can be trusted. */
    public Diagnostics diagnostics() {
        return diagnostics;
    }

    /**
     * How often an input of the data distribution lies in the level set: by plain prior draws where those saw enough, else
     * by the sampler with the narrowest interval.
     */
    public Rate levelSetMass() {
        return rates.levelSetMass();
    }

    /** {@link #levelSetMass()} by each sampler that can tell, the plain prior draws' first. */
    public List<Rate> massEstimates() {
        return rates.masses();
    }

    /** What speaks against {@link #levelSetMass()}, whatever its interval: samplers that contradict each other. */
    public List<String> massProblems() {
        return rates.massProblems();
    }

    /**
     * How often a prediction in the level set is wrong, by the first oracle; [0, 1] where none knows the true labels. A
     * judge's errors are corrected for.
     */
    public Rate wrongLabelShare() {
        return rates.wrongLabelShare();
    }

    /** How often an input of the data distribution is predicted wrongly with the target's confidence. */
    public Rate failureRate() {
        return rates.failureRate();
    }

    /** What became of the limits that were known before the search, and the looks that it took; empty without any. */
    public GateReport gates() {
        return rates.gates();
    }

    /**
     * How often the distribution draws the class that it was made without, by a judge who looked at plain draws, corrected
     * for the judge's errors; [0, 1] with the reason where there is no such class or no judge.
     */
    public Rate leak() {
        return rates.leak();
    }

    /** How often two oracles differ, for each two of them; empty where there are fewer. */
    public List<LabelDisagreement> labelDisagreements() {
        return rates.labelDisagreements();
    }

    /** Mean confidence in the claimed class where that class is wrong, under the data distribution within the level set. */
    public Rate wrongLabelConfidence() {
        return rates.wrongLabelConfidence();
    }

    /** Mean probability of a class over all draws, in [0, 1]; NaN without draws. */
    public double meanConfidence(int cls) {
        return samples.stream()
                .mapToDouble(sample -> sample.confidences()[cls])
                .average()
                .orElse(Double.NaN);
    }

    /** Evaluations of the model, with and without gradient, the pilot's included. */
    public long evaluations() {
        return effort.gradients() + effort.forwards();
    }

    /** What the search cost. */
    public Effort effort() {
        return effort;
    }

    /** Time from the search's start to its end; shared with whatever ran beside it. */
    public Duration elapsed() {
        return effort.elapsed();
    }

    /**
     * When an earlier run computed these findings, where they are from a cache; what they cost is then what they cost that
     * run. Empty where this run searched.
     */
    public Optional<Instant> fromCache() {
        return computedAt;
    }

    Rates rates() {
        return rates;
    }

    /** All of it but the inputs as JSON, schema version {@value FindingsJson#SCHEMA_VERSION}. */
    public String toJson() {
        return toJson(Integer.MAX_VALUE);
    }

    /** The same with at most so many draws, evenly spread: small enough for a report. */
    public String toJson(int maxSamples) {
        return FindingsJson.write(this, maxSamples);
    }

    /** The name of a class, or its number where classes are only numbered. */
    public String label(int cls) {
        List<String> labels = spec.classifier().labels();
        return labels.isEmpty() ? String.valueOf(cls) : labels.get(cls);
    }

    /** The same findings, telling an observer of every check that is made on them. */
    public Findings observedBy(Consumer<Check> listener) {
        return new Findings(
                spec,
                samples,
                diagnostics,
                rates,
                effort,
                priorDraws,
                observer.andThen(listener),
                computedAt,
                companions);
    }

    /** The same findings, taken from a cache. */
    Findings computedAt(Instant instant) {
        return new Findings(
                spec, samples, diagnostics, rates, effort, priorDraws, observer, Optional.of(instant), companions);
    }

    /** The same findings with something that goes with them in the same test, such as a baseline; one of each type. */
    public <T> Findings with(Class<T> type, T companion) {
        Map<Class<?>, Object> more = new HashMap<>(companions);
        more.put(type, companion);
        return new Findings(
                spec, samples, diagnostics, rates, effort, priorDraws, observer, computedAt, Map.copyOf(more));
    }

    /** What goes with the findings, of that type; empty where nothing does. */
    public <T> Optional<T> companion(Class<T> type) {
        return Optional.ofNullable(companions.get(type)).map(type::cast);
    }

    /** Tells the observers of a check that was made on these findings. */
    public void report(Check check) {
        observer.accept(check);
    }

    /** Short and stable: it stands in the names of parameterised tests. */
    @Override
    public String toString() {
        return target().describe();
    }

    /**
     * The rates.
     *
     * @param masses see {@link Findings#massEstimates()}
     * @param massProblems see {@link Findings#massProblems()}
     * @param levelSetMass see {@link Findings#levelSetMass()}
     * @param wrongLabelShare see {@link Findings#wrongLabelShare()}
     * @param failureRate see {@link Findings#failureRate()}
     * @param wrongLabelConfidence see {@link Findings#wrongLabelConfidence()}
     * @param leak see {@link Findings#leak()}
     * @param labelDisagreements see {@link Findings#labelDisagreements()}
     * @param gates see {@link Findings#gates()}
     */
    record Rates(
            List<Rate> masses,
            List<String> massProblems,
            Rate levelSetMass,
            Rate wrongLabelShare,
            Rate failureRate,
            Rate wrongLabelConfidence,
            Rate leak,
            List<LabelDisagreement> labelDisagreements,
            GateReport gates) {

        Rates {
            masses = List.copyOf(masses);
            massProblems = List.copyOf(massProblems);
            labelDisagreements = List.copyOf(labelDisagreements);
        }

        /** Without a gate, and without an oracle that looked at the inputs. */
        Rates(
                List<Rate> masses,
                List<String> massProblems,
                Rate levelSetMass,
                Rate wrongLabelShare,
                Rate failureRate,
                Rate wrongLabelConfidence) {
            this(
                    masses,
                    massProblems,
                    levelSetMass,
                    wrongLabelShare,
                    failureRate,
                    wrongLabelConfidence,
                    Rate.unknown("nobody has looked at plain draws"),
                    List.of(),
                    GateReport.NONE);
        }
    }

    /**
     * What a search cost.
     *
     * @param gradients evaluations with gradient
     * @param forwards evaluations without gradient
     * @param elapsed time from start to end
     * @param parts what ran, stage by stage
     */
    public record Effort(long gradients, long forwards, Duration elapsed, List<Part> parts) {

        public Effort {
            parts = List.copyOf(parts);
        }
    }
}
