/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Average linkage (Sokal and Michener 1958): the two nearest clusters are merged as long as the mean distance of their members
 * is at most a radius. By the nearest-neighbour chain, which merges in another order but to the same tree (Murtagh 1983, A survey
 * of recent advances in hierarchical clustering algorithms), in quadratic time.
 *
 * <p>Each point is in a cluster, be it alone, as shares of kinds and the chance of unseen ones want it: clusters by density leave points
 * out as noise. Libraries under a licence that we may use have those and k-means, but no linkage up to a distance.
 */
final class AverageLinkage {

    private AverageLinkage() {}

    /**
     * The cluster of each point.
     *
     * @param distances symmetric, 0 on the diagonal
     * @param radius largest mean distance at which clusters are merged
     * @return cluster numbers from 0, in the order of the clusters' first points
     */
    static int[] clusters(double[][] distances, double radius) {
        int n = distances.length;
        double[][] means = Arrays.stream(distances).map(double[]::clone).toArray(double[][]::new);
        int[] sizes = new int[n];
        Arrays.fill(sizes, 1);
        int[] parents = new int[n];
        Arrays.setAll(parents, i -> i);
        Deque<Integer> chain = new ArrayDeque<>();
        for (int left = n; left > 1; ) {
            if (chain.isEmpty()) {
                chain.push(first(sizes));
            }
            int last = chain.pop();
            int before = chain.isEmpty() ? -1 : chain.peek();
            int nearest = nearest(means[last], sizes, last, before);
            if (nearest != before) {
                chain.push(last);
                chain.push(nearest);
                continue;
            }
            chain.pop();
            if (means[last][before] <= radius) {
                parents[root(parents, Math.max(last, before))] = root(parents, Math.min(last, before));
            }
            merge(means, sizes, before, last);
            left--;
        }
        return numbered(parents);
    }

    /** The first cluster that is still there. */
    private static int first(int[] sizes) {
        int i = 0;
        while (sizes[i] == 0) {
            i++;
        }
        return i;
    }

    /** The nearest cluster; among equals the one before, so that the chain ends. */
    private static int nearest(double[] means, int[] sizes, int self, int before) {
        int nearest = before;
        for (int i = 0; i < means.length; i++) {
            if (i != self && sizes[i] > 0 && (nearest < 0 || means[i] < means[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** Lance and Williams 1967 for the mean distance. */
    private static void merge(double[][] means, int[] sizes, int kept, int gone) {
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > 0 && i != kept && i != gone) {
                double mean =
                        (sizes[kept] * means[kept][i] + sizes[gone] * means[gone][i]) / (sizes[kept] + sizes[gone]);
                means[kept][i] = mean;
                means[i][kept] = mean;
            }
        }
        sizes[kept] += sizes[gone];
        sizes[gone] = 0;
    }

    private static int root(int[] parents, int i) {
        int root = i;
        while (parents[root] != root) {
            root = parents[root];
        }
        return root;
    }

    private static int[] numbered(int[] parents) {
        int[] numbers = new int[parents.length];
        Arrays.fill(numbers, -1);
        int count = 0;
        int[] clusters = new int[parents.length];
        for (int i = 0; i < parents.length; i++) {
            int root = root(parents, i);
            if (numbers[root] < 0) {
                numbers[root] = count++;
            }
            clusters[i] = numbers[root];
        }
        return clusters;
    }
}
