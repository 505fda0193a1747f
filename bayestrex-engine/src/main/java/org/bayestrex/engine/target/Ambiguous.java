/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Inputs on which the model is torn between K of its classes: {@code 0 ~ N(max - min over the K,
 * sigma)} and, when other classes exist, {@code 1/K ~ N(min over the K - max of the others, sigma)}.
 * For two classes this is Booth et al. 2021, equation 5; for all classes their uniform target.
 *
 * <p>The level set is {@code |p_k - 1/K| <= 2 sigma} for each of the K classes.
 *
 * @param classes at least two distinct classes in ascending order, or empty for all the model has
 */
public record Ambiguous(List<Integer> classes) implements Target {

    public Ambiguous {
        List<Integer> distinct = classes.stream().distinct().sorted().toList();
        if (distinct.size() != classes.size()) {
            throw new IllegalArgumentException("Ambiguous: classes must be distinct, but are " + classes);
        }
        if (classes.size() == 1) {
            throw new IllegalArgumentException("Ambiguous: classes needs at least two classes, but is " + classes);
        }
        if (!distinct.isEmpty() && distinct.get(0) < 0) {
            throw new IllegalArgumentException("Ambiguous: classes must be 0 or more, but are " + classes);
        }
        classes = distinct;
    }

    /** Ambiguity between the given classes; none given means between all classes. */
    public static Ambiguous between(int... classes) {
        return new Ambiguous(IntStream.of(classes).boxed().toList());
    }

    /** Ambiguity between all classes of the model. */
    public static Ambiguous uniform() {
        return new Ambiguous(List.of());
    }

    @Override
    public String describe() {
        return classes.isEmpty()
                ? "ambiguous between all classes"
                : classes.stream().map(String::valueOf).collect(Collectors.joining(" v ", "ambiguous ", ""));
    }

    @Override
    public void requireFits(int modelClasses) {
        classes.forEach(cls -> ClassIndex.require("Ambiguous", "classes", cls, modelClasses));
    }

    @Override
    public double logLikelihood(double[] probabilities, double sigma, double[] gradient) {
        int highest = -1;
        int lowest = -1;
        int rival = -1;
        for (int k = 0; k < probabilities.length; k++) {
            double p = probabilities[k];
            if (!isAmong(k)) {
                rival = rival < 0 || p > probabilities[rival] ? k : rival;
            } else {
                highest = highest < 0 || p > probabilities[highest] ? k : highest;
                lowest = lowest < 0 || p < probabilities[lowest] ? k : lowest;
            }
        }
        double variance = sigma * sigma;
        double spread = probabilities[highest] - probabilities[lowest];
        gradient[highest] -= spread / variance;
        gradient[lowest] += spread / variance;
        double squares = spread * spread;
        if (rival >= 0) {
            double shortfall = 1.0 / size(probabilities.length) - (probabilities[lowest] - probabilities[rival]);
            gradient[lowest] += shortfall / variance;
            gradient[rival] -= shortfall / variance;
            squares += shortfall * shortfall;
        }
        return -.5 * squares / variance;
    }

    @Override
    public boolean contains(double[] probabilities, double sigma) {
        double share = 1.0 / size(probabilities.length);
        return IntStream.range(0, probabilities.length)
                .filter(this::isAmong)
                .allMatch(k -> Math.abs(probabilities[k] - share) <= 2 * sigma);
    }

    /** Spread of the K log-probabilities, and log-odds of the K together against the others. */
    @Override
    public double distance(double[] logProbabilities, double sigma) {
        int size = size(logProbabilities.length);
        double mean = 0;
        for (int k = 0; k < logProbabilities.length; k++) {
            mean += isAmong(k) ? logProbabilities[k] / size : 0;
        }
        double share = 1.0 / size;
        double width = sigma / (share * (1 - share));
        double squares = 0;
        for (int k = 0; k < logProbabilities.length; k++) {
            double residual = isAmong(k) ? (logProbabilities[k] - mean) / width : 0;
            squares += residual * residual;
        }
        if (size == logProbabilities.length) {
            return squares;
        }
        double shortfall = Math.max(0, LogOdds.of(1 - sigma) - LogOdds.of(logProbabilities, this::isAmong));
        return squares + .5 * shortfall * shortfall;
    }

    private boolean isAmong(int cls) {
        return classes.isEmpty() || classes.contains(cls);
    }

    private int size(int modelClasses) {
        return classes.isEmpty() ? modelClasses : classes.size();
    }
}
