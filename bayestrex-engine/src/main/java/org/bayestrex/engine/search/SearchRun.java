/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bayestrex.engine.checkpoint.Journal;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.sampler.AdmittedPrior;
import org.bayestrex.engine.sampler.AdmittedProposal;
import org.bayestrex.engine.sampler.AdmittedShare;
import org.bayestrex.engine.sampler.ChainPlan;
import org.bayestrex.engine.sampler.Isir;
import org.bayestrex.engine.sampler.LatentClassFit;
import org.bayestrex.engine.sampler.LogOddsSmc;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.sampler.MixtureRounds;
import org.bayestrex.engine.sampler.PointSource;
import org.bayestrex.engine.sampler.Proposal;
import org.bayestrex.engine.sampler.SmcSettings;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.WeightedDraws;
import org.bayestrex.engine.search.Progress.Phase;
import org.jspecify.annotations.Nullable;

/**
 * One search on its way: pilot, then what its method consists of, then findings. Lives on the thread of
 * its {@link SearchLoop}; every answer of a batcher carries it on.
 */
final class SearchRun {

    private final SearchSpec spec;
    private final PairedModels models;
    private final Journal journal;
    private final CompletableFuture<Findings> result;
    private final Consumer<Findings> whole;
    private final Posterior posterior;
    private final Prior prior;
    private final RandomStreams streams;
    private final Ledger ledger = new Ledger(Part.PILOT);
    private final Pulse pulse;
    private final Questions questions;
    private final Feeder feeder;

    private final GateLooks looks;
    private final Pilot pilot;
    private final Course course;
    private @Nullable LogOddsSmc smc;
    private boolean particlesOnlyCheck;
    private @Nullable WeightedDraws weighted;
    private AdmittedShare priorShare = AdmittedShare.ALL;
    private @Nullable GlobalDraws globals;
    private @Nullable ChainGroup chains;

    /**
     * Begins a search.
     *
     * @param whole is told the findings first, where no deadline cut them short
     * @param result is told them at last
     */
    SearchRun(
            SearchSpec spec,
            PairedModels models,
            Journal journal,
            ProgressListener listener,
            Consumer<Findings> whole,
            CompletableFuture<Findings> result) {
        this.spec = spec;
        this.models = models;
        this.journal = journal;
        this.whole = whole;
        this.result = result;
        Sampling sampling = spec.sampling();
        this.posterior = new Posterior(spec.target(), sampling.sigma());
        this.prior = models.prior();
        this.streams = new RandomStreams(sampling.seed(), spec.target().describe());
        this.pulse = new Pulse(spec.describe(), listener);
        this.questions = new Questions(spec, models, journal, posterior, streams, ledger, result::isDone, this::fail);
        this.feeder = new Feeder(questions, result::isDone);
        this.looks = new GateLooks(spec);
        int enough = Course.enoughHits(sampling.method(), prior);
        this.pilot = new Pilot(prior, sampling.pilot(), posterior, streams.stream("pilot"), enough, looks::wantsMore);
        this.course = new Course(sampling.method(), sampling.chains(), prior, pilot);
        pulse.tell(Phase.PILOT, 0, pilot.total());
        feed(pilot, Phase.PILOT, this::pilotDecides, this::afterPilot);
    }

    boolean isOver() {
        return result.isDone();
    }

    /** Ends the search with what it has when its time is up. */
    void checkDeadline() {
        if (!isOver() && pulse.elapsed().compareTo(spec.sampling().deadline()) > 0) {
            finish(true);
        }
    }

    void fail(Throwable cause) {
        try {
            journal.close();
        } finally {
            result.completeExceptionally(cause);
        }
    }

    /** Goes on with answers that the journal knew. */
    void replay() {
        questions.replay();
    }

    private void feed(PointSource source, Phase phase, Runnable whenDone) {
        feed(source, phase, () -> false, whenDone);
    }

    /** Feeds a source, after each of whose answers a look may end the search. */
    private void feed(PointSource source, Phase phase, BooleanSupplier decides, Runnable whenDone) {
        feeder.feed(
                source,
                () -> {
                    pulse.beat(phase, source.answered(), source.total());
                    if (decides.getAsBoolean()) {
                        finish(false);
                    }
                },
                whenDone);
    }

    private boolean pilotDecides() {
        boolean decides = looks.atPilot(pilot);
        // A checkpoint is worth its draws: the next run goes on where this one ends.
        boolean inVain =
                !decides && journal == Journal.NONE && looks.givesUp(pilot, pulse.elapsed(), models.secondsOfForward());
        if (inVain) {
            finish(evidence(false), false);
        }
        return decides;
    }

    private void afterPilot() {
        if (pilot.broken() == pilot.answered()) {
            fail(new ModelException(
                    "%s gave NaN at every one of %,d draws of the prior (seed %d): nothing can be searched"
                            .formatted(
                                    models.model().name(),
                                    pilot.answered(),
                                    spec.sampling().seed())));
            return;
        }
        ledger.begin(Part.ROUNDS);
        MixtureRounds rounds = course.isStructuredAuto()
                ? structuredRounds()
                : new MixtureRounds(pilot.draws(), posterior::distance, course.adapts(), streams.stream("mixture"));
        feed(rounds, Phase.ADAPTATION, () -> afterRounds(rounds));
    }

    /** Rounds of proposals that know of categories, and of what is refused. */
    private MixtureRounds structuredRounds() {
        AdmittedProposal plain = LatentClassFit.prior(prior, streams.stream("admitted"));
        priorShare = plain.share();
        List<double[]> positions = pilot.draws().stream().map(State::position).toList();
        return new MixtureRounds(
                pilot.draws(),
                plain,
                posterior::distance,
                new LatentClassFit(prior, positions, plain.share()),
                true,
                streams.stream("mixture"));
    }

    private void afterRounds(MixtureRounds rounds) {
        if (course.needsParticles(rounds)) {
            ledger.begin(Part.SMC);
            particlesOnlyCheck = course.checksOnly(rounds);
            LogOddsSmc particles = new LogOddsSmc(
                    prior,
                    particlesOnlyCheck ? this::distanceFromLevelSet : posterior::distance,
                    posterior::contains,
                    particlesOnlyCheck ? SmcSettings.defaults().forMassOnly() : SmcSettings.defaults(),
                    island -> streams.stream("island " + island));
            smc = particles;
            feed(particles, Phase.ADAPTATION, () -> afterParticles(rounds, particles));
        } else {
            draw(rounds);
        }
    }

    /**
     * For the mass every part of the level set counts alike, also one that is far from where the likelihood is
     * highest: a tenth class that is impossible, where all ten should be even.
     */
    private double distanceFromLevelSet(Evaluation evaluation) {
        return posterior.contains(evaluation) ? 0 : posterior.distance(evaluation);
    }

    private void afterParticles(MixtureRounds rounds, LogOddsSmc particles) {
        if (looks.atParticles(() -> evidence(false))) {
            finish(false);
            return;
        }
        if (spec.sampling().method() != Method.AUTO || particlesOnlyCheck) {
            draw(rounds);
            return;
        }
        Map<State, Double> weights = new LinkedHashMap<>();
        particles
                .posteriorParticles()
                .forEach(particle -> weights.merge(particle.state(), Math.exp(particle.logWeight()), Double::sum));
        if (weights.isEmpty()) {
            draw(rounds);
            return;
        }
        ledger.begin(Part.ROUNDS);
        rounds.continueFrom(
                weights.keySet().stream().map(State::position).toArray(double[][]::new),
                weights.values().stream().mapToDouble(Double::doubleValue).toArray());
        feed(rounds, Phase.ADAPTATION, () -> draw(rounds));
    }

    private void draw(MixtureRounds rounds) {
        Sampling sampling = spec.sampling();
        Starts starts = starts(rounds);
        if (starts.states().isEmpty()) {
            fail(new ModelException(
                    "The search for %s has nowhere to start: the target's likelihood is zero at every one of %,d draws (seed %d)"
                            .formatted(spec.describe(), ledger.evaluations(), sampling.seed())));
            return;
        }
        if (!course.weighs(rounds)) {
            startChains(rounds, starts);
            return;
        }
        ledger.begin(Part.WEIGHTED);
        WeightedDraws draws = new WeightedDraws(
                proposal(rounds), sampling.weightedDraws(rounds.efficiency()), streams.stream("weighted"));
        weighted = draws;
        BooleanSupplier look = () -> looks.atWeighted(() -> evidence(false), draws.answered(), draws.total());
        feed(draws, Phase.WEIGHTED_DRAWS, look, () -> {
            if (sampling.method().hasChains() && !course.drawsPlainly(rounds)) {
                startChains(rounds, starts);
            } else {
                finish(false);
            }
        });
    }

    /** The fitted mixture, or where none was fitted the prior. */
    private Proposal proposal(MixtureRounds rounds) {
        return spec.sampling().method() == Method.DIRECT || course.drawsPlainly(rounds)
                ? new AdmittedPrior(prior)
                : rounds.proposal();
    }

    private void startChains(MixtureRounds rounds, Starts starts) {
        Sampling sampling = spec.sampling();
        WeightedDraws draws = weighted;
        Isir global = draws != null || course.movesByLearned(rounds) ? GlobalStretches.move(rounds) : null;
        ChainPlan plan = new ChainPlan(sampling.method(), sampling.warmup(), sampling.draws(), rounds.variance())
                .withGlobal(global)
                .withMoves(prior.moves())
                .withGradients(models.model().isDifferentiable() && !prior.isRestricted());
        ledger.begin(Part.CHAINS);
        ChainGroup group = new ChainGroup(starts, plan, streams, questions);
        chains = group;
        int all = sampling.warmup() + sampling.draws();
        if (global == null) {
            group.run(all, this::pulseChains, () -> finish(false));
            return;
        }
        if (draws == null) {
            globals = new GlobalDraws((AdmittedProposal) rounds.proposal(), priorShare);
        }
        GlobalStretches stretches = new GlobalStretches(group, global, globals, feeder, streams, this::pulseChains);
        if (draws == null) {
            stretches.run(0, all, () -> finish(false));
            return;
        }
        int check = sampling.warmup() + sampling.checkingDraws(draws.total(), global.candidates());
        // With a gradient the warm-up makes no global moves.
        int first = models.model().isDifferentiable() ? sampling.warmup() : 0;
        stretches.run(first, check, () -> {
            if (check == all
                    || WeightedEvidence.of(draws, posterior, group.traces()).isTrusted()) {
                finish(false);
            } else {
                stretches.run(check, all, () -> finish(false));
            }
        });
    }

    /** From weighted draws; from particles where those went all the way. */
    private Starts starts(MixtureRounds rounds) {
        int count = spec.sampling().chains();
        LogOddsSmc particles = smc;
        if (particles != null && !particlesOnlyCheck) {
            Starts led = Starts.of(particles, count, streams.stream("starts"));
            if (!led.states().isEmpty()) {
                return led;
            }
        }
        return Starts.of(rounds, count, streams.stream("starts"));
    }

    private void finish(boolean deadline) {
        finish(evidence(deadline), !deadline);
    }

    /** Ends the search; findings are whole where more time would not have added to them. */
    private void finish(Evidence evidence, boolean isWhole) {
        try {
            pulse.tell(Phase.SUMMARY, 0, 1);
            journal.close(); // before anybody who waits for the findings may open it
            Findings findings = new Summary(spec, posterior, streams, evidence, looks).findings(pulse::elapsed);
            spec.requireUnchangedModels();
            if (isWhole) {
                whole.accept(findings);
            }
            result.complete(findings);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private Evidence evidence(boolean deadline) {
        ChainGroup group = chains;
        return new Evidence(
                pilot,
                smc,
                weighted,
                globals,
                group == null ? List.of() : group.traces(),
                group == null ? 0 : group.ancestors(),
                ledger.entries(),
                deadline);
    }

    private void pulseChains() {
        ChainGroup group = chains;
        if (group == null || !pulse.isDue()) {
            return;
        }
        long done = group.completed();
        Sampling sampling = spec.sampling();
        long warmup = (long) sampling.chains() * sampling.warmup();
        long total = warmup + (long) sampling.chains() * sampling.draws();
        pulse.tell(done < warmup ? Phase.WARM_UP : Phase.SAMPLING, done, total);
    }
}
