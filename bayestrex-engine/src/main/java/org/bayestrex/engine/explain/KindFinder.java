/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.UnseenRate;
import org.bayestrex.engine.rate.WeightedRate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Part;
import org.bayestrex.engine.search.Sample;

/** Finds the kinds among draws of the relaxed posterior, and weighs them as draws of the data distribution. */
final class KindFinder {

    /** Of more different draws an even choice is compared: all pairs are. */
    private static final int MOST = 500;

    private static final String WHAT = "draws in the level set";

    private final Findings findings;
    private final FeatureSpace space;

    /** Whether copies of a draw are one draw of more weight, as those of independent draws are. */
    private final boolean independent;

    private final List<Sample> draws;
    private final double[] weights;

    KindFinder(Findings findings, FeatureSpace space) {
        this.findings = findings;
        this.space = space;
        this.independent = !findings.diagnostics().source().equals(Part.CHAINS);
        Map<Object, List<Sample>> copies = new LinkedHashMap<>();
        for (Sample sample : findings.inLevelSet()) {
            // A chain that stands still has drawn the same again; an unnamed sample is like no other.
            copies.computeIfAbsent(key(sample), key -> new ArrayList<>()).add(sample);
        }
        List<List<Sample>> different = List.copyOf(copies.values());
        int count = Math.min(MOST, different.size());
        List<List<Sample>> chosen = IntStream.range(0, count)
                .mapToObj(i -> different.get((int) ((long) i * different.size() / count)))
                .toList();
        draws = chosen.stream().map(same -> same.get(0)).toList();
        weights = chosen.stream()
                .mapToDouble(same -> same.size() * findings.weight(same.get(0)))
                .toArray();
    }

    private Object key(Sample sample) {
        if (sample.id().isEmpty()) {
            return sample;
        }
        return independent ? sample.id() : List.of(sample.chain(), sample.id());
    }

    Kinds find(double radius) {
        Features features = space.features();
        if (draws.isEmpty()) {
            return new Kinds(features, List.of(), Rate.unknown("no " + WHAT), 0, radius);
        }
        float[][] points = space.of(draws);
        double[][] distances = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = FeatureSpace.distance(points[i], points[j]);
                distances[j][i] = distances[i][j];
            }
        }
        int[] clusters = AverageLinkage.clusters(distances, radius);
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < clusters.length; i++) {
            members.computeIfAbsent(clusters[i], cluster -> new ArrayList<>()).add(i);
        }
        List<Kind> kinds = members.values().stream()
                .map(numbers -> new Kind(
                        draws.get(medoid(numbers, distances)),
                        numbers.stream().map(draws::get).toList(),
                        share(numbers)))
                .sorted(Comparator.comparingDouble((Kind kind) -> kind.share().estimate())
                        .reversed())
                .toList();
        return new Kinds(features, kinds, unseen(clusters), draws.size(), radius);
    }

    private int medoid(List<Integer> members, double[][] distances) {
        int best = members.get(0);
        double smallest = Double.POSITIVE_INFINITY;
        for (int candidate : members) {
            double sum = 0;
            for (int other : members) {
                sum += weights[other] * distances[candidate][other];
            }
            if (sum < smallest) {
                smallest = sum;
                best = candidate;
            }
        }
        return best;
    }

    private Rate share(List<Integer> members) {
        boolean[] events = new boolean[draws.size()];
        members.forEach(i -> events[i] = true);
        return independent ? WeightedRate.ofIndependent(events, weights, Rate.DEFAULT_LEVEL, WHAT) : ofChains(events);
    }

    private Rate ofChains(boolean[] events) {
        List<List<Integer>> chains = chains();
        int longest = chains.stream().mapToInt(List::size).max().orElseThrow();
        boolean[][] happened = new boolean[chains.size()][longest];
        double[][] weighed = new double[chains.size()][longest];
        for (int chain = 0; chain < chains.size(); chain++) {
            for (int i = 0; i < chains.get(chain).size(); i++) {
                happened[chain][i] = events[chains.get(chain).get(i)];
                weighed[chain][i] = weights[chains.get(chain).get(i)];
            }
        }
        int ancestors =
                Math.max(1, Math.min(chains.size(), findings.diagnostics().ancestors()));
        return WeightedRate.ofChains(happened, weighed, ancestors, Rate.DEFAULT_LEVEL, WHAT);
    }

    /** Numbers of the draws, chain by chain. */
    private List<List<Integer>> chains() {
        Map<Integer, List<Integer>> chains = new TreeMap<>();
        for (int i = 0; i < draws.size(); i++) {
            chains.computeIfAbsent(draws.get(i).chain(), chain -> new ArrayList<>())
                    .add(i);
        }
        return List.copyOf(chains.values());
    }

    /** A draw is alone where no draw is of its kind that does not depend on it: of another chain, or any other. */
    private Rate unseen(int[] clusters) {
        int[] sources = IntStream.range(0, clusters.length)
                .map(i -> independent ? i : draws.get(i).chain())
                .toArray();
        int[] seen = IntStream.range(0, clusters.length)
                .map(i -> (int) IntStream.range(0, clusters.length)
                        .filter(j -> clusters[j] == clusters[i])
                        .map(j -> sources[j])
                        .distinct()
                        .count())
                .toArray();
        if (independent) {
            return UnseenRate.ofIndependent(seen, weights, Rate.DEFAULT_LEVEL, WHAT);
        }
        boolean[] alone = new boolean[seen.length];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = seen[i] == 1;
        }
        Rate rate = ofChains(alone);
        return new Rate(rate.estimate(), 0, rate.upper(), rate.level(), rate.method() + ", Good-Turing");
    }
}
