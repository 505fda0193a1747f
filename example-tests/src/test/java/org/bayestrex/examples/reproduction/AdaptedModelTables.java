/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Significance;

/**
 * The comparison of section 4.8 beside the paper's.
 *
 * @param comparison of the adapted model, the candidate, with the source model
 * @param sourceTested accuracy of the source model on MNIST's test images; empty where they are absent
 * @param adaptedTested the same of the adapted model
 * @param plain the same question asked of inputs as they come
 */
record AdaptedModelTables(
        Comparison comparison, Optional<Rate> sourceTested, Optional<Rate> adaptedTested, OnPlainInputs plain) {

    /** Labels of each model in the paper: ten of each class. */
    private static final int PAPER_LABELS = 100;

    private static final Paper SOURCE = new Paper("source model", .80, .61);
    private static final Paper ADAPTED = new Paper("adapted model", .72, .71);

    /**
     * Table 3.
     *
     * @param model which one
     * @param confident accuracy among confident inputs
     * @param tested accuracy on the test images
     */
    private record Paper(String model, double confident, double tested) {

        long right() {
            return Math.round(confident * PAPER_LABELS);
        }
    }

    Section section() {
        Section section = new Section()
                .paragraph(
                        "Accuracy among confident inputs (.9 or more), drawn from each model's own level set on `mnist-gan` and"
                                + " weighted to the data distribution, labelled by `mnist-judge`; mean over the ten classes, paired"
                                + " by class. The paper's source is SVHN, which cannot be had: ours is printed digits that a script"
                                + " draws over photographs. The paper had ten draws of each class labelled by hand.")
                .table(List.of("", "paper", "here, 95 % interval"), overall())
                .bullets(differences())
                .paragraph(verdict())
                .append(plain.section(comparison));
        return section.paragraph("Class by class, by the searches:")
                .table(List.of("class", "source", "adapted", "excess", "labelled draws, source", "adapted"), classes())
                .bullets(comparison.leftOut())
                .bullets(warnings());
    }

    private List<List<String>> overall() {
        Significance paper = Significance.ofShares(SOURCE.right(), PAPER_LABELS, ADAPTED.right(), PAPER_LABELS);
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                "source model, right among confident inputs",
                SOURCE.confident(),
                comparison.baseline().accuracy()));
        rows.add(row(
                "adapted model, right among confident inputs",
                ADAPTED.confident(),
                comparison.candidate().accuracy()));
        rows.add(row(
                "excess: how much more often the adapted model is wrong",
                SOURCE.confident() - ADAPTED.confident(),
                comparison.excessOverconfidence()));
        rows.add(List.of(
                "chance of such a difference where there is none", chance(paper), chance(comparison.significance())));
        sourceTested.ifPresent(
                rate -> rows.add(row("source model, right on MNIST's test images", SOURCE.tested(), rate)));
        adaptedTested.ifPresent(
                rate -> rows.add(row("adapted model, right on MNIST's test images", ADAPTED.tested(), rate)));
        return rows;
    }

    private static List<String> row(String what, double paper, Rate here) {
        return List.of(what, Shown.two(paper), Shown.share(here));
    }

    private List<String> differences() {
        List<String> differences = new ArrayList<>();
        difference(SOURCE, comparison.baseline().accuracy(), sourceTested).ifPresent(differences::add);
        difference(ADAPTED, comparison.candidate().accuracy(), adaptedTested).ifPresent(differences::add);
        return differences;
    }

    private static Optional<String> difference(Paper paper, Rate here, Optional<Rate> tested) {
        if (here.lower() <= paper.confident() && paper.confident() <= here.upper()) {
            return Optional.empty();
        }
        String why = tested.map(rate -> "another network: it is right on %s of the test images, the paper's on %s."
                        .formatted(Shown.share(rate), Shown.two(paper.tested())))
                .orElse("this run does not show why.");
        return Optional.of("%s, %s against %s: %s"
                .formatted(paper.model(), Shown.three(here.estimate()), Shown.two(paper.confident()), why));
    }

    private String verdict() {
        Rate excess = comparison.excessOverconfidence();
        String here =
                "the interval of the excess holds 0: this run does not tell which of the two is more often wrong.";
        if (excess.lower() > 0) {
            here =
                    "the adapted model is more often wrong where it is confident: the interval of the excess lies above 0.";
        } else if (excess.upper() < 0) {
            here =
                    "it goes the other way: the adapted model is less often wrong where it is confident, and the interval of the excess lies below 0.";
        }
        return "The paper's difference rests on ten labels of each class and may be chance. Here " + here
                + " A judge that errs alike on the inputs of both shrinks a difference and makes none.";
    }

    private List<List<String>> classes() {
        return comparison.candidate().classes().stream()
                .map(score -> List.of(
                        String.valueOf(score.cls()),
                        Shown.share(comparison.baseline().ofClass(score.cls()).accuracy()),
                        Shown.share(score.accuracy()),
                        Shown.share(comparison.excessOverconfidence(score.cls())),
                        Shown.count(comparison.baseline().ofClass(score.cls()).draws()),
                        Shown.count(score.draws())))
                .toList();
    }

    /** In short: the searches' own warnings fill a page, and inputs as they come need no chains. */
    private List<String> warnings() {
        int count = comparison.problems().size();
        return count == 0
                ? List.of()
                : List.of(
                        "The 20 searches give %d warnings about their draws, such as \"%s\" %s"
                                .formatted(
                                        count,
                                        comparison.problems().get(0),
                                        plain.confirms(comparison)
                                                ? "The plain draws of the same generator, which need no chains, agree with them on both models."
                                                : "The plain draws of the same generator do not agree with them: trust those."));
    }

    private static String chance(Significance significance) {
        return "p = %s (%s)".formatted(Shown.digits(significance.pValue()), significance.method());
    }
}
