/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.rate.ChainMean;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.WeightedMean;
import org.bayestrex.engine.rate.WeightedRate;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.Trace;

/**
 * The draws that are handed out, as draws of the data distribution within the level set: there a draw of the relaxed
 * posterior weighs 1 / likelihood, elsewhere nothing. A draw is known by its number among all samples.
 */
final class LevelSetDraws {

    private static final String WHAT = "draws in the level set";

    /** Chain by chain, the samples' numbers and weights; of independent draws one row, each draw once. */
    private final int[][] numbers;

    private final double[][] weights;
    /** How many chains share no ancestor; 0 where draws are independent. */
    private final int ancestors;

    private LevelSetDraws(int[][] numbers, double[][] weights, int ancestors) {
        this.numbers = numbers;
        this.weights = weights;
        this.ancestors = ancestors;
    }

    /** Draws of chains; none where a search ended before it had any. */
    static LevelSetDraws ofChains(List<Trace> chains, Posterior posterior, int ancestors) {
        if (chains.isEmpty()) {
            return new LevelSetDraws(new int[1][0], new double[1][0], 0);
        }
        int[][] numbers = new int[chains.size()][];
        double[][] weights = new double[chains.size()][];
        int first = 0;
        for (int chain = 0; chain < numbers.length; chain++) {
            List<State> states = chains.get(chain).states();
            numbers[chain] = IntStream.range(first, first + states.size()).toArray();
            weights[chain] = states.stream()
                    .mapToDouble(state -> weight(state, posterior))
                    .toArray();
            first += states.size();
        }
        return new LevelSetDraws(numbers, weights, ancestors);
    }

    /** Independent draws that were resampled by weight: copies of one are one draw, of so many times the weight. */
    static LevelSetDraws ofResampled(List<Trace> stretches, Posterior posterior) {
        Map<State, Integer> rows = new HashMap<>();
        List<Integer> numbers = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        int number = 0;
        for (Trace stretch : stretches) {
            for (State state : stretch.states()) {
                double weight = weight(state, posterior);
                Integer row = weight > 0 ? rows.putIfAbsent(state, numbers.size()) : null;
                if (row != null) {
                    weights.set(row, weights.get(row) + weight);
                } else if (weight > 0) {
                    numbers.add(number);
                    weights.add(weight);
                }
                number++;
            }
        }
        return new LevelSetDraws(
                new int[][] {numbers.stream().mapToInt(Integer::intValue).toArray()},
                new double[][] {
                    weights.stream().mapToDouble(Double::doubleValue).toArray()
                },
                0);
    }

    private static double weight(State state, Posterior posterior) {
        return posterior.contains(state.evaluation())
                ? Math.exp(-state.evaluation().logLikelihood())
                : 0;
    }

    /** The share of an event among some of the draws. */
    Rate share(IntPredicate event, IntPredicate among, double level, String what) {
        if (numbers.length == 0) {
            return Rate.unknown("no " + what);
        }
        double[][] weighed = among(among);
        boolean[][] events = new boolean[numbers.length][];
        for (int chain = 0; chain < events.length; chain++) {
            events[chain] = new boolean[numbers[chain].length];
            for (int i = 0; i < events[chain].length; i++) {
                events[chain][i] = weighed[chain][i] > 0 && event.test(numbers[chain][i]);
            }
        }
        return ancestors == 0
                ? ofIndependent(events[0], weighed[0], level, what)
                : WeightedRate.ofChains(events, weighed, ancestors, level, what);
    }

    /** Draws without weight are no draws: the rate says how many there were. */
    private static Rate ofIndependent(boolean[] events, double[] weights, double level, String what) {
        int[] kept =
                IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
        boolean[] keptEvents = new boolean[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keptEvents[i] = events[kept[i]];
        }
        double[] keptWeights = Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray();
        return kept.length == 0
                ? Rate.unknown("no " + what)
                : WeightedRate.ofIndependent(keptEvents, keptWeights, level, what);
    }

    /** The mean of a value in [0, 1] among some of the draws. */
    Rate mean(IntToDoubleFunction value, IntPredicate among, String what) {
        if (numbers.length == 0) {
            return Rate.unknown("no " + what);
        }
        double[][] weighed = among(among);
        double[][] values = Arrays.stream(numbers)
                .map(chain -> Arrays.stream(chain).mapToDouble(value).toArray())
                .toArray(double[][]::new);
        return ancestors == 0
                ? WeightedMean.ofIndependent(values[0], weighed[0], Rate.DEFAULT_LEVEL, what)
                : ChainMean.of(what).among(values, weighed, ancestors);
    }

    /** The mean of a value in [0, 1] over all of them. */
    Rate mean(IntToDoubleFunction value) {
        return mean(value, number -> true, WHAT);
    }

    /** Numbers of the draws that have a weight. */
    IntStream inLevelSet() {
        return IntStream.range(0, numbers.length)
                .flatMap(chain -> IntStream.range(0, numbers[chain].length)
                        .filter(i -> weights[chain][i] > 0)
                        .map(i -> numbers[chain][i]));
    }

    private double[][] among(IntPredicate among) {
        double[][] weighed = new double[weights.length][];
        for (int chain = 0; chain < weighed.length; chain++) {
            weighed[chain] = weights[chain].clone();
            for (int i = 0; i < weighed[chain].length; i++) {
                weighed[chain][i] = among.test(numbers[chain][i]) ? weights[chain][i] : 0;
            }
        }
        return weighed;
    }
}
