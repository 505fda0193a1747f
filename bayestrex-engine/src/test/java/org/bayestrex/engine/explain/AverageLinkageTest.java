/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AverageLinkageTest {

    @Test
    void itMergesWhatIsNearInTheMean() {
        // 0 and 1 are one apart; 2.2 is 1.2 from 1, but 1.7 from both in the mean.
        double[][] distances = distances(new double[][] {{0}, {1}, {2.2}, {9}});

        assertThat(AverageLinkage.clusters(distances, .9)).containsExactly(0, 1, 2, 3);
        assertThat(AverageLinkage.clusters(distances, 1.6)).containsExactly(0, 0, 1, 2);
        assertThat(AverageLinkage.clusters(distances, 1.8)).containsExactly(0, 0, 0, 1);
        assertThat(AverageLinkage.clusters(distances, 99)).containsExactly(0, 0, 0, 0);
        assertThat(AverageLinkage.clusters(new double[0][0], 1)).isEmpty();
    }

    @Test
    void theChainFindsWhatComparingAllPairsFinds() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            double[][] points = IntStream.range(0, 40)
                    .mapToObj(i -> new double[] {random.nextGaussian(), random.nextGaussian()})
                    .toArray(double[][]::new);
            double radius = .2 + 1.5 * random.nextDouble();

            assertThat(AverageLinkage.clusters(distances(points), radius))
                    .isEqualTo(byAllPairs(distances(points), radius));
        }
    }

    private static int[] byAllPairs(double[][] distances, double radius) {
        List<List<Integer>> clusters = new ArrayList<>();
        IntStream.range(0, distances.length).forEach(i -> clusters.add(new ArrayList<>(List.of(i))));
        while (true) {
            int first = -1;
            int second = -1;
            double nearest = radius;
            for (int a = 0; a < clusters.size(); a++) {
                for (int b = a + 1; b < clusters.size(); b++) {
                    double sum = 0;
                    for (int i : clusters.get(a)) {
                        for (int j : clusters.get(b)) {
                            sum += distances[i][j];
                        }
                    }
                    double mean = sum / clusters.get(a).size() / clusters.get(b).size();
                    if (mean <= nearest) {
                        nearest = mean;
                        first = a;
                        second = b;
                    }
                }
            }
            if (first < 0) {
                break;
            }
            clusters.get(first).addAll(clusters.remove(second));
        }
        int[] numbers = new int[distances.length];
        List<List<Integer>> sorted = clusters.stream()
                .sorted((a, b) -> Integer.compare(
                        a.stream().min(Integer::compare).orElseThrow(),
                        b.stream().min(Integer::compare).orElseThrow()))
                .toList();
        for (int cluster = 0; cluster < sorted.size(); cluster++) {
            for (int i : sorted.get(cluster)) {
                numbers[i] = cluster;
            }
        }
        return numbers;
    }

    private static double[][] distances(double[][] points) {
        double[][] distances = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                distances[i][j] = BoundarySearch.distance(points[i], points[j]);
            }
        }
        return distances;
    }
}
