/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.bayestrex.engine.sampler.Method;

/**
 * Sets how the searches of a class or method are run.
 *
 * <p>What an attribute leaves open (-1, {@link Method#AUTO}, or {@code strict = true}) is taken from the next annotation
 * outwards (class, enclosing class), then from the configuration parameter, then from {@link
 * BayesTrex.Builder#sampling}, then from {@link org.bayestrex.engine.search.Sampling#DEFAULT}.
 *
 * <pre>{@code
 * @Sampling(chains = 32, draws = 500, seed = 7)
 * @Ambiguous(classes = {8, 9})
 * void eightsAndNinesCanBeConfused(Findings findings) {}
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Sampling {

    /** How draws are made; configuration parameter {@code bayestrex.method}. */
    Method method() default Method.AUTO;

    /** Number of chains, 2 or more; configuration parameter {@code bayestrex.chains}. A method does not change it. */
    int chains() default -1;

    /** Warm-up iterations of each chain, by default the method's; configuration parameter {@code bayestrex.warmup}. */
    int warmup() default -1;

    /**
     * Recorded draws of each chain, by default the method's; so many times the chains are handed out, whoever makes them.
     * Configuration parameter {@code bayestrex.draws}.
     */
    int draws() default -1;

    /**
     * Prior draws of the pilot's first stage, 100 or more; four times as many follow where too few of them are in the level
     * set. Configuration parameter {@code bayestrex.pilot}.
     */
    int pilot() default -1;

    /** Seed of every random stream, 0 or more; configuration parameter {@code bayestrex.seed}. */
    long seed() default -1;

    /** Width of the relaxed likelihood, in probability; configuration parameter {@code bayestrex.sigma}. */
    double sigma() default -1;

    /**
     * Seconds after which a search stops with what it has; configuration parameter
     * {@code bayestrex.deadline}, a duration as in {@code PT5M}.
     */
    int deadlineSeconds() default -1;

    /**
     * Whether the same seed gives the same draws, bit for bit, whatever runs beside the search; {@code false} lets batches be
     * as large as there are points that wait, which is faster for few chains. Configuration parameter {@code
     * bayestrex.strict}, which is looked at where no annotation says {@code false}.
     */
    boolean strict() default true;

    /**
     * Whether to keep what the networks answered, so that a search that was killed goes on where it was when it is run again:
     * in the directory of the configuration parameter {@code bayestrex.checkpoint.dir}, which keeps them for every search; by
     * default {@code checkpoints} in {@code bayestrex.output.dir}.
     */
    boolean checkpoint() default false;
}
