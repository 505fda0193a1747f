/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.model.Prior;

/**
 * Sequential Monte Carlo (Del Moral, Doucet and Jasra 2006) from the prior to the level set along
 * {@code prior(z) exp(-b D(z))}, where D is the squared distance to the level set in log-odds. Each stage
 * takes the b that halves the effective particles, resamples, and moves every particle by elliptical
 * slices around a fit to the other half of the particles, or by the data distribution's own moves where it has some.
 *
 * <p>The islands are independent, down to their prior draws. Each of their masses and evidences is unbiased
 * (but for the choice of b by the particles themselves, of order 1/N), however few the moves: an interval
 * from their spread is honest as long as it is wide enough to be one.
 *
 * <p>Islands advance on their own and particles have their own random numbers, so that the outcome is the
 * same, bit for bit, whatever the number of points in flight.
 *
 * @since 0.1
 */
public final class LogOddsSmc implements PointSource {

    private final List<SmcIsland> islands;
    private final Queue<SmcQuestion> wanted = new ArrayDeque<>();
    private final Queue<SmcQuestion> inFlight = new ArrayDeque<>();
    private int answered;

    /**
     * Islands that begin with draws of N(0, I).
     *
     * @param dimension number of latents, d
     * @param distance D, 0 in or near the level set; not asked where the model gave NaN
     * @param contains whether a point lies in the level set; not asked where the model gave NaN
     * @param settings how much work it may do
     * @param streams for the number of an island, from 0, its own random stream
     */
    public LogOddsSmc(
            int dimension,
            ToDoubleFunction<Evaluation> distance,
            Predicate<Evaluation> contains,
            SmcSettings settings,
            IntFunction<UniformRandomProvider> streams) {
        this(Prior.standardNormal(dimension), distance, contains, settings, streams);
    }

    /**
     * Islands that begin with draws of a prior and move by the moves that come with it.
     *
     * @param prior N(0, I) given what is admitted; masses and evidences are relative to it
     * @param distance D, 0 in or near the level set; not asked where the model gave NaN
     * @param contains whether a point lies in the level set; not asked where the model gave NaN
     * @param settings how much work it may do
     * @param streams for the number of an island, from 0, its own random stream
     */
    public LogOddsSmc(
            Prior prior,
            ToDoubleFunction<Evaluation> distance,
            Predicate<Evaluation> contains,
            SmcSettings settings,
            IntFunction<UniformRandomProvider> streams) {
        islands = IntStream.range(0, settings.islands())
                .mapToObj(i -> new SmcIsland(prior, distance, contains, settings, streams.apply(i), wanted::add))
                .toList();
    }

    @Override
    public boolean wantsMore() {
        return !wanted.isEmpty();
    }

    @Override
    public double[] next() {
        SmcQuestion question = wanted.remove();
        inFlight.add(question);
        return question.position();
    }

    @Override
    public void answer(double[] position, Evaluation evaluation) {
        SmcQuestion question = inFlight.remove();
        answered++;
        question.island().answer(question.walker(), evaluation);
    }

    @Override
    public boolean isDone() {
        return islands.stream().allMatch(SmcIsland::isDone);
    }

    @Override
    public int answered() {
        return answered;
    }

    @Override
    public int total() {
        return answered + inFlight.size() + wanted.size();
    }

    /** Whether a limit ended an island before it was in the level set; its estimates may be far too low. */
    public boolean stalled() {
        return islands.stream().anyMatch(SmcIsland::isStalled);
    }

    /** For each island, the log of P(z in the level set); negative infinity where it found no such point. */
    public double[] logMasses() {
        return islands.stream()
                .mapToDouble(island -> island.mass().logIntegral())
                .toArray();
    }

    /** For each island, the log of the expectation of the likelihood under the prior. */
    public double[] logEvidences() {
        return islands.stream()
                .mapToDouble(island -> island.evidence().logIntegral())
                .toArray();
    }

    /** For each island, the stages that it took. */
    public int[] stages() {
        return islands.stream().mapToInt(SmcIsland::stages).toArray();
    }

    /** Moves of all particles of all islands. */
    public int moves() {
        return islands.stream().mapToInt(SmcIsland::moves).sum();
    }

    /** The particles that have a weight under the posterior, ordered by island and ancestor. */
    public List<SmcParticle> posteriorParticles() {
        return IntStream.range(0, islands.size())
                .boxed()
                .flatMap(i -> islands.get(i).evidence().particles(i))
                .sorted(Comparator.comparingInt(SmcParticle::island).thenComparingInt(SmcParticle::ancestor))
                .toList();
    }

    /**
     * Number of prior draws that the posterior's particles descend from, as many as equally weighted ones
     * would be; 0 without particles.
     */
    public int independentAncestors() {
        Map<List<Integer>, List<Double>> families = new HashMap<>();
        for (SmcParticle particle : posteriorParticles()) {
            families.computeIfAbsent(List.of(particle.island(), particle.ancestor()), key -> new ArrayList<>())
                    .add(particle.logWeight());
        }
        double[] logShares = families.values().stream()
                .mapToDouble(logs -> LogWeights.logSum(
                        logs.stream().mapToDouble(Double::doubleValue).toArray()))
                .toArray();
        return (int) Math.floor(LogWeights.effectiveSize(logShares) + 1e-9);
    }

    /**
     * States for chains to start from: posterior particles resampled by their weight, systematically in
     * the order of islands and ancestors, so that they are spread over both. Empty without particles.
     */
    public List<State> starts(int count, UniformRandomProvider stream) {
        List<SmcParticle> particles = posteriorParticles();
        if (particles.isEmpty()) {
            return List.of();
        }
        double[] logs = particles.stream().mapToDouble(SmcParticle::logWeight).toArray();
        return LogWeights.resample(logs, count, stream).stream()
                .map(i -> particles.get(i).state())
                .toList();
    }
}
