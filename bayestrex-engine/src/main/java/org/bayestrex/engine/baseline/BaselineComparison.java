/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.baseline.ComparedDraw.Change;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Difference;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Replaying;
import org.bayestrex.engine.search.SearchSpec;

/**
 * Findings beside the baseline of an earlier release: differences with intervals, and each model on the draws of the
 * other one's level set.
 *
 * @param candidate what is found now
 * @param baseline what was found then
 * @param stillFound share of the baseline's level set that is in the candidate's too, by its stored draws
 * @param foundThen share of the candidate's level set that was in the baseline's; empty where its model is not at hand
 * @param draws the findings that these shares were counted on, with what both releases say: the baseline's, gone or
 *     unchanged, and, where its model is at hand, the candidate's that are new
 */
public record BaselineComparison(
        Findings candidate, Baseline baseline, Rate stillFound, Optional<Rate> foundThen, List<ComparedDraw> draws) {

    public BaselineComparison {
        draws = List.copyOf(draws);
    }

    /**
     * Compares, and scores each model on the other one's draws.
     *
     * @param then the baseline's own model, where it is at hand
     * @throws BaselineException when the two are not about the same thing; the message says what differs
     */
    public static BaselineComparison of(
            Findings candidate, Baseline baseline, Optional<Classifier> then, Replaying replaying) {
        List<String> differences = baseline.subject().differences(BaselineSubject.of(candidate));
        if (!differences.isEmpty()) {
            throw new BaselineException(
                    "The baseline of %s is about something else: %s. Write a new one, or go back to what it is about"
                            .formatted(baseline.test(), String.join("; ", differences)));
        }
        SearchSpec spec = candidate.spec();
        BaselineDraws before = baseline.draws();
        List<Replayed> now = replaying.at(before.latents(), spec.classifier(), spec.distribution());
        boolean[] still = found(now, spec);
        List<ComparedDraw> draws = new ArrayList<>();
        for (int i = 0; i < still.length; i++) {
            draws.add(new ComparedDraw(
                    still[i] ? Change.UNCHANGED : Change.GONE,
                    now.get(i).input(),
                    boxed(Softmax.of(before.rows().get(i).logits())),
                    boxed(now.get(i).confidences())));
        }
        Optional<Rate> foundThen = then.map(model -> {
            BaselineDraws after = BaselineDraws.of(candidate);
            List<Replayed> earlier = replaying.at(after.latents(), model, spec.distribution());
            boolean[] already = found(earlier, spec);
            for (int i = 0; i < already.length; i++) {
                if (!already[i]) {
                    draws.add(new ComparedDraw(
                            Change.NEW,
                            earlier.get(i).input(),
                            boxed(earlier.get(i).confidences()),
                            boxed(Softmax.of(after.rows().get(i).logits()))));
                }
            }
            return after.share(already, "draws of this model");
        });
        return new BaselineComparison(
                candidate, baseline, before.share(still, "draws of the baseline"), foundThen, draws);
    }

    private static boolean[] found(List<Replayed> answers, SearchSpec spec) {
        boolean[] found = new boolean[answers.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = spec.target()
                    .contains(answers.get(i).confidences(), spec.sampling().sigma());
        }
        return found;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Those of which the same became. */
    public List<ComparedDraw> with(Change change) {
        return draws.stream().filter(draw -> draw.change() == change).toList();
    }

    /**
     * How much higher a rate is than it was, in [-1, 1]. The two are estimated apart, each with its interval; see {@link
     * Difference}.
     */
    public Rate difference(Quantity quantity) {
        Rate now = quantity.of(candidate);
        Rate then = baseline.rate(quantity);
        StringBuilder method = new StringBuilder(
                "%s now, less %s of %s".formatted(now, then, baseline.model().name()));
        method.append("; in this model's level set is of the baseline's: ").append(stillFound);
        foundThen.ifPresent(share ->
                method.append("; and in the baseline's is of this model's: ").append(share));
        return Difference.of(now, then, method.toString());
    }

    /** What speaks against the difference, on either side; empty where nothing does. */
    public List<String> problems(Quantity quantity) {
        List<String> problems = new ArrayList<>(quantity.problems(
                candidate.wrongLabelShare(), candidate.diagnostics().problems(), candidate.massProblems()));
        quantity.problems(baseline.wrongLabelShare(), baseline.problems(), baseline.massProblems()).stream()
                .map(problem -> "When the baseline was written: " + problem)
                .forEach(problems::add);
        return problems;
    }

    /** The claim that a rate is higher than it was by less than a margin. */
    public Check isNotAboveBy(Quantity quantity, double margin) {
        return Check.below(
                quantity.title() + " above the baseline's", difference(quantity), margin, problems(quantity));
    }
}
