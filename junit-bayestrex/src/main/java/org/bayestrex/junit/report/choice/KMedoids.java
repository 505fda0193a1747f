/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.model.Tensor;

/**
 * Few inputs that stand for many: medoids (Kaufman and Rousseeuw 1990, Finding Groups in Data, chapter 2), that is, those that leave the
 * smallest sum of distances from all inputs to the nearest of them. First each next one lowers that sum the most (BUILD), until it is
 * worth little; then medoids move to the middle of what is nearest to them until none does. Distances are root mean squares over the
 * values of the inputs, as people compare pictures. The same inputs always give the same groups.
 *
 * <p>How many there are is what a page has room for, and shares are shares of what was given, which may be findings, or draws of a
 * comparison: it is a choice of pictures, and says nothing of the data distribution. Which kinds of findings there are, how often each
 * comes up and how many were not seen is another question, which needs models and weights: {@link org.bayestrex.engine.explain.Kinds}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class KMedoids {

    /** Of more findings an even choice is compared. */
    private static final int MOST_COMPARED = 400;

    private static final int FEWEST_COMPARED = 40;

    /** All pairs are compared: so many values at most. */
    private static final double MOST_VALUES = 1e8;

    /** A further medoid lowers the sum of the first one's distances at least by this share, or is left out. */
    private static final double WORTH = .02;

    private static final int MOST_MOVES = 20;

    /**
     * The groups, the largest first; their shares add up to 1.
     *
     * @param <T> what has an input
     * @param all one or more, with inputs of one shape
     * @param input of each
     * @param most groups
     */
    public <T> List<Group<T>> of(List<T> all, Function<T, Tensor> input, int most) {
        int size = Math.max(1, input.apply(all.get(0)).size());
        int affordable = (int) Math.max(FEWEST_COMPARED, Math.sqrt(2 * MOST_VALUES / size));
        int count = Math.min(Math.min(MOST_COMPARED, affordable), all.size());
        List<T> compared = IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
        double[][] distances = distances(compared.stream().map(input).toList());
        int[] medoids = moved(distances, built(distances, most));
        int[] members = new int[medoids.length];
        for (double[] row : distances) {
            members[nearest(row, medoids)]++;
        }
        return IntStream.range(0, medoids.length)
                .filter(k -> members[k] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(k -> -members[k]))
                .map(k -> new Group<>(compared.get(medoids[k]), members[k] / (double) count))
                .toList();
    }

    private static double[][] distances(List<Tensor> inputs) {
        double[][] distances = new double[inputs.size()][inputs.size()];
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = distance(inputs.get(i), inputs.get(j));
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }

    /** A value that is no number is as far as can be. */
    private static double distance(Tensor one, Tensor other) {
        double squares = 0;
        for (int i = 0; i < one.size(); i++) {
            double difference = one.get(i) - other.get(i);
            squares += difference * difference;
        }
        return Double.isNaN(squares) ? Double.MAX_VALUE / MOST_COMPARED : Math.sqrt(squares / one.size());
    }

    private static int[] built(double[][] distances, int most) {
        List<Integer> medoids = new ArrayList<>();
        double[] nearest = new double[distances.length];
        Arrays.fill(nearest, Double.MAX_VALUE / MOST_COMPARED);
        double first = Double.NaN;
        double before = Double.POSITIVE_INFINITY;
        while (medoids.size() < Math.min(most, distances.length)) {
            int best = -1;
            double smallest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < distances.length; i++) {
                double sum = 0;
                for (int j = 0; j < distances.length; j++) {
                    sum += Math.min(nearest[j], distances[i][j]);
                }
                if (sum < smallest) {
                    smallest = sum;
                    best = i;
                }
            }
            if (!medoids.isEmpty() && !(before - smallest > WORTH * first)) {
                break;
            }
            medoids.add(best);
            first = medoids.size() == 1 ? smallest : first;
            before = smallest;
            for (int j = 0; j < distances.length; j++) {
                nearest[j] = Math.min(nearest[j], distances[best][j]);
            }
        }
        return medoids.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] moved(double[][] distances, int[] built) {
        int[] medoids = built;
        for (int move = 0; move < MOST_MOVES; move++) {
            int[] next = middles(distances, medoids);
            if (Arrays.equals(next, medoids)) {
                return medoids;
            }
            medoids = next;
        }
        return medoids;
    }

    private static int[] middles(double[][] distances, int[] medoids) {
        int[] group = new int[distances.length];
        Arrays.setAll(group, i -> nearest(distances[i], medoids));
        int[] next = medoids.clone();
        double[] smallest = new double[medoids.length];
        Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < group.length; i++) {
            double sum = 0;
            for (int j = 0; j < group.length; j++) {
                sum += group[j] == group[i] ? distances[i][j] : 0;
            }
            if (sum < smallest[group[i]]) {
                smallest[group[i]] = sum;
                next[group[i]] = i;
            }
        }
        return next;
    }

    /** The first of equals. */
    private static int nearest(double[] distances, int[] medoids) {
        int best = 0;
        for (int k = 1; k < medoids.length; k++) {
            best = distances[medoids[k]] < distances[medoids[best]] ? k : best;
        }
        return best;
    }
}
