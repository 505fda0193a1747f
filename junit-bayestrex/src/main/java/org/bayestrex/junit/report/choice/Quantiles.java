/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.choice;

import java.util.Arrays;
import org.apiguardian.api.API;

/** Quantiles of a few numbers, linear between neighbours (Hyndman and Fan 1996, type 7). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Quantiles {

    private final double[] sorted;

    public Quantiles(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Quantiles need at least one value");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    public double at(double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
