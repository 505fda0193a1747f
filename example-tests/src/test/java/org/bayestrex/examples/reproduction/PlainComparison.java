/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bayestrex.engine.rate.ClassEvidence;
import org.bayestrex.engine.rate.ClassEvidence.LevelSet;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.ConfidentDraws;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.examples.reproduction.ScoredInput.Model;

/**
 * The comparison without any sampler: inputs as they come, of which those count on which a model is sure.
 *
 * <p>Every other input scores the source model and the rest the adapted one, so that the two are independent, as the
 * interval of their difference takes them to be.
 *
 * @param what where the inputs are from, and who labels them
 * @param inputs in the order in which they came
 */
record PlainComparison(String what, List<ScoredInput> inputs) {

    private static final int CLASSES = 10;

    /** Where a model is sure: the level set of {@code HighConfidence} at the usual sigma of .05. */
    private static final double SURE = .9;

    PlainComparison {
        inputs = List.copyOf(inputs);
    }

    Comparison comparison(long seed) {
        List<ClassEvidence> classes = new ArrayList<>();
        for (int cls = 0; cls < CLASSES; cls++) {
            classes.add(new ClassEvidence(cls, levelSet(Model.ADAPTED, cls), levelSet(Model.SOURCE, cls)));
        }
        return Comparison.of("adapted", "source", classes, List.of(), seed);
    }

    /** How the models do on all inputs, sure or not. */
    Rate accuracy(Model model) {
        return share(model::isRight);
    }

    /** How often a model is sure of anything. */
    Rate sure(Model model) {
        return share(input -> model.confidence(input) >= SURE);
    }

    /** How often it is sure and wrong. */
    Rate sureAndWrong(Model model) {
        return share(input -> model.confidence(input) >= SURE && !model.isRight(input));
    }

    private Rate share(Predicate<ScoredInput> event) {
        return ClopperPearson.of(inputs.stream().filter(event).count(), inputs.size(), "inputs");
    }

    private LevelSet levelSet(Model model, int cls) {
        List<ScoredInput> found = IntStream.range(0, inputs.size())
                .filter(i -> (i % 2 == 0) == (model == Model.SOURCE))
                .mapToObj(inputs::get)
                .filter(input -> model.confidences(input)[cls] >= SURE)
                .toList();
        if (found.isEmpty()) {
            return LevelSet.none("no input on which it is sure of the class");
        }
        double[] weights = new double[found.size()];
        Arrays.fill(weights, 1);
        Model other = model.other();
        boolean[] right = new boolean[found.size()];
        boolean[] otherRight = new boolean[found.size()];
        double[] otherConfidence = new double[found.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = found.get(i).label() == cls;
            otherRight[i] = other.isRight(found.get(i));
            otherConfidence[i] = Math.min(1, other.confidence(found.get(i)));
        }
        return LevelSet.of(
                ConfidentDraws.independent(weights),
                new boolean[][] {right},
                new boolean[][] {otherRight},
                new double[][] {otherConfidence});
    }
}
