/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Every way to a rate, on models whose truth is exact. */
final class Situations {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double CALIBRATED = .97;

    /** Tails that lean to the other side than the method allows for, or few draws. */
    private static final double NEARLY_CALIBRATED = .985;

    private static final double CAREFUL = 1;

    private Situations() {}

    static List<Situation> all() {
        return Stream.of(pilots(), islands(), islandsThatFindNothing(), importance(), weighted(), chains(), judged())
                .flatMap(situations -> situations)
                .toList();
    }

    private static Stream<Situation> pilots() {
        return Stream.of(pilot(4096, .001, CAREFUL), pilot(4096, .01, CALIBRATED), pilot(4096, .2, CALIBRATED));
    }

    private static Situation pilot(int draws, double mass, double most) {
        return new Situation(
                "plain draws",
                draws + " draws, mass " + mass,
                mass,
                seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    long hits = random.doubles(draws).filter(u -> u < mass).count();
                    return ClopperPearson.of(hits, draws, "prior draws");
                },
                most);
    }

    private static Stream<Situation> islands() {
        Stream<Situation> logNormal = Stream.of(8, 16, 32)
                .flatMap(islands -> Stream.of(.1, .3, .7, 1.2)
                        .map(sd -> islands(
                                islands,
                                1e-6,
                                islands + " log-normal, sd " + sd,
                                CALIBRATED,
                                random -> sd * random.nextGaussian() - sd * sd / 2)));
        // Levels of probability 1/5, moves that forget: the number of particles that reach the next is binomial.
        Stream<Situation> splitting = Stream.of(50, 200)
                .flatMap(particles -> Stream.of(8, 32).map(islands -> {
                    double[] logFractions = new double[particles + 1];
                    Arrays.setAll(logFractions, k -> Math.log(5.0 * k / particles));
                    double[] cumulated = cumulated(particles, .2);
                    return islands(
                            islands,
                            Math.pow(.2, 8),
                            islands + " of 8 levels, " + particles + " particles",
                            NEARLY_CALIBRATED,
                            random -> {
                                double log = 0;
                                for (int level = 0; level < 8; level++) {
                                    log += logFractions[draw(cumulated, random.nextDouble())];
                                }
                                return log;
                            });
                }));
        return Stream.concat(logNormal, splitting);
    }

    private static Stream<Situation> islandsThatFindNothing() {
        return Stream.of(.9, .5, .2)
                .flatMap(chance -> Stream.of(8, 32)
                        .map(islands -> islands(
                                islands,
                                1e-6,
                                islands + ", each finds it with chance " + chance,
                                CAREFUL,
                                random -> random.nextDouble() < chance
                                        ? .5 * random.nextGaussian() - .125 - Math.log(chance)
                                        : Double.NEGATIVE_INFINITY)));
    }

    private static Situation islands(int islands, double mass, String name, double most, LogError error) {
        return new Situation(
                "SMC islands",
                name,
                mass,
                seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    double[] logs = new double[islands];
                    Arrays.setAll(logs, i -> Math.log(mass) + error.draw(random));
                    return IslandRate.of(logs);
                },
                most);
    }

    /** The event x > c under N(0, 1), proposed from a Student component and 8% of N(0, 1), as a frozen mixture does. */
    private static Stream<Situation> importance() {
        return Stream.of(
                importance("fitted", 1000, 1, 1.2, .4, CAREFUL),
                importance("fitted", 1000, 3, 3.2, .4, CALIBRATED),
                importance("fitted", 1000, 5, 5.2, .4, CALIBRATED),
                importance("too wide", 1000, 1, -.5, 1.5, CALIBRATED),
                importance("too wide", 1000, 3, 1.5, 1.5, CALIBRATED),
                importance("too wide", 300, 5, 3.5, 1.5, CAREFUL),
                importance("beside it", 1000, 1, 3, .6, CAREFUL),
                importance("beside it", 1000, 3, 5, .6, CAREFUL),
                importance("too narrow", 1000, 3, 3.1, .08, CAREFUL),
                importance("useless", 1000, 3, -4, .5, CAREFUL));
    }

    private static Situation importance(String fit, int draws, double limit, double centre, double scale, double most) {
        double own = .08;
        TDistribution student = TDistribution.of(8);
        double mass = NORMAL.survivalProbability(limit);
        String name = String.format(Locale.ROOT, "%d draws, mass %.2g, proposal %s", draws, mass, fit);
        return new Situation(
                "weighted mass",
                name,
                mass,
                seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    boolean[] events = new boolean[draws];
                    double[] weights = new double[draws];
                    for (int i = 0; i < draws; i++) {
                        double x = random.nextDouble() < own
                                ? random.nextGaussian()
                                : centre + scale * random.nextGaussian() / Math.sqrt(chiSquare(8, random) / 8);
                        double prior = NORMAL.density(x);
                        weights[i] = prior / (own * prior + (1 - own) * student.density((x - centre) / scale) / scale);
                        events[i] = x > limit;
                    }
                    return ImportanceRate.of(events, weights, 1 / own, .95, "draws");
                },
                most);
    }

    /** Draws uniform on (0, 1), weights that run from 1 to e^2, as those of a level set do, or are log-normal. */
    private static Stream<Situation> weighted() {
        DoubleUnaryOperator withinLevelSet = u -> Math.exp(2 * u * u);
        DoubleUnaryOperator logNormal = u -> Math.exp(.8 * NORMAL.inverseCumulativeProbability(u));
        // The integral of u exp(2 u^2) over that of exp(2 u^2), and P(Z < Y) for Y normal around .8.
        double ofBounded = (Math.exp(2) - 1)
                / 4
                / IntStream.range(0, 1_000)
                        .mapToDouble(i -> withinLevelSet.applyAsDouble((i + .5) / 1_000))
                        .average()
                        .orElseThrow();
        double ofLogNormal = NORMAL.cumulativeProbability(.8 / Math.sqrt(2));
        return Stream.of(
                share("bounded weights", 500, withinLevelSet, .3, NEARLY_CALIBRATED),
                share("bounded weights", 500, withinLevelSet, .005, CAREFUL),
                share("log-normal weights", 500, logNormal, .3, CAREFUL),
                share("log-normal weights", 500, logNormal, .01, CAREFUL),
                shareOfTheHeaviest(500, .3),
                shareOfTheHeaviest(500, .02),
                mean("bounded weights", 30, withinLevelSet, ofBounded, NEARLY_CALIBRATED),
                mean("bounded weights", 500, withinLevelSet, ofBounded, CALIBRATED),
                mean("log-normal weights", 30, logNormal, ofLogNormal, NEARLY_CALIBRATED),
                mean("log-normal weights", 500, logNormal, ofLogNormal, CALIBRATED));
    }

    /** The event falls on draws regardless of their weights. */
    private static Situation share(String name, int draws, DoubleUnaryOperator weight, double share, double most) {
        return new Situation(
                "weighted share",
                draws + " draws, " + name + ", share " + share,
                share,
                seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    double[] weights = random.doubles(draws).map(weight).toArray();
                    boolean[] events = new boolean[draws];
                    for (int i = 0; i < draws; i++) {
                        events[i] = random.nextDouble() < share;
                    }
                    return WeightedRate.ofIndependent(events, weights, .95, "draws");
                },
                most);
    }

    /** The event falls on the draws of the largest weights, exp(.8 z): those that are most often not drawn. */
    private static Situation shareOfTheHeaviest(int draws, double share) {
        double limit = NORMAL.inverseSurvivalProbability(share) + .8;
        String name = draws + " draws, log-normal weights, the heaviest, share " + share;
        return new Situation(
                "weighted share",
                name,
                share,
                seed -> {
                    double[] z = Simulation.chains(1, draws, 0, seed)[0];
                    boolean[] events = new boolean[draws];
                    for (int i = 0; i < draws; i++) {
                        events[i] = z[i] > limit;
                    }
                    double[] weights =
                            Arrays.stream(z).map(x -> Math.exp(.8 * x)).toArray();
                    return WeightedRate.ofIndependent(events, weights, .95, "draws");
                },
                CAREFUL);
    }

    /** The value is the draw itself, so that it goes with its weight. */
    private static Situation mean(String name, int draws, DoubleUnaryOperator weight, double truth, double most) {
        return new Situation(
                "weighted mean",
                draws + " draws, " + name,
                truth,
                seed -> {
                    double[] values = new SplittableRandom(seed).doubles(draws).toArray();
                    double[] weights = Arrays.stream(values).map(weight).toArray();
                    return WeightedMean.ofIndependent(values, weights, .95, "draws");
                },
                most);
    }

    private static Stream<Situation> chains() {
        return Stream.of(
                chain(0, .3, CALIBRATED),
                chain(.5, .3, NEARLY_CALIBRATED),
                chain(.9, .3, NEARLY_CALIBRATED),
                chain(.9, .005, CAREFUL),
                new Situation(
                        "chain mean",
                        "8 chains of 250, autocorrelation .5",
                        1 / 9.0,
                        seed -> ChainMean.of("draws")
                                .over(Simulation.confidences(Simulation.chains(8, 250, .5, seed), 8)),
                        NEARLY_CALIBRATED));
    }

    private static Situation chain(double phi, double share, double most) {
        return new Situation(
                "chain share",
                "8 chains of 250, autocorrelation " + phi + ", share " + share,
                share,
                seed -> ChainRate.of(Simulation.events(Simulation.chains(8, 250, phi, seed), share), "draws"),
                most);
    }

    /** Shares that a judge of 1,000 events and 9,000 others sees among so many draws. */
    private static Stream<Situation> judged() {
        return Stream.of(judge(.9, .9), judge(.99, .999), judge(.999, .99))
                .flatMap(judge -> Stream.of(0.0, .01, .3, .9, 1.0).map(share -> judged(judge, 400, share)));
    }

    static RoganGladen judge(double sensitivity, double specificity) {
        return new RoganGladen(
                new BinomialCount(Math.round(1000 * sensitivity), 1000),
                new BinomialCount(Math.round(9000 * specificity), 9000));
    }

    /** The judge is measured anew each time, as the draws are made anew. */
    static Situation judged(RoganGladen judge, int draws, double share) {
        double sensitivity = judge.sensitivity().share();
        double specificity = judge.specificity().share();
        double seen = share * sensitivity + (1 - share) * (1 - specificity);
        String name = String.format(
                Locale.ROOT, "%d draws, share %s, judge of %.3f and %.3f", draws, share, sensitivity, specificity);
        return new Situation(
                "judged share",
                name,
                share,
                seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    long events = count(draws, seen, random);
                    RoganGladen measured = new RoganGladen(
                            new BinomialCount(count(1000, sensitivity, random), 1000),
                            new BinomialCount(count(9000, specificity, random), 9000));
                    return measured.correct(level -> ClopperPearson.of(events, draws, level, "draws"), .95);
                },
                CAREFUL);
    }

    static long count(int trials, double chance, SplittableRandom random) {
        return random.doubles(trials).filter(u -> u < chance).count();
    }

    private static double[] cumulated(int trials, double chance) {
        BinomialDistribution binomial = BinomialDistribution.of(trials, chance);
        double[] cumulated = new double[trials + 1];
        Arrays.setAll(cumulated, binomial::cumulativeProbability);
        return cumulated;
    }

    private static int draw(double[] cumulated, double uniform) {
        int found = Arrays.binarySearch(cumulated, uniform);
        return found < 0 ? -found - 1 : found;
    }

    private static double chiSquare(int degrees, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < degrees; i++) {
            double z = random.nextGaussian();
            sum += z * z;
        }
        return sum;
    }

    /** The log of one island's mass over the true one. */
    private interface LogError {
        double draw(SplittableRandom random);
    }
}
