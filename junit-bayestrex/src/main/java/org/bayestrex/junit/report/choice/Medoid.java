/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.choice;

import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.search.Sample;

/** The draw with the smallest sum of distances in latent space to all others: a typical one that exists. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Medoid {

    /** All pairs are compared: of more draws than this an even choice is taken. */
    private static final int MOST = 500;

    private Medoid() {}

    /** The medoid of one draw or more; the first of equals. */
    public static Sample of(List<Sample> samples) {
        int count = Math.min(MOST, samples.size());
        List<Sample> chosen = IntStream.range(0, count)
                .mapToObj(i -> samples.get((int) ((long) i * samples.size() / count)))
                .toList();
        double[][] latents = chosen.stream().map(Sample::latent).toArray(double[][]::new);
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int j = 0; j < count && sum < smallest; j++) {
                sum += distance(latents[i], latents[j]);
            }
            if (sum < smallest) {
                smallest = sum;
                best = i;
            }
        }
        return chosen.get(best);
    }

    private static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int k = 0; k < a.length; k++) {
            squares += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return Math.sqrt(squares);
    }
}
