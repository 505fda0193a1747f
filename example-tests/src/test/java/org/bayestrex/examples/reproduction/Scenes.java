/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.scene.Attribute;
import org.bayestrex.engine.scene.Colour;
import org.bayestrex.engine.scene.Count;
import org.bayestrex.engine.scene.SceneDistribution;
import org.bayestrex.engine.scene.Shape;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.junit.report.input.ContactSheet;

/** CLEVR: a network that counts, on scenes of this project's renderer. */
final class Scenes implements Experiment {

    private static final int CHAINS = 16;
    private static final int WARM_UP = 6;
    /** Seconds of a step of the paper's chain. */
    private static final double PAPER_STEP = 3.75;

    /** The goal: agreement of the chains, and the time for it. */
    private static final double GOAL_R_HAT = 1.05;

    private static final Duration GOAL_TIME = Duration.ofSeconds(60);

    private static final int PICTURES = 8;

    private static final List<String> HEADER = List.of(
            "looked for",
            "paper",
            "here",
            "of another number, by the scene",
            "mass of the level set",
            "largest R-hat, 16 chains",
            "effective draws",
            "evaluations",
            "processor seconds",
            "seconds by the clock",
            "evaluations a processor second",
            "times the paper's steps a second",
            "goal met",
            "converged");

    @Override
    public String name() {
        return "scenes";
    }

    @Override
    public String title() {
        return "CLEVR: scenes, and a network that counts";
    }

    @Override
    public Section run(Bench bench) throws IOException {
        Section section = new Section()
                .paragraph(
                        "The paper draws 500 steps of one chain for each target, 3.75 s a step and 31 minutes a target, with Blender and"
                                + " a relation network; the same confident predictions are in 0 to 15 of the 15,000 scenes of its test"
                                + " set. Its scenes are of 5 objects, as here. Renderer and network here are the project's own, so that"
                                + " means need not agree; what can be compared is what a target costs. A step of a chain is one"
                                + " evaluation, a picture and the network's answer to it, or a proposal that is refused without one;"
                                + " only evaluations are counted, those of pilot and rounds included. The method is AUTO: chains with global moves from"
                                + " a learned proposal, the scenes' own moves and slice moves, " + WARM_UP
                                + " draws of warm-up; where nothing can be"
                                + " learned, plain draws that are weighed, R-hat being that of four stretches of them. The goal is an"
                                + " R-hat below 1.05 over 16 chains within 60 s on 2 cores; whether a target meets it is the column before"
                                + " the last. Pilots and numbers of draws were chosen by an earlier run. The search's own check,"
                                + " in the last column, is stricter: R-hat of 1.01 and 400 effective draws.")
                .paragraph(Machine.describe() + " Load average before: " + Machine.load() + ".");
        List<List<String>> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Section pictures = new Section();
        for (SceneTarget target : targets()) {
            List<String> missing = bench.shelf().missing(target.model());
            section.missing(target.what(), missing);
            if (missing.isEmpty()) {
                rows.add(row(bench, target, problems, pictures));
            }
        }
        section.table(HEADER, rows).paragraph("Load average after: " + Machine.load() + ".");
        if (!problems.isEmpty()) {
            section.paragraph("What speaks against the draws:").bullets(problems);
        }
        return section.append(pictures);
    }

    static List<SceneTarget> targets() {
        SceneDistribution cubeless =
                scenes(Shape.CUBE).without(Shape.CUBE, Shape.CONE).build();
        SceneDistribution cones = scenes(Shape.CYLINDER).only(Shape.CONE).build();
        SceneDistribution spheres = scenes(Shape.SPHERE).without(Shape.CONE).build();
        SceneDistribution blue =
                scenes(Colour.BLUE, Shape.SPHERE).without(Shape.CONE).build();
        return List.of(
                new SceneTarget(
                        "2 blue spheres",
                        "clevr-count-blue-spheres",
                        blue,
                        HighConfidence.of(2),
                        2,
                        Method.AUTO,
                        1024,
                        80,
                        "0.89 ± 0.25"),
                new SceneTarget(
                        "1 cube, in scenes without",
                        "clevr-count-cubes",
                        cubeless,
                        HighConfidence.of(1),
                        1,
                        Method.AUTO,
                        1024,
                        136,
                        "0.93 ± 0.06"),
                new SceneTarget(
                        "1 cylinder, in scenes of cones",
                        "clevr-count-cylinders-novel",
                        cones,
                        HighConfidence.of(1),
                        1,
                        Method.AUTO,
                        512,
                        80,
                        "0.96 ± 0.03"),
                new SceneTarget(
                        "5 spheres",
                        "clevr-count-spheres",
                        spheres,
                        HighConfidence.of(5),
                        5,
                        Method.AUTO,
                        1024,
                        100,
                        "–"),
                new SceneTarget(
                        "torn between 1 sphere and 2",
                        "clevr-count-spheres",
                        spheres,
                        Ambiguous.between(1, 2),
                        1,
                        Method.DIRECT,
                        1024,
                        140,
                        "not found"),
                new SceneTarget(
                        "torn between no cylinder and 1, in scenes of cones",
                        "clevr-count-cylinders-novel",
                        cones,
                        Ambiguous.between(0, 1),
                        1,
                        Method.AUTO,
                        1024,
                        80,
                        "–"));
    }

    private static SceneDistribution.Builder scenes(Attribute... asked) {
        return SceneDistribution.builder().objects(5).asking(Count.of(asked));
    }

    private static List<String> row(Bench bench, SceneTarget target, List<String> problems, Section pictures)
            throws IOException {
        Sampling usual = bench.settings().sampling();
        Sampling sampling = Sampling.of(target.method())
                .withChains(CHAINS)
                .withWarmup(WARM_UP)
                .withDraws(target.draws())
                .withPilot(target.pilot())
                .withSeed(usual.seed())
                .withDeadline(usual.deadline());
        Findings findings;
        Duration before = Machine.processorTime();
        try (Classifier classifier = bench.shelf().classifier(target.model())) {
            findings = bench.search(classifier, target.scenes(), target.target(), sampling);
        }
        double seconds = Machine.processorTime().minus(before).toMillis() / 1e3;
        findings.diagnostics().problems().forEach(problem -> problems.add(target.what() + ": " + problem));
        ContactSheet.png(findings, PICTURES).ifPresent(png -> pictures.figure(png, target.what()));
        double speed = findings.evaluations() / seconds;
        Rate mass = findings.levelSetMass();
        return List.of(
                target.what(),
                target.paper(),
                Spread.of(findings, target.cls()).toString(),
                Shown.rate(findings.wrongLabelShare()),
                Shown.rate(mass),
                Shown.three(findings.diagnostics().maxRHat()),
                Shown.digits(Math.floor(Spread.effective(findings))),
                Shown.count(findings.evaluations()),
                Shown.digits(seconds),
                Shown.digits(findings.elapsed().toMillis() / 1e3),
                Shown.digits(speed),
                Shown.digits(speed * PAPER_STEP),
                meetsGoal(findings) ? "yes" : "no",
                Shown.converged(findings));
    }

    /** NaN, where there are no draws, is not below anything. */
    private static boolean meetsGoal(Findings findings) {
        return findings.diagnostics().maxRHat() < GOAL_R_HAT
                && findings.elapsed().compareTo(GOAL_TIME) < 0;
    }
}
