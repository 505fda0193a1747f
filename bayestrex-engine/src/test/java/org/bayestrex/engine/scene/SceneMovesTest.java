/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.PriorMove;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Moves keep the prior: without the rules exactly as the formulae say, and with them when what is not admitted is rejected. All
 * tests of a method together are wrong with probability .005.
 */
class SceneMovesTest {

    private static final double FAMILY = .005;

    private static final SceneDistribution SCENES =
            SceneDistribution.builder().objects(2, 4).build();

    /** Of whose prior a tenth is admitted. */
    private static final SceneDistribution CROWDED =
            SceneDistribution.builder().objects(4).build();

    static Stream<PriorMove> moves() {
        return SCENES.moves().stream();
    }

    @ParameterizedTest
    @MethodSource("moves")
    void movesAreReversibleAndKeepTheNormalPrior(PriorMove move) {
        UniformRandomProvider random = random(11);
        int draws = 8_000;
        double[][] before = new double[draws][];
        double[][] after = new double[draws][];
        double[][] independent = new double[draws][];
        for (int i = 0; i < draws; i++) {
            double[] latent = normal(SCENES, random);
            before[i] = statistics(SCENES, latent);
            after[i] = statistics(SCENES, move.propose(latent, random));
            independent[i] = statistics(SCENES, normal(SCENES, random));
        }
        int statistics = before[0].length;
        double level = FAMILY / (moveCount() * statistics * (statistics + 1) / 2.);

        for (int a = 0; a < statistics; a++) {
            assertThat(Samples.differ(column(after, a), column(independent, a)))
                    .as("statistic %d after %s", a, move.name())
                    .isGreaterThan(level);
            for (int b = 0; b < a; b++) {
                assertThat(antisymmetry(before, after, a, b))
                        .as("flow between statistics %d and %d by %s", a, b, move.name())
                        .isGreaterThan(level);
            }
        }
    }

    /** Latents of jitter: camera, key, fill and back lamp, three each. */
    @Test
    void oneLampAloneIsDrawnAfreshAndEachAsOften() {
        // given
        Layout layout = new Layout(2, 4);
        PriorMove move = new LightMove(layout, false);
        UniformRandomProvider random = random(23);
        int draws = 8_000;
        int[] chosen = new int[4];
        double[] product = new double[3];

        // when
        for (int i = 0; i < draws; i++) {
            double[] latent = normal(SCENES, random);
            double[] proposed = move.propose(latent.clone(), random);
            Set<Integer> lamps = new TreeSet<>();
            for (int j = 0; j < latent.length; j++) {
                if (proposed[j] != latent[j]) {
                    assertThat(j).isGreaterThanOrEqualTo(layout.jitter());
                    lamps.add((j - layout.jitter()) / 3);
                }
            }
            assertThat(lamps).hasSize(1);
            int lamp = lamps.iterator().next();
            chosen[lamp]++;
            for (int axis = 0; axis < 3; axis++) {
                int j = layout.jitter() + 3 * lamp + axis;
                assertThat(proposed[j]).as("axis %d", axis).isNotEqualTo(latent[j]);
                product[axis] += proposed[j] * latent[j] / draws;
            }
        }

        // then: a quarter each, and nothing is left of where the lamp was, within four and a half standard errors
        assertThat(chosen).satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isCloseTo(draws / 4, within((int) (4.5 * Math.sqrt(draws * 3 / 16.))));
            }
        });
        for (double correlation : product) {
            assertThat(correlation).isCloseTo(0, within(4.5 / Math.sqrt(draws)));
        }
    }

    @Test
    void allLampsAtOnceLeaveTheObjectsAlone() {
        // given
        Layout layout = new Layout(2, 4);
        UniformRandomProvider random = random(29);
        double[] latent = normal(SCENES, random);

        // when
        double[] proposed = new LightMove(layout, true).propose(latent.clone(), random);

        // then
        for (int j = 0; j < latent.length; j++) {
            assertThat(proposed[j] == latent[j]).as("latent %d", j).isEqualTo(j < layout.jitter());
        }
    }

    /** p-value of the mean of a(z) b(z') - b(z) a(z') being 0, as detailed balance has it for any a, b. */
    private static double antisymmetry(double[][] before, double[][] after, int a, int b) {
        double[] flow = new double[before.length];
        for (int i = 0; i < flow.length; i++) {
            flow[i] = before[i][a] * after[i][b] - before[i][b] * after[i][a];
        }
        return Samples.meanIsZero(flow);
    }

    @ParameterizedTest
    @MethodSource("moves")
    void rejectionOfWhatIsNotAdmittedKeepsThePriorOfScenes(PriorMove move) {
        assertThat(invariance(SCENES, move::propose, 1_500, 12)).isGreaterThan(FAMILY / moveCount());
    }

    @Test
    void allMovesInTurnKeepThePriorOfScenes() {
        List<PriorMove> moves = SCENES.moves();

        assertThat(invariance(
                        SCENES,
                        (latent, random) ->
                                moves.get(random.nextInt(moves.size())).propose(latent, random),
                        1_500,
                        30))
                .isGreaterThan(FAMILY);
    }

    @Test
    void rejectionKeepsThePriorOfCrowdedScenes() {
        PriorMove move = CROWDED.moves().get(0);

        assertThat(room(move, move::propose)).isGreaterThan(FAMILY);
    }

    /** What the original does: a proposal is drawn again until it is valid, and the way back is not asked for. */
    @Test
    void tryingUntilAdmittedDoesNotKeepThePriorOfCrowdedScenes() {
        PriorMove move = CROWDED.moves().get(0);
        Proposal broken = (latent, random) -> {
            double[] proposed;
            do {
                proposed = move.propose(latent, random);
            } while (!CROWDED.admits(proposed));
            return proposed;
        };

        assertThat(room(move, broken)).isLessThan(FAMILY);
    }

    /** Drawing the only possible direction at the ends, which forgets that it is twice as probable there. */
    @Test
    void birthThatIsCertainAtTheSmallestNumberDoesNotKeepThePrior() {
        PriorMove move = SCENES.moves().get(moveCount() - 1);
        Proposal broken = (latent, random) -> {
            double[] proposed;
            do {
                proposed = move.propose(latent, random);
            } while (SCENES.scene(proposed).objects().size()
                    == SCENES.scene(latent).objects().size());
            return proposed;
        };

        assertThat(move.name()).isEqualTo("one more or less");
        assertThat(invariance(SCENES, broken, 1_500, 13)).isLessThan(FAMILY / moveCount());
    }

    /** The smallest p-value over statistics, corrected for their number, of chains from the prior against the prior. */
    private static double invariance(SceneDistribution scenes, Proposal proposal, int chains, int steps) {
        UniformRandomProvider random = random(21);
        double[][] ends = new double[chains][];
        double[][] prior = new double[chains][];
        for (int chain = 0; chain < chains; chain++) {
            prior[chain] = statistics(scenes, admitted(scenes, random));
            double[] latent = admitted(scenes, random);
            for (int step = 0; step < steps; step++) {
                double[] proposed = proposal.propose(latent, random);
                latent = scenes.admits(proposed) ? proposed : latent;
            }
            ends[chain] = statistics(scenes, latent);
        }
        int statistics = ends[0].length;
        return statistics
                * IntStream.range(0, statistics)
                        .mapToDouble(a -> Samples.differ(column(ends, a), column(prior, a)))
                        .min()
                        .orElseThrow();
    }

    /**
     * As above, of the share of 20 proposals that are admitted from where a chain is. What is drawn until it is admitted settles
     * where the prior times that share has its mass, so this is where it shows most; single marginals hardly tell.
     */
    private static double room(PriorMove move, Proposal proposal) {
        UniformRandomProvider random = random(22);
        int chains = 1_500;
        double[] ends = new double[chains];
        double[] prior = new double[chains];
        for (int chain = 0; chain < chains; chain++) {
            prior[chain] = room(move, admitted(CROWDED, random), random);
            double[] latent = admitted(CROWDED, random);
            for (int step = 0; step < 8; step++) {
                double[] proposed = proposal.propose(latent, random);
                latent = CROWDED.admits(proposed) ? proposed : latent;
            }
            ends[chain] = room(move, latent, random);
        }
        return Samples.differ(ends, prior);
    }

    private static double room(PriorMove move, double[] latent, UniformRandomProvider random) {
        return IntStream.range(0, 20)
                .filter(trial -> CROWDED.admits(move.propose(latent, random)))
                .count();
    }

    private interface Proposal {
        double[] propose(double[] latent, UniformRandomProvider random);
    }

    private static double[] statistics(SceneDistribution scenes, double[] latent) {
        Scene scene = scenes.scene(latent);
        SceneObject first = scene.objects().get(0);
        return new double[] {
            scene.objects().size(),
            Count.of(Size.SMALL).in(scene) / (double) scene.objects().size(),
            Count.of(Shape.CUBE, Shape.CONE).in(scene),
            first.x(),
            first.y() * first.size().radius(),
            first.rotation(),
            first.colour().red(),
            nearest(scene.objects()),
            scene.jitter().camera().x() + scene.jitter().back().z()
        };
    }

    /** The sum over objects of the distance to the nearest other one: what crowding changes most. */
    private static double nearest(List<SceneObject> objects) {
        return objects.stream()
                .mapToDouble(one -> objects.stream()
                        .filter(other -> !other.equals(one))
                        .mapToDouble(other -> Math.hypot(one.x() - other.x(), one.y() - other.y()))
                        .min()
                        .orElse(0))
                .sum();
    }

    private static double[] column(double[][] rows, int index) {
        return Arrays.stream(rows).mapToDouble(row -> row[index]).toArray();
    }

    private static double[] admitted(SceneDistribution scenes, UniformRandomProvider random) {
        double[] latent;
        do {
            latent = normal(scenes, random);
        } while (!scenes.admits(latent));
        return latent;
    }

    private static double[] normal(SceneDistribution scenes, UniformRandomProvider random) {
        Draws draws = new Draws(random);
        return IntStream.range(0, scenes.latentSize())
                .mapToDouble(j -> draws.normal())
                .toArray();
    }

    private static int moveCount() {
        return SCENES.moves().size();
    }

    private static UniformRandomProvider random(long seed) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }
}
