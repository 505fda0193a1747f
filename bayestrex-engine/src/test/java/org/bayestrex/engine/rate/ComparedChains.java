/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A comparison of known truth: chains of two models in each of several classes.
 *
 * @param name what it is
 * @param classes how many
 * @param chains of each class and model; 0 for independent draws
 * @param draws of each chain, or in all
 * @param phi autocorrelation of the chains
 * @param candidate accuracy in each class, spread evenly around this by at most {@code spread}
 * @param baseline the same of the other model
 * @param spread half the range of the accuracies
 */
record ComparedChains(
        String name, int classes, int chains, int draws, double phi, double candidate, double baseline, double spread) {

    static List<ComparedChains> all() {
        List<ComparedChains> all = new ArrayList<>();
        for (int chains : new int[] {8, 12, 16}) {
            for (double phi : new double[] {0, .9}) {
                for (double[] accuracy :
                        new double[][] {{.6, .7}, {.8, .72}, {.95, .9}, {.99, .98}, {.999, .99}, {.999, .999}, {1, 1}
                        }) {
                    all.add(new ComparedChains("chains", 10, chains, 100, phi, accuracy[0], accuracy[1], 0));
                }
                all.add(new ComparedChains("uneven", 10, chains, 100, phi, .8, .85, .14));
            }
        }
        all.add(new ComparedChains("two classes", 2, 8, 100, .9, .7, .9, .1));
        all.add(new ComparedChains("two classes", 2, 8, 100, .9, .99, .9, 0));
        for (double[] accuracy : new double[][] {{.6, .7}, {.8, .72}, {.99, .98}, {.999, .99}, {.999, .999}, {1, 1}}) {
            all.add(new ComparedChains("independent", 10, 0, 200, 0, accuracy[0], accuracy[1], 0));
        }
        all.add(new ComparedChains("independent, uneven", 10, 0, 200, 0, .8, .85, .14));
        all.add(new ComparedChains("ten labels", 10, 0, 10, 0, .8, .72, .1));
        return all;
    }

    /** The hardest of them. */
    static List<ComparedChains> few() {
        return List.of(
                new ComparedChains("chains", 10, 8, 100, .9, .6, .7, 0),
                new ComparedChains("chains", 10, 8, 100, .9, .999, .99, 0),
                new ComparedChains("uneven", 10, 8, 100, .9, .8, .85, .14),
                new ComparedChains("two classes", 2, 8, 100, .9, .99, .9, 0),
                new ComparedChains("independent", 10, 0, 200, 0, .999, .999, 0),
                new ComparedChains("independent", 10, 0, 200, 0, 1, 1, 0),
                new ComparedChains("ten labels", 10, 0, 10, 0, .8, .72, .1));
    }

    double truth() {
        double difference = 0;
        for (int cls = 0; cls < classes; cls++) {
            difference += accuracy(baseline, cls) - accuracy(candidate, classes - 1 - cls);
        }
        return difference / classes;
    }

    Rate measure(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ClassEvidence> evidence = new ArrayList<>();
        for (int cls = 0; cls < classes; cls++) {
            evidence.add(new ClassEvidence(
                    cls,
                    levelSet(accuracy(candidate, classes - 1 - cls), random),
                    levelSet(accuracy(baseline, cls), random)));
        }
        return ComparedClasses.compare(evidence).excessOverconfidence();
    }

    /** What the percentile bootstrap over chains gives of the same chains; not for independent draws. */
    Rate bootstrap(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] shares = new double[2 * classes][];
        for (int cls = 0; cls < classes; cls++) {
            shares[2 * cls] = shares(accuracy(candidate, classes - 1 - cls), random);
            shares[2 * cls + 1] = shares(accuracy(baseline, cls), random);
        }
        double[] resampled = new double[1_000];
        for (int b = 0; b < resampled.length; b++) {
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                for (int c = 0; c < chains; c++) {
                    sum += (i % 2 == 0 ? -1 : 1) * shares[i][random.nextInt(chains)] / chains;
                }
            }
            resampled[b] = sum / classes;
        }
        Arrays.sort(resampled);
        return new Rate(Double.NaN, resampled[25], resampled[974], .95, "percentile bootstrap");
    }

    private double[] shares(double accuracy, SplittableRandom random) {
        boolean[][] right = right(accuracy, random);
        double[] shares = new double[right.length];
        for (int c = 0; c < shares.length; c++) {
            for (boolean each : right[c]) {
                shares[c] += each ? 1.0 / right[c].length : 0;
            }
        }
        return shares;
    }

    private ClassEvidence.LevelSet levelSet(double accuracy, SplittableRandom random) {
        if (chains > 0) {
            return ComparedClasses.chains(right(accuracy, random));
        }
        int right = 0;
        for (int i = 0; i < draws; i++) {
            right += random.nextDouble() < accuracy ? 1 : 0;
        }
        return ComparedClasses.independent(right, draws);
    }

    private boolean[][] right(double accuracy, SplittableRandom random) {
        return not(Simulation.events(Simulation.chains(chains, draws, phi, random.nextLong()), 1 - accuracy));
    }

    private static boolean[][] not(boolean[][] events) {
        for (boolean[] chain : events) {
            for (int t = 0; t < chain.length; t++) {
                chain[t] = !chain[t];
            }
        }
        return events;
    }

    private double accuracy(double mean, int cls) {
        return mean + spread * (2.0 * cls / (classes - 1) - 1);
    }

    @Override
    public String toString() {
        return "%s: %d classes, %d chains of %d, autocorrelation %s, accuracies %s and %s +- %s"
                .formatted(name, classes, chains, draws, phi, candidate, baseline, spread);
    }
}
