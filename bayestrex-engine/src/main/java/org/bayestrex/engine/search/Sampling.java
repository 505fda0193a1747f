/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import org.bayestrex.engine.sampler.Method;

/**
 * How a search is run.
 *
 * @param method how draws are made
 * @param chains number of chains, at least 2
 * @param warmup warm-up iterations of each chain, whose draws are dropped
 * @param draws recorded draws of each chain; chains x draws is how many a search hands out, whoever makes them
 * @param seed seed of every random stream of the search
 * @param sigma width of the relaxed likelihood, in probability, in (0, .5)
 * @param deadline when the search stops with what it has, marked as not converged
 * @param pilot prior draws of the pilot's first stage, at least 100; a second one, of four times as many, follows
 *     where too few of them are in the level set
 * @param batch rows of the chains' padded batch; draws are the same bits only at the same number of rows
 * @param strict whether draws are the same bits whatever runs beside the search; else batches are as large as there are
 *     points that wait, which is faster for few chains, and draws differ from run to run
 */
public record Sampling(
        Method method,
        int chains,
        int warmup,
        int draws,
        long seed,
        double sigma,
        Duration deadline,
        int pilot,
        int batch,
        boolean strict) {

    private static final int LARGEST_BATCH = 64;

    /** With fewer weighted draws their tail cannot be judged. */
    private static final int FEWEST_WEIGHTED = 1024;
    /** Most weighted draws for one of equal weight. */
    private static final int DEAREST = 16;
    /** Cost of the chains that check weighted draws, in the cost of those. */
    private static final double CHECKING_COST = .3;

    private static final int FEWEST_CHECKING = 12;

    /** Used where nothing else is said. */
    public static final Sampling DEFAULT = of(Method.AUTO);

    /**
     * The defaults of a method. Chains that make global moves have only a step size to tune; NUTS alone has
     * a metric as well, and slice moves alone forget slowly. Weighted draws need few chains to check them, or none.
     */
    public static Sampling of(Method method) {
        int warmup = switch (method) {
            case AUTO -> 12;
            case NUTS, RANDOM_WALK -> 300;
            case ELLIPTICAL_SLICE -> 100;
            case OWN_MOVES -> 50;
            case MIXTURE, DIRECT -> 0;
        };
        int chains = method.isWeighted() ? 8 : 16;
        int draws = switch (method) {
            case AUTO, MIXTURE, DIRECT -> 400;
            case NUTS, OWN_MOVES -> 300;
            case ELLIPTICAL_SLICE, RANDOM_WALK -> 1000;
        };
        return new Sampling(
                method, chains, warmup, draws, 20210204L, .05, Duration.ofMinutes(10), 4096, batchFor(chains), true);
    }

    public Sampling {
        require(chains >= 2, "chains", chains, "2 or more: one chain cannot be checked against another");
        require(warmup >= 0, "warmup", warmup, "0 or more");
        require(draws >= 4, "draws", draws, "4 or more for each chain");
        require(sigma > 0 && sigma < .5, "sigma", sigma, "between 0 and 0.5, both excluded");
        require(deadline.compareTo(Duration.ZERO) > 0, "deadline", deadline, "positive");
        require(pilot >= 100, "pilot", pilot, "100 or more");
        require(batch >= 1, "batch", batch, "1 or more");
    }

    /**
     * Number of weighted draws that gives as many effective ones as draws are asked for, where that is not too dear.
     *
     * @param efficiency effective draws for each weighted one
     */
    int weightedDraws(double efficiency) {
        double wanted = (double) chains * draws;
        return (int) Math.min(
                Integer.MAX_VALUE / 2.0, Math.max(FEWEST_WEIGHTED, Math.min(DEAREST * wanted, wanted / efficiency)));
    }

    /** The most of them. */
    double mostWeightedDraws() {
        return method.isWeighted() ? Math.max(FEWEST_WEIGHTED, (double) DEAREST * chains * draws) : 0;
    }

    /** Number of draws of each chain with which chains check so many weighted draws. */
    int checkingDraws(int weightedDraws, int candidates) {
        double perDraw = (double) chains * candidates;
        return (int) Math.min(draws, Math.max(FEWEST_CHECKING, CHECKING_COST * weightedDraws / perDraw));
    }

    private static void require(boolean holds, String name, Object value, String remedy) {
        if (!holds) {
            throw new IllegalArgumentException("Sampling: " + name + " must be " + remedy + ", but is " + value);
        }
    }

    /** Another method; chains, warm-up and draws that are the present method's defaults become the other's. */
    public Sampling withMethod(Method value) {
        Sampling before = of(method);
        Sampling after = of(value);
        int count = chains == before.chains ? after.chains : chains;
        return new Sampling(
                value,
                count,
                warmup == before.warmup ? after.warmup : warmup,
                draws == before.draws ? after.draws : draws,
                seed,
                sigma,
                deadline,
                pilot,
                batch == batchFor(chains) ? batchFor(count) : batch,
                strict);
    }

    /** Another number of chains; a batch that fitted the present number fits the other. */
    public Sampling withChains(int value) {
        int rows = batch == batchFor(chains) ? batchFor(value) : batch;
        return new Sampling(method, value, warmup, draws, seed, sigma, deadline, pilot, rows, strict);
    }

    /** The power of two that holds a point of each chain; larger batches gain nothing on a CPU. */
    private static int batchFor(int chains) {
        return Math.min(LARGEST_BATCH, Integer.highestOneBit(Math.max(1, 2 * chains - 1)));
    }

    public Sampling withWarmup(int value) {
        return new Sampling(method, chains, value, draws, seed, sigma, deadline, pilot, batch, strict);
    }

    public Sampling withDraws(int value) {
        return new Sampling(method, chains, warmup, value, seed, sigma, deadline, pilot, batch, strict);
    }

    public Sampling withSeed(long value) {
        return new Sampling(method, chains, warmup, draws, value, sigma, deadline, pilot, batch, strict);
    }

    public Sampling withSigma(double value) {
        return new Sampling(method, chains, warmup, draws, seed, value, deadline, pilot, batch, strict);
    }

    public Sampling withDeadline(Duration value) {
        return new Sampling(method, chains, warmup, draws, seed, sigma, value, pilot, batch, strict);
    }

    public Sampling withPilot(int value) {
        return new Sampling(method, chains, warmup, draws, seed, sigma, deadline, value, batch, strict);
    }

    public Sampling withBatch(int value) {
        return new Sampling(method, chains, warmup, draws, seed, sigma, deadline, pilot, value, strict);
    }

    /** Whether draws are to be the same bits whatever runs beside the search. */
    public Sampling withStrict(boolean value) {
        return new Sampling(method, chains, warmup, draws, seed, sigma, deadline, pilot, batch, value);
    }
}
