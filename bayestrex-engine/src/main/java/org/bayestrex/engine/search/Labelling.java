/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.function.IntPredicate;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.label.ByConstruction;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.rate.GateReport;
import org.bayestrex.engine.rate.Quantity;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.WeightedMean;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.WeightedDraws;
import org.bayestrex.engine.search.Findings.Rates;
import org.jspecify.annotations.Nullable;

/**
 * What the true labels of generated inputs say. The first oracle makes the rates; the others are held against it and
 * against each other.
 *
 * <p>Shares and means over the level set are those under the data distribution: draws of the posterior weigh
 * 1 / likelihood there.
 *
 * @param weighted the weighted draws, where they are the ones that are handed out
 * @param draws those that are handed out
 * @param samples the same, to look at
 * @param labels of the samples
 * @param settled whether the search's gates ended it before anybody had to look at the draws
 */
record Labelling(
        SearchSpec spec,
        Posterior posterior,
        @Nullable WeightedDraws weighted,
        LevelSetDraws draws,
        List<Sample> samples,
        Labels labels,
        boolean settled) {

    private static final String WHAT = "draws in the level set";

    /** What is true of labels without a look at any input: where the claimed class is excluded, and trusted to be. */
    static Optional<Rate> byConstruction(SearchSpec spec) {
        LabelOracle first = spec.oracles().isEmpty()
                ? new ByConstruction(spec.distribution())
                : spec.oracles().get(0);
        OptionalInt claimed = spec.target().claimedClass();
        return claimed.isPresent()
                        && first instanceof ByConstruction construction
                        && construction.excludes(claimed.getAsInt())
                ? Optional.of(Rate.known(
                        1,
                        "%s holds no example of class %d, which is trusted: nobody has looked"
                                .formatted(spec.distribution().name(), claimed.getAsInt())))
                : Optional.empty();
    }

    /** A quantity that may have a limit, at a level. */
    Rate rate(Quantity quantity, MassEstimates masses, double level) {
        return switch (quantity) {
            case LEVEL_SET_MASS -> masses.bestAt().apply(level);
            case WRONG_LABEL_SHARE -> wrongLabelShare(level);
            case FAILURE_RATE -> {
                double factorLevel = needsDraws(quantity) ? (1 + level) / 2 : level;
                yield masses.bestAt().apply(factorLevel).times(wrongLabelShare(factorLevel));
            }
        };
    }

    /** Whether a quantity rests on labels of draws, so that whatever speaks against the draws speaks against it. */
    boolean needsDraws(Quantity quantity) {
        if (quantity == Quantity.LEVEL_SET_MASS) {
            return false;
        }
        Rate share = wrongLabelShare(Rate.DEFAULT_LEVEL);
        return !share.isKnown() && !share.isUnknown();
    }

    Rates rates(MassEstimates masses, Pilot pilot, GateReport gates) {
        double level = masses.best().level();
        return new Rates(
                masses.all(),
                masses.contradictions(),
                masses.best(),
                wrongLabelShare(level),
                rate(Quantity.FAILURE_RATE, masses, level),
                wrongLabelConfidence(),
                new Leak(spec, pilot).rate(),
                disagreements(),
                gates);
    }

    private Rate wrongLabelShare(double level) {
        OptionalInt claimed = spec.target().claimedClass();
        if (claimed.isEmpty()) {
            return nobodyKnows();
        }
        int cls = claimed.getAsInt();
        LabelOracle oracle = labels.oracles().get(0);
        Optional<Rate> certain = byConstruction(spec);
        if (certain.isPresent()) {
            return certain.get();
        }
        if (settled) {
            return Rate.unknown("the gates were decided before anybody looked at labels");
        }
        boolean silent = labels.byOracle().get(0).stream().allMatch(OptionalInt::isEmpty);
        if (silent && (spec.oracles().isEmpty() || !samples.isEmpty())) {
            return nobodyKnows();
        }
        String what = WHAT + " that " + oracle.name() + " labels";
        DoubleFunction<Rate> seen = at -> draws.share(isWrong(cls), this::isLabelled, at, what);
        return oracle.errors(cls)
                .map(errors -> errors.opposite().correct(seen, level))
                .orElseGet(() -> seen.apply(level));
    }

    private Rate nobodyKnows() {
        return Rate.unknown(
                spec.oracles().isEmpty()
                        ? "no oracle knows the true labels of generated inputs"
                        : spec.target().claimedClass().isEmpty()
                                ? "a prediction that claims no class is not wrong"
                                : labels.oracles().get(0).name() + " has no label for any of the findings");
    }

    private boolean isLabelled(int number) {
        return labels.isLabelled(0, number);
    }

    private IntPredicate isWrong(int cls) {
        return number -> labels.label(0, number).orElse(cls) != cls;
    }

    /** Mean confidence in the claimed class over the level set, where it is wrong. */
    private Rate wrongLabelConfidence() {
        OptionalInt claimed = spec.target().claimedClass();
        if (claimed.isEmpty()) {
            return nobodyKnows();
        }
        int cls = claimed.getAsInt();
        if (byConstruction(spec).isPresent()) {
            return weighted == null ? draws.mean(number -> samples.get(number).confidence(cls)) : ofAll(cls, weighted);
        }
        if (labels.byOracle().get(0).stream().allMatch(OptionalInt::isEmpty)) {
            return nobodyKnows();
        }
        return draws.mean(
                number -> samples.get(number).confidence(cls),
                isWrong(cls),
                WHAT + " that " + labels.oracles().get(0).name() + " labels otherwise");
    }

    /** Of all weighted draws, which are more than those that are handed out. */
    private Rate ofAll(int cls, WeightedDraws all) {
        double[] weights = all.massWeights(posterior::contains);
        double[] confidences = all.draws().stream()
                .mapToDouble(draw -> draw.evaluation().isBroken() ? 0 : probability(draw, cls))
                .toArray();
        return WeightedMean.ofIndependent(confidences, weights, Rate.DEFAULT_LEVEL, WHAT);
    }

    private static double probability(State state, int cls) {
        return Softmax.of(state.evaluation().logits())[cls];
    }

    private List<LabelDisagreement> disagreements() {
        List<LabelDisagreement> disagreements = new ArrayList<>();
        for (int one = 0; one < labels.oracles().size(); one++) {
            for (int other = one + 1; other < labels.oracles().size(); other++) {
                disagreements.add(disagreement(one, other));
            }
        }
        return disagreements;
    }

    private LabelDisagreement disagreement(int one, int other) {
        String first = labels.oracles().get(one).name();
        String second = labels.oracles().get(other).name();
        IntPredicate both = number -> labels.isLabelled(one, number) && labels.isLabelled(other, number);
        IntPredicate differ = number -> !labels.label(one, number).equals(labels.label(other, number));
        String what = WHAT + " that " + first + " and " + second + " label";
        return new LabelDisagreement(
                first,
                second,
                distinct(both),
                distinct(both.and(differ)),
                draws.share(differ, both, Rate.DEFAULT_LEVEL, what));
    }

    private int distinct(IntPredicate among) {
        return (int) draws.inLevelSet()
                .filter(among)
                .mapToObj(number -> samples.get(number).id())
                .distinct()
                .count();
    }
}
