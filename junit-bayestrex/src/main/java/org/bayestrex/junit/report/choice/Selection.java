/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.target.Target;

/**
 * The few draws that stand for all in a picture: spread over the confidences, over the chains and, among
 * equals, over the latent space. The same findings always give the same choice.
 *
 * @param samples the chosen draws, highest confidence first
 * @param inLevelSet whether they are findings; else they are the draws nearest to the level set
 * @param available how many draws they were chosen from
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Selection(List<Sample> samples, boolean inLevelSet, int available) {

    /** Two draws nearer than this, in prior standard deviations per latent, look the same. */
    private static final double ALIKE = .05;

    public Selection {
        samples = List.copyOf(samples);
    }

    /** Chooses at most so many draws of the level set, or, where it was not reached, the nearest ones. */
    public static Selection of(Findings findings, int most) {
        List<Sample> found = findings.inLevelSet();
        List<Sample> candidates = found.isEmpty() ? nearest(findings, 3 * most) : found;
        int available = found.isEmpty() ? findings.samples().size() : found.size();
        return new Selection(spread(candidates, findings.target(), most), !found.isEmpty(), available);
    }

    private static List<Sample> nearest(Findings findings, int count) {
        double sigma = findings.spec().sampling().sigma();
        record Ranked(Sample sample, double logLikelihood) {}
        return findings.samples().stream()
                .map(sample -> new Ranked(sample, logLikelihood(findings.target(), sample, sigma)))
                .sorted(Comparator.comparingDouble(Ranked::logLikelihood).reversed())
                .limit(count)
                .map(Ranked::sample)
                .toList();
    }

    private static double logLikelihood(Target target, Sample sample, double sigma) {
        double[] confidences = sample.confidences();
        return target.logLikelihood(confidences, sigma, new double[confidences.length]);
    }

    private static List<Sample> spread(List<Sample> candidates, Target target, int most) {
        List<Candidate> sorted = candidates.stream()
                .map(sample -> new Candidate(sample, confidence(sample, target)))
                .sorted(Candidate.ORDER)
                .toList();
        Choice choice = new Choice(sorted);
        int slots = Math.min(most, sorted.size());
        for (int slot = 0; slot < slots; slot++) {
            choice.takeBestOf(sorted.subList(slot * sorted.size() / slots, (slot + 1) * sorted.size() / slots));
        }
        while (choice.chosen.size() < slots && choice.takeBestOf(sorted)) {
            // slots whose candidates were all alike go to whatever differs most from what is there
        }
        return choice.chosen.stream()
                .sorted(Candidate.ORDER)
                .map(Candidate::sample)
                .toList();
    }

    /** The confidence that the target is about: in its class, else in the predicted one. */
    private static double confidence(Sample sample, Target target) {
        return sample.confidences()[target.claimedClass().orElse(sample.predictedClass())];
    }

    private record Candidate(Sample sample, double[] latent, double confidence) {

        static final Comparator<Candidate> ORDER = Comparator.comparingDouble(Candidate::confidence)
                .reversed()
                .thenComparingInt(candidate -> candidate.sample.chain())
                .thenComparingInt(candidate -> candidate.sample.draw());

        Candidate(Sample sample, double confidence) {
            this(sample, sample.latent(), confidence);
        }

        double squaredDistance(Candidate other) {
            double sum = 0;
            for (int i = 0; i < latent.length; i++) {
                double difference = latent[i] - other.latent[i];
                sum += difference * difference;
            }
            return sum;
        }
    }

    /** What has been chosen so far. */
    private static final class Choice {

        private final List<Candidate> chosen = new ArrayList<>();
        private final Map<Integer, Integer> uses = new HashMap<>();
        private final double alike;

        Choice(List<Candidate> candidates) {
            int latents = candidates.isEmpty() ? 0 : candidates.get(0).latent.length;
            alike = ALIKE * ALIKE * latents;
        }

        /** Takes the candidate of the least used chain that is farthest from what was chosen; false if all are alike. */
        boolean takeBestOf(List<Candidate> candidates) {
            Candidate best = null;
            double farthest = 0;
            for (Candidate candidate : candidates) {
                double distance = distance(candidate);
                if (distance <= alike) {
                    continue;
                }
                int order = best == null ? -1 : Integer.compare(uses(candidate), uses(best));
                if (order < 0 || (order == 0 && distance > farthest)) {
                    best = candidate;
                    farthest = distance;
                }
            }
            if (best == null) {
                return false;
            }
            chosen.add(best);
            uses.merge(best.sample.chain(), 1, Integer::sum);
            return true;
        }

        private int uses(Candidate candidate) {
            return uses.getOrDefault(candidate.sample.chain(), 0);
        }

        private double distance(Candidate candidate) {
            return chosen.stream().mapToDouble(candidate::squaredDistance).min().orElse(Double.MAX_VALUE);
        }
    }
}
