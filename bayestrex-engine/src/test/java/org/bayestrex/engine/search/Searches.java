/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bayestrex.engine.sampler.Method;

/** Settings for searches that are over in a moment. */
final class Searches {

    private Searches() {}

    /** Few chains and draws, of a method. */
    static Sampling small(Method method) {
        return new Sampling(method, 4, 10, 20, 7, .05, Duration.ofMinutes(2), 200, 8, true);
    }

    /** Every bit of the draws: latents, logits and log densities. */
    static List<List<Object>> draws(Findings findings) {
        return findings.samples().stream()
                .map(sample -> List.<Object>of(
                        sample.chain(),
                        sample.draw(),
                        bits(sample.latent()),
                        bits(sample.logits()),
                        Double.doubleToRawLongBits(sample.logDensity())))
                .toList();
    }

    private static List<Long> bits(double[] values) {
        return Arrays.stream(values).mapToObj(Double::doubleToRawLongBits).toList();
    }
}
