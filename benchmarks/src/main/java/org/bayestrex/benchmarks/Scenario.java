/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.target.Target;

/**
 * One posterior that everybody samples.
 *
 * @param models classifier and generator
 * @param target which prediction is looked for
 * @param inPeersWords the same target in the words of the Python scripts, {@code "ambiguous:8,9"}
 * @param sigma width of the relaxed likelihood
 * @param company who runs beside AUTO
 * @param patience what NUTS gets, alone and in one chain of a peer, of the time that a method usually gets
 */
record Scenario(Models models, Target target, String inPeersWords, double sigma, Company company, double patience) {

    /** A search by AUTO ends by itself; its time is a limit that a good one does not reach. */
    private static final double SECONDS_FOR_AUTO = 150;

    /** Who runs. */
    enum Company {
        /** All methods and all peers, these also with several chains. */
        SEVERAL_CHAINS,
        /** All methods and all peers. */
        SINGLE_CHAINS,
        /** The engine's NUTS. */
        NUTS,
        /** Nobody: what AUTO finds out is of interest, its speed is not. */
        NOBODY
    }

    /** With the usual width. */
    Scenario(Models models, Target target, String inPeersWords, Company company, double patience) {
        this(models, target, inPeersWords, Sampling.DEFAULT.sigma(), company, patience);
    }

    /** Whether the engine runs a method. */
    boolean wants(Method method) {
        return switch (company) {
            case SEVERAL_CHAINS, SINGLE_CHAINS -> method != Method.OWN_MOVES; // generators have none
            case NUTS -> method == Method.AUTO || method == Method.NUTS;
            case NOBODY -> method == Method.AUTO;
        };
    }

    /** Whether the peers run, in single chains at least. */
    boolean wantsPeers() {
        return company == Company.SEVERAL_CHAINS || company == Company.SINGLE_CHAINS;
    }

    /**
     * Seconds for a method of the engine.
     *
     * @param usual seconds that a method usually gets
     */
    double seconds(Method method, double usual) {
        return switch (method) {
            case AUTO -> Math.max(usual, SECONDS_FOR_AUTO);
            case NUTS -> secondsForNuts(usual);
            default -> usual * Math.min(1, patience);
        };
    }

    /** Seconds for NUTS alone, whoever's it is. */
    double secondsForNuts(double usual) {
        return usual * patience;
    }

    String title() {
        String title = "\"%s\" on %s"
                .formatted(
                        target.describe(),
                        models.generatorFile().getFileName().toString().replace(".pt", ""));
        return sigma == Sampling.DEFAULT.sigma() ? title : title + ", sigma " + sigma;
    }
}
