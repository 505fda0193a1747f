/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.model.Classifier;
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
 */
public record BaselineComparison(Findings candidate, Baseline baseline, Rate stillFound, Optional<Rate> foundThen) {

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
        Rate stillFound = share(
                baseline.draws(), candidate.spec(), candidate.spec().classifier(), replaying, "draws of the baseline");
        Optional<Rate> foundThen = then.map(
                model -> share(BaselineDraws.of(candidate), candidate.spec(), model, replaying, "draws of this model"));
        return new BaselineComparison(candidate, baseline, stillFound, foundThen);
    }

    private static Rate share(
            BaselineDraws draws, SearchSpec spec, Classifier classifier, Replaying replaying, String what) {
        List<Replayed> answers = replaying.at(draws.latents(), classifier, spec.distribution());
        boolean[] found = new boolean[answers.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = spec.target()
                    .contains(answers.get(i).confidences(), spec.sampling().sigma());
        }
        return draws.share(found, what);
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
