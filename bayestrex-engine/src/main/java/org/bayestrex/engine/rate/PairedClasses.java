/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bayestrex.engine.rate.ClassEvidence.LevelSet;

/**
 * From what two models do in each class to their comparison.
 *
 * @param candidate name of the model under test
 * @param baseline name of the other one
 * @param classes what they do
 */
record PairedClasses(String candidate, String baseline, List<ClassEvidence> classes) {

    private static final int FEWEST = 2;
    private static final String METHOD =
            "paired by class: %d of %d classes, difference of gamma intervals by variance estimates recovery";

    Comparison compare(List<String> searchProblems, long seed) {
        List<ClassEvidence> paired =
                classes.stream().filter(ClassEvidence::isPaired).toList();
        List<String> leftOut = leftOut();
        List<String> problems = new ArrayList<>(searchProblems);
        Rate excess;
        if (paired.size() < FEWEST) {
            String reason = "Only %d of %d classes can be compared, and a mean takes %d"
                    .formatted(paired.size(), classes.size(), FEWEST);
            excess = Difference.unknown(reason);
            problems.add(reason + ". " + String.join(" ", leftOut));
        } else {
            excess = Difference.of(
                    MeanShare.complement(
                            mean(paired, evidence -> evidence.candidate().accuracyPart())),
                    MeanShare.complement(
                            mean(paired, evidence -> evidence.baseline().accuracyPart())),
                    METHOD.formatted(paired.size(), classes.size()));
        }
        double[] differences = paired.stream()
                .map(PairedClasses::excess)
                .mapToDouble(Rate::estimate)
                .toArray();
        return new Comparison(
                score(candidate, paired, ClassEvidence::candidate, ClassEvidence::baseline),
                score(baseline, paired, ClassEvidence::baseline, ClassEvidence::candidate),
                excess,
                classes.stream().map(PairedClasses::excess).toList(),
                Significance.ofPairs(differences),
                leftOut,
                problems,
                seed,
                check -> {});
    }

    private List<String> leftOut() {
        List<String> sentences = new ArrayList<>();
        for (ClassEvidence evidence : classes) {
            List<String> reasons = new ArrayList<>();
            if (evidence.candidate().isEmpty()) {
                reasons.add(candidate + ": " + evidence.candidate().missing());
            }
            if (evidence.baseline().isEmpty()) {
                reasons.add(baseline + ": " + evidence.baseline().missing());
            }
            if (!reasons.isEmpty()) {
                sentences.add("Class " + evidence.cls() + " is left out (" + String.join("; ", reasons) + ").");
            }
        }
        return sentences;
    }

    private static Rate excess(ClassEvidence evidence) {
        Rate one = evidence.candidate().accuracy();
        Rate other = evidence.baseline().accuracy();
        return one.isUnknown() || other.isUnknown()
                ? Difference.unknown("one of the models could not be scored")
                : Difference.of(
                        MeanShare.complement(one),
                        MeanShare.complement(other),
                        "difference of two intervals by variance estimates recovery");
    }

    private ModelScore score(
            String name,
            List<ClassEvidence> paired,
            Function<ClassEvidence, LevelSet> own,
            Function<ClassEvidence, LevelSet> other) {
        String unpaired = "no class in which both models can be scored";
        return new ModelScore(
                name,
                paired.isEmpty()
                        ? Rate.unknown(unpaired)
                        : mean(paired, evidence -> own.apply(evidence).accuracyPart()),
                paired.isEmpty()
                        ? Rate.unknown(unpaired)
                        : mean(paired, evidence -> other.apply(evidence).otherAccuracyPart()),
                classes.stream()
                        .map(evidence -> new ModelScore.OfClass(
                                evidence.cls(),
                                own.apply(evidence).count(),
                                own.apply(evidence).accuracy(),
                                other.apply(evidence).otherAccuracy(),
                                other.apply(evidence).otherConfidence()))
                        .toList());
    }

    private static Rate mean(List<ClassEvidence> paired, Function<ClassEvidence, MeanShare.Part> part) {
        return MeanShare.of(paired.stream().map(part).toList(), Rate.DEFAULT_LEVEL, "classes");
    }
}
