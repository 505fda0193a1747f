/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.List;
import java.util.function.Consumer;

/**
 * How masks are learned.
 *
 * @param masking what is masked
 * @param layers whose gates are learned; each step takes one of them by chance
 * @param epsilon how far the masked prediction may be from the model's own, Kullback-Leibler, in nats
 * @param steps number of steps
 * @param batch inputs of a step
 * @param probe units of the hidden layer of a probe, H/4 in the paper for states of H values
 * @param gateRate learning rate of the gates
 * @param baselineRate learning rate of what stands in for a masked part
 * @param multiplier least value of the constraint's multipliers, 0 in the paper; they begin at 1, or there. At 0, gates that
 *     are needed may be shut for good before a multiplier has risen
 * @param multiplierRate learning rate of the constraint's multipliers
 * @param warmup steps in which the gates' and the baseline's rates grow to what they are
 * @param check steps from one look at inputs that are held back to the next: the masks that are best there are kept, see
 *     {@link DiffMask}. 0 keeps the last ones
 * @param aim share of epsilon that is aimed at, above 0 and at most 1, which is the paper's; less of it leaves room for inputs
 *     that nothing was learned on. The masks are judged by epsilon all the same
 * @param seed of initial weights, order and noise
 */
public record MaskSettings(
        Masking masking,
        List<Integer> layers,
        double epsilon,
        int steps,
        int batch,
        int probe,
        double gateRate,
        double baselineRate,
        double multiplier,
        double multiplierRate,
        int warmup,
        int check,
        double aim,
        long seed) {

    public MaskSettings {
        layers = List.copyOf(layers);
        require(
                !layers.isEmpty() && layers.stream().allMatch(layer -> layer >= 0),
                "layers",
                layers,
                "0 or more, one at least");
        require(epsilon > 0, "epsilon", epsilon, "positive");
        require(steps >= 1, "steps", steps, "1 or more");
        require(batch >= 1, "batch", batch, "1 or more");
        require(probe >= 1, "probe", probe, "1 or more");
        require(gateRate > 0, "gateRate", gateRate, "positive");
        require(baselineRate >= 0, "baselineRate", baselineRate, "0 or more");
        require(multiplier >= 0 && multiplier <= Multiplier.MOST, "multiplier", multiplier, "0 to " + Multiplier.MOST);
        require(multiplierRate > 0, "multiplierRate", multiplierRate, "positive");
        require(warmup >= 0, "warmup", warmup, "0 or more");
        require(check >= 0, "check", check, "0 or more");
        require(aim > 0 && aim <= 1, "aim", aim, "above 0 and at most 1");
    }

    private static void require(boolean right, String name, Object value, String rule) {
        if (!right) {
            throw new IllegalArgumentException(name + " must be " + rule + ", but is " + value);
        }
    }

    /** The paper's rates, for probes that are learned on many inputs and then explain any. */
    public static MaskSettings amortised(Masking masking, double epsilon, Integer... layers) {
        return new MaskSettings(
                masking, List.of(layers), epsilon, 5000, 64, 16, 3e-4, 1e-3, 0, .3, 200, 50, 1, 20200916L);
    }

    /** For gates of each input's own, which learn faster; the multipliers are to keep up with them. */
    public static MaskSettings perExample(Masking masking, double epsilon, int layer) {
        return new MaskSettings(masking, List.of(layer), epsilon, 300, 64, 1, .02, 0, 0, 1, 0, 10, 1, 20200916L);
    }

    /** The same with as many steps. */
    public MaskSettings withSteps(int value) {
        return with(draft -> draft.steps = value);
    }

    /** The same with batches of this size. */
    public MaskSettings withBatch(int value) {
        return with(draft -> draft.batch = value);
    }

    /** The same with probes of this size. */
    public MaskSettings withProbe(int value) {
        return with(draft -> draft.probe = value);
    }

    /** The same with these learning rates of gates and baseline. */
    public MaskSettings withRates(double gates, double baseline) {
        return with(draft -> {
            draft.gateRate = gates;
            draft.baselineRate = baseline;
        });
    }

    /** The same with multipliers of at least this and of this learning rate. */
    public MaskSettings withMultiplier(double least, double rate) {
        return with(draft -> {
            draft.multiplier = least;
            draft.multiplierRate = rate;
        });
    }

    /** The same with a look at inputs that are held back after as many steps, or never. */
    public MaskSettings withCheck(int value) {
        return with(draft -> draft.check = value);
    }

    /** The same that aims at this share of epsilon. */
    public MaskSettings withAim(double value) {
        return with(draft -> draft.aim = value);
    }

    /** The same with another seed. */
    public MaskSettings withSeed(long value) {
        return with(draft -> draft.seed = value);
    }

    /** What multipliers hold the divergence to while gates are learned. */
    double aimedAt() {
        return aim * epsilon;
    }

    private MaskSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings(masking, layers, epsilon, warmup);
    }

    /** What can be set after a preset was chosen. */
    private static final class Draft {

        private int steps;
        private int batch;
        private int probe;
        private double gateRate;
        private double baselineRate;
        private double multiplier;
        private double multiplierRate;
        private int check;
        private double aim;
        private long seed;

        Draft(MaskSettings settings) {
            steps = settings.steps;
            batch = settings.batch;
            probe = settings.probe;
            gateRate = settings.gateRate;
            baselineRate = settings.baselineRate;
            multiplier = settings.multiplier;
            multiplierRate = settings.multiplierRate;
            check = settings.check;
            aim = settings.aim;
            seed = settings.seed;
        }

        MaskSettings settings(Masking masking, List<Integer> layers, double epsilon, int warmup) {
            return new MaskSettings(
                    masking,
                    layers,
                    epsilon,
                    steps,
                    batch,
                    probe,
                    gateRate,
                    baselineRate,
                    multiplier,
                    multiplierRate,
                    warmup,
                    check,
                    aim,
                    seed);
        }
    }
}
