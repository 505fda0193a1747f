/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.model.Prior;

/**
 * One independent population of {@link LogOddsSmc} on its way. Its particles move by themselves, each with
 * its own random numbers; it goes on when the last of them has finished a sweep. What it does therefore
 * depends on the answers alone, not on their timing.
 */
final class SmcIsland {

    /** Where the level set has hardly any mass under {@code exp(-D)}, b may rise this far. */
    private static final double HIGHEST_INVERSE_TEMPERATURE = 256;

    /** Share of effective particles, in the level set and of the posterior, that ends the path before b = 1. */
    private static final double ENOUGH = .5;

    /** Share of effective particles in the level set that is enough from b = 1 on. */
    private static final double ENOUGH_AT_ONE = .25;

    /** Effective particles in the level set with which its mass is known roughly. */
    private static final double FEW = 16;

    /** Own moves of one sweep: about what a slice move costs, after which it is seen whether that was enough. */
    private static final int PROPOSALS = 4;

    /** One of them changes less than a slice move: so many sweeps count as one. */
    private static final int SWEEPS_OF_PROPOSALS = 2;

    private final ToDoubleFunction<Evaluation> distance;
    private final Predicate<Evaluation> contains;
    private final SmcSettings settings;
    private final UniformRandomProvider random;
    private final Consumer<SmcQuestion> questions;
    private final Prior prior;
    private final List<SmcWalker> walkers = new ArrayList<>();

    private SmcPopulation population = SmcPopulation.empty();
    private SmcEstimate mass = new SmcEstimate(population, new double[0]);
    private SmcEstimate evidence = mass;
    /** How far each particle's own moves led in the latest sweep. */
    private List<MoveJumps> jumps = List.of();
    /** Square roots of D at the beginning of the stage. */
    private double[] distancesBefore = {};

    private int walking;
    private int sweeps;
    private int stages;
    private int moves;
    private int evaluations;
    private boolean done;
    private boolean stalled;

    SmcIsland(
            Prior prior,
            ToDoubleFunction<Evaluation> distance,
            Predicate<Evaluation> contains,
            SmcSettings settings,
            UniformRandomProvider random,
            Consumer<SmcQuestion> questions) {
        this.prior = prior;
        this.distance = distance;
        this.contains = contains;
        this.settings = settings;
        this.random = random;
        this.questions = questions;
        for (int i = 0; i < settings.particles(); i++) {
            long[] seed = {random.nextLong(), random.nextLong()};
            walkers.add(new SmcWalker(prior, RandomSource.XO_RO_SHI_RO_128_PP.create(seed)));
        }
        walking = walkers.size();
        walkers.forEach(walker -> questions.accept(new SmcQuestion(this, walker)));
    }

    void answer(SmcWalker walker, Evaluation evaluation) {
        evaluations++;
        if (!walker.resume(evaluation)) {
            questions.accept(new SmcQuestion(this, walker));
            return;
        }
        walking--;
        if (walking == 0) {
            endSweep();
        }
    }

    private void endSweep() {
        List<State> states = walkers.stream().map(SmcWalker::state).toList();
        double[] distances = states.stream()
                .mapToDouble(state -> distance(state.evaluation()))
                .toArray();
        if (stages == 0) {
            population = SmcPopulation.ofPrior(states, distances);
            endStage();
            return;
        }
        moves += walkers.size();
        population = population.moved(states, distances);
        boolean moved = Correlation.of(distancesBefore, population.rootDistances()) <= settings.correlation();
        if (moved || sweeps == mostSweeps()) {
            endStage();
        } else {
            sweep();
        }
    }

    private void endStage() {
        SmcEstimate within = new SmcEstimate(population, population.logWeightsWithin(contains));
        mass = mass.orBetter(within);
        boolean passed = mass.effectiveSize() >= FEW && within.effectiveSize() < mass.effectiveSize() / 2;
        SmcEstimate latest = new SmcEstimate(population, population.logWeightsToPosterior());
        // Before b = 1 the likelihood may be saturated: equal, and next to nothing, at every particle.
        evidence = population.inverseTemperature() > 1 ? evidence.orBetter(latest) : latest;
        boolean known = settings.massOnly() && (passed || mass.effectiveSize() >= ENOUGH * population.size());
        if (known || isInPlace() || population.alive() == 0) {
            done = true;
        } else if (isAtLimit()) {
            done = true;
            stalled = mass.effectiveSize() < FEW;
        } else {
            beginStage();
        }
    }

    private boolean isAtLimit() {
        return stages == settings.mostStages()
                || evaluations >= settings.mostEvaluations()
                || population.inverseTemperature() >= HIGHEST_INVERSE_TEMPERATURE;
    }

    private boolean isInPlace() {
        double within = mass.effectiveSize() / population.size();
        double posterior = evidence.effectiveSize() / population.size();
        double b = population.inverseTemperature();
        return Math.min(within, posterior) >= ENOUGH || (b >= 1 && within >= ENOUGH_AT_ONE);
    }

    private void beginStage() {
        stages++;
        double limit = population.inverseTemperature() < 1 ? 1 : HIGHEST_INVERSE_TEMPERATURE;
        double b = population.nextInverseTemperature(limit, settings.keptShare());
        population = population.resampled(b, random);
        distancesBefore = population.rootDistances();
        sweeps = 0;
        sweep();
    }

    private void sweep() {
        sweeps++;
        int n = walkers.size();
        walking = n;
        double b = population.inverseTemperature();
        ToDoubleFunction<Evaluation> tempered = evaluation -> -b * distance(evaluation);
        List<State> states = population.states();
        List<Kernel> kernels = prior.moves().isEmpty() ? fitted(states, tempered) : own(tempered);
        for (int i = 0; i < n; i++) {
            SmcWalker walker = walkers.get(i);
            walker.begin(kernels.get(i), states.get(i));
            questions.accept(new SmcQuestion(this, walker));
        }
    }

    /**
     * For each particle, slices by a fit. Each half of them is moved by a fit to the other half, of mostly other ancestors: a
     * fit to the particles that it moves would bias the estimates by as much as d/N a stage.
     */
    private static List<Kernel> fitted(List<State> states, ToDoubleFunction<Evaluation> tempered) {
        int n = states.size();
        Kernel lower = new FittedEllipticalSlice(SpikedStudent.of(states.subList(n / 2, n)), tempered);
        Kernel upper = new FittedEllipticalSlice(SpikedStudent.of(states.subList(0, n / 2)), tempered);
        return IntStream.range(0, n).mapToObj(i -> i < n / 2 ? lower : upper).toList();
    }

    /** For each particle, the distribution's own moves, as often as suited the other half of the particles in the sweep before. */
    private List<Kernel> own(ToDoubleFunction<Evaluation> tempered) {
        int n = walkers.size();
        int moves = prior.moves().size();
        double[] lower = shares(jumps.subList(jumps.size() / 2, jumps.size()));
        double[] upper = shares(jumps.subList(0, jumps.size() / 2));
        jumps = IntStream.range(0, n).mapToObj(i -> new MoveJumps(moves)).toList();
        return IntStream.range(0, n)
                .mapToObj(i ->
                        new OwnMoves(prior.moves(), i < n / 2 ? lower : upper, tempered, jumps.get(i)).times(PROPOSALS))
                .toList();
    }

    /** Added up in the particles' order, not in that of the answers. */
    private double[] shares(List<MoveJumps> others) {
        MoveJumps all = new MoveJumps(prior.moves().size());
        others.forEach(all::addAll);
        return all.shares();
    }

    private int mostSweeps() {
        return prior.moves().isEmpty() ? settings.mostSweeps() : SWEEPS_OF_PROPOSALS * settings.mostSweeps();
    }

    private double distance(Evaluation evaluation) {
        double value = evaluation.isBroken() ? Double.NaN : distance.applyAsDouble(evaluation);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    boolean isDone() {
        return done;
    }

    /** Whether a limit ended the path before the mass of the level set was known. */
    boolean isStalled() {
        return stalled;
    }

    /** The integral of the prior over the level set. */
    SmcEstimate mass() {
        return mass;
    }

    /** The integral of prior times likelihood. */
    SmcEstimate evidence() {
        return evidence;
    }

    int stages() {
        return stages;
    }

    /** Moves of all particles. */
    int moves() {
        return moves;
    }
}
