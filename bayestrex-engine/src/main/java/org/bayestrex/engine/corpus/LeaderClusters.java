/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bayestrex.engine.search.Sample;

/**
 * Greedy leader clustering (Hartigan 1975, Clustering Algorithms, chapter 3): in one pass each draw joins the first leader
 * that it is alike to and that is predicted as the same class, or becomes a leader. The same draws in the same order give
 * the same clusters.
 */
final class LeaderClusters {

    /** Of more members an even choice stands for the others when the middle one is looked for. */
    private static final int MOST_COMPARED = 100;

    /**
     * Draws that look the same.
     *
     * @param members the leader first
     */
    record Cluster(List<Sample> members) {

        /** The member with the smallest sum of distances to the others; the first of equals. */
        Sample medoid() {
            int count = Math.min(MOST_COMPARED, members.size());
            List<Sample> compared = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                compared.add(members.get((int) ((long) i * members.size() / count)));
            }
            Sample best = compared.get(0);
            double smallest = Double.POSITIVE_INFINITY;
            for (Sample sample : compared) {
                double sum = 0;
                for (Sample other : compared) {
                    sum += Alikeness.distance(sample.input(), other.input());
                }
                if (sum < smallest) {
                    smallest = sum;
                    best = sample;
                }
            }
            return best;
        }
    }

    private LeaderClusters() {}

    /** The clusters, the largest first, among equals the one that was found first. */
    static List<Cluster> of(List<Sample> samples, Alikeness alikeness) {
        List<Cluster> clusters = new ArrayList<>();
        for (Sample sample : samples) {
            clusters.stream()
                    .filter(cluster -> joins(sample, cluster.members().get(0), alikeness))
                    .findFirst()
                    .orElseGet(() -> {
                        Cluster own = new Cluster(new ArrayList<>());
                        clusters.add(own);
                        return own;
                    })
                    .members()
                    .add(sample);
        }
        clusters.sort(
                Comparator.comparingInt((Cluster cluster) -> cluster.members().size())
                        .reversed());
        return clusters;
    }

    private static boolean joins(Sample sample, Sample leader, Alikeness alikeness) {
        return sample.predictedClass() == leader.predictedClass() && alikeness.areAlike(sample.input(), leader.input());
    }
}
