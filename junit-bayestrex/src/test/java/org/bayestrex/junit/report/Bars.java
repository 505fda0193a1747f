/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Diagnostics;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.FindingsFixture;
import org.bayestrex.engine.search.Part;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.search.SearchSpec;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.bayestrex.junit.report.choice.FilmStrip;

/** A toy world for the reports: pictures of bars, whose slant decides between upright, flat and slanted. */
public final class Bars {

    public static final List<String> LABELS = List.of("upright", "flat", "slanted");
    public static final Rate RARE = new Rate(.00012, .00009, .00016, .95, "8,192 islands' particles, t interval");
    public static final Rate UNKNOWN = new Rate(Double.NaN, 0, 1, .95, "no oracle knows the true labels");

    private static final int SIDE = 28;

    private final Target target;
    private int chains = 4;
    private int draws = 100;
    private double centre;
    private Supplier<Diagnostics> diagnostics = () -> diagnostics(List.of());
    private boolean flattened;
    private List<String> labels = LABELS;
    private Rate mass = RARE;
    private Rate share = UNKNOWN;
    private Rate confidence = UNKNOWN;

    private Bars(Target target) {
        this.target = target;
    }

    /** A search for confident predictions of "upright" that found many. */
    public static Bars uprightOnes() {
        return of(HighConfidence.of(0));
    }

    public static Bars of(Target target) {
        return new Bars(target);
    }

    public Bars draws(int newChains, int newDraws) {
        chains = newChains;
        draws = newDraws;
        return this;
    }

    /** Where the chains are, as an angle in radians from upright. */
    public Bars around(double angle) {
        centre = angle;
        return this;
    }

    /** More classes, of which all but the first three have a confidence of zero. */
    public Bars labelled(List<String> newLabels) {
        labels = newLabels;
        return this;
    }

    /** Inputs that are no pictures. */
    public Bars asNumbers() {
        flattened = true;
        return this;
    }

    public Bars problems(String... problems) {
        diagnostics = () -> diagnostics(List.of(problems));
        return this;
    }

    public Bars rates(Rate newMass, Rate newShare, Rate newConfidence) {
        mass = newMass;
        share = newShare;
        confidence = newConfidence;
        return this;
    }

    public Findings findings() {
        Classifier classifier = Classifier.of("slant-1.2.pt", labels, inputs -> inputs);
        DataDistribution distribution = DataDistribution.of("bars.pt", 2, latents -> latents);
        SearchSpec spec = new SearchSpec(
                classifier,
                distribution,
                target,
                Sampling.DEFAULT.withChains(Math.max(2, chains)).withSeed(7));
        return FindingsFixture.findings(spec, samples(), diagnostics.get(), mass, share, confidence);
    }

    public TestReport report(Check... checks) {
        return report(Optional.empty(), Path.of("unused"), checks);
    }

    public TestReport report(Optional<Throwable> failure, Path folder, Check... checks) {
        return report(failure, folder, Optional.empty(), checks);
    }

    public TestReport report(
            Optional<Throwable> failure, Path folder, Optional<NeighbourSheet> neighbours, Check... checks) {
        return new TestReport(
                "SlantModelTest#seldomSeesUprightBars",
                "confident in 0",
                findings(),
                List.of(checks),
                failure,
                "mvn test -Dtest=SlantModelTest#seldomSeesUprightBars -Dbayestrex.seed=7",
                folder,
                Publisher.NONE,
                Optional.empty(),
                neighbours,
                Optional.empty());
    }

    /** Of a step on a way. */
    public TestReport report(FilmStrip strip) {
        TestReport without = report();
        return new TestReport(
                without.testName(),
                without.displayName(),
                without.findings(),
                without.checks(),
                without.failure(),
                without.replay(),
                without.outputDirectory(),
                without.publisher(),
                Optional.of(strip));
    }

    private List<Sample> samples() {
        Random random = new Random(7);
        List<Sample> samples = new ArrayList<>();
        for (int chain = 0; chain < chains; chain++) {
            double[] latent = {centre, 0};
            for (int draw = 0; draw < draws; draw++) {
                latent = new double[] {
                    .6 * latent[0] + .4 * centre + .2 * random.nextGaussian(), .5 * latent[1] + random.nextGaussian()
                };
                double[] confidences = confidences(latent[0]);
                samples.add(FindingsFixture.sample(
                        latent,
                        flattened ? Tensor.of(new float[] {(float) latent[0], (float) latent[1]}, 2) : bar(latent),
                        confidences,
                        chain,
                        draw,
                        target.contains(confidences, .05),
                        -.5 * (latent[0] * latent[0] + latent[1] * latent[1])));
            }
        }
        return samples;
    }

    private double[] confidences(double angle) {
        double[] weights = {
            Math.exp(12 * Math.cos(angle) * Math.cos(angle) - 5),
            Math.exp(12 * Math.sin(angle) * Math.sin(angle) - 5),
            Math.exp(6 * Math.sin(2 * angle) * Math.sin(2 * angle) - 1)
        };
        double sum = weights[0] + weights[1] + weights[2];
        double[] confidences = new double[labels.size()];
        for (int k = 0; k < Math.min(3, confidences.length); k++) {
            confidences[k] = weights[k] / sum;
        }
        return confidences;
    }

    public static Tensor bar(double[] latent) {
        float[] pixels = new float[SIDE * SIDE];
        double shift = 2 * latent[1];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double right = x - SIDE / 2.0 - shift;
                double down = y - SIDE / 2.0;
                double across = right * Math.cos(latent[0]) + down * Math.sin(latent[0]);
                double along = down * Math.cos(latent[0]) - right * Math.sin(latent[0]);
                double outside = Math.max(Math.abs(across) - 2, Math.abs(along) - 10);
                pixels[y * SIDE + x] = (float) Math.min(1, Math.max(0, 1 - outside));
            }
        }
        return Tensor.of(pixels, 1, SIDE, SIDE);
    }

    private Diagnostics diagnostics(List<String> problems) {
        List<Diagnostics.Quantity> quantities = List.of(
                new Diagnostics.Quantity("z[0]", .01, .25, .006, 1.0021, 812, 640),
                new Diagnostics.Quantity("z[1]", -.03, 1.15, .02, 1.0032, 1234, 990),
                new Diagnostics.Quantity("log density", -.72, .7, .01, 1.0012, 900, 701));
        List<Diagnostics.ChainSummary> summaries = new ArrayList<>();
        for (int chain = 0; chain < chains; chain++) {
            summaries.add(new Diagnostics.ChainSummary(draws, .81, .42, 2.8, 0, .9, .97));
        }
        double rHat = problems.isEmpty() ? 1.0032 : 1.31;
        return new Diagnostics(rHat, 812, 640, 0, .92, .21, chains, Part.CHAINS, quantities, summaries, problems);
    }
}
