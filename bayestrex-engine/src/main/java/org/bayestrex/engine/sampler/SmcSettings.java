/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/**
 * How much work {@link LogOddsSmc} may do.
 *
 * @param islands independent populations; an interval by Student's t needs at least 8
 * @param particles size of a population, N
 * @param keptShare share of effective particles that one stage leaves, in (0, 1)
 * @param correlation between the distances before and after the moves of a stage, at which the moves end
 * @param mostSweeps moves of each particle in one stage, at most
 * @param mostStages of one island, at most
 * @param mostEvaluations of one island, at most; the stage under way is ended first
 * @param massOnly whether the path may end as soon as the mass of the level set is known, before its particles
 *     are the posterior's
 * @since 0.1
 */
public record SmcSettings(
        int islands,
        int particles,
        double keptShare,
        double correlation,
        int mostSweeps,
        int mostStages,
        int mostEvaluations,
        boolean massOnly) {

    /** Checks the numbers. */
    public SmcSettings {
        if (islands < 1 || particles < 2 || mostSweeps < 1 || mostStages < 1 || mostEvaluations < 1) {
            throw new IllegalArgumentException("sequential Monte Carlo needs an island, two particles, a sweep, a stage"
                    + " and an evaluation, not " + islands + ", " + particles + ", " + mostSweeps + ", " + mostStages
                    + " and " + mostEvaluations);
        }
        if (!(keptShare > 0 && keptShare < 1)) {
            throw new IllegalArgumentException("the share of effective particles must be in (0, 1): " + keptShare);
        }
    }

    /** The same with a path that ends as soon as the mass of the level set is known. */
    public SmcSettings forMassOnly() {
        return new SmcSettings(
                islands, particles, keptShare, correlation, mostSweeps, mostStages, mostEvaluations, true);
    }

    /** Eight islands of 256 particles that halve their effective number in each stage. */
    public static SmcSettings defaults() {
        return new SmcSettings(8, 256, .5, .5, 3, 60, 60_000, false);
    }
}
