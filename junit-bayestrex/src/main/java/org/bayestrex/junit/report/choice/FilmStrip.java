/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.choice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.target.Interpolated;

/**
 * The way from one class to another, as far as its steps have been searched. Of each search only what the strip
 * shows is kept.
 *
 * @param from name of the class at share 0
 * @param to name of the class at share 1
 * @param planned how many steps the way has, 2 or more
 * @param steps those searched so far, by share
 * @param picture the file that the strip belongs to: one for all steps; not created yet
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FilmStrip(String from, String to, int planned, List<Step> steps, Path picture) {

    public FilmStrip {
        steps = List.copyOf(steps);
    }

    /** The strip with another step; one of the same share is replaced. */
    public FilmStrip with(Interpolated target, Findings findings) {
        List<Step> more = new ArrayList<>(steps);
        more.removeIf(step -> step.share() == target.share());
        more.add(Step.of(target, findings));
        more.sort(Comparator.comparingDouble(Step::share));
        return new FilmStrip(from, to, planned, more, picture);
    }

    /** Whether every step is there. */
    public boolean isComplete() {
        return steps.size() == planned;
    }

    /**
     * One step.
     *
     * @param share wanted confidence in the class at the end; that in the one at the start is 1 - share
     * @param typical the finding in the middle of all, or, where nothing was found, the nearest draw; empty without
     *     draws
     * @param found whether anything was found
     * @param start achieved confidence in the class at the start
     * @param end achieved confidence in the class at the end
     */
    public record Step(double share, Optional<Typical> typical, boolean found, Achieved start, Achieved end) {

        static Step of(Interpolated target, Findings findings) {
            List<Sample> found = findings.inLevelSet();
            Optional<Sample> typical = found.isEmpty()
                    ? Selection.of(findings, 1).samples().stream().findFirst()
                    : Optional.of(Medoid.of(found));
            return new Step(
                    target.share(),
                    typical.map(sample -> Typical.of(sample, target)),
                    !found.isEmpty(),
                    Achieved.of(findings, target.from()),
                    Achieved.of(findings, target.to()));
        }
    }

    /**
     * The draw that stands for a step.
     *
     * @param sample the draw
     * @param start its confidence in the class at the start
     * @param end its confidence in the class at the end
     */
    public record Typical(Sample sample, double start, double end) {

        static Typical of(Sample sample, Interpolated target) {
            double[] confidences = sample.confidences();
            return new Typical(sample, confidences[target.from()], confidences[target.to()]);
        }
    }

    /**
     * Confidence in a class over all draws of a step, in [0, 1]; NaN without draws.
     *
     * @param mean their mean
     * @param lower their 5th percentile
     * @param upper their 95th percentile
     */
    public record Achieved(double mean, double lower, double upper) {

        static Achieved of(Findings findings, int cls) {
            if (findings.samples().isEmpty()) {
                return new Achieved(Double.NaN, Double.NaN, Double.NaN);
            }
            Quantiles quantiles = new Quantiles(findings.samples().stream()
                    .mapToDouble(sample -> sample.confidences()[cls])
                    .toArray());
            return new Achieved(findings.meanConfidence(cls), quantiles.at(.05), quantiles.at(.95));
        }
    }
}
