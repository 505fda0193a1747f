/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.model.Tensor;

/**
 * How far attributions are from the known truth, as means over the examples that have one.
 *
 * @param divergence Kullback-Leibler of the truth from the attribution, infinite where a needed digit gets nothing
 * @param jensenShannon the same by their mean, at most log 2
 */
record AttributionError(double divergence, double jensenShannon) {

    /** @param attributions one of each example, 0 or more; scaled to the sum 1 */
    static AttributionError of(ToyTask task, List<double[]> attributions) {
        List<double[]> errors = new ArrayList<>();
        for (int row = 0; row < task.size(); row++) {
            double[] truth = ToyTask.truth(task.inputs().row(row));
            if (sum(truth) > 0) {
                double[] attribution =
                        scaled(attributions.get(row), task.inputs().row(row));
                double[] middle = new double[truth.length];
                for (int i = 0; i < truth.length; i++) {
                    middle[i] = (truth[i] + attribution[i]) / 2;
                }
                errors.add(new double[] {
                    divergence(truth, attribution), (divergence(truth, middle) + divergence(attribution, middle)) / 2
                });
            }
        }
        return new AttributionError(mean(errors, 0), mean(errors, 1));
    }

    /** An attribution of nothing to nothing is even. */
    private static double[] scaled(double[] attribution, Tensor input) {
        double sum = sum(attribution);
        double[] scaled = attribution.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = sum > 0 ? scaled[i] / sum : i < ToyTask.length(input) ? 1.0 / ToyTask.length(input) : 0;
        }
        return scaled;
    }

    private static double divergence(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] == 0 ? 0 : p[i] * Math.log(p[i] / q[i]);
        }
        return sum;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double mean(List<double[]> errors, int which) {
        return errors.stream().mapToDouble(error -> error[which]).average().orElseThrow();
    }
}
