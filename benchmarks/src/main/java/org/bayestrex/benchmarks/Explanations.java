/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.bayestrex.engine.explain.Attribution;
import org.bayestrex.engine.explain.Claim;
import org.bayestrex.engine.explain.DifferentiableMasking;
import org.bayestrex.engine.explain.IntegratedGradients;
import org.bayestrex.engine.explain.Occlusion;
import org.bayestrex.engine.explain.RemovalCurve;
import org.bayestrex.engine.explain.RemovalCurve.Kind;
import org.bayestrex.engine.explain.Saliency;
import org.bayestrex.engine.explain.SmoothGrad;
import org.bayestrex.engine.explain.VanillaGradient;
import org.bayestrex.engine.explain.WeightsCheck;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.engine.model.TorchScript.Output;

/** How long an explanation of a digit takes, and whether it means anything; see the module's README. */
public final class Explanations {

    private static final int DIGITS = 12;
    private static final int REPEATS = 3;
    private static final int STEPS = 28;
    private static final int RANDOM_ORDERS = 5;
    private static final double SURE = .95;

    private Explanations() {}

    /**
     * Runs all measurements.
     *
     * @param arguments directory of the models, file to write
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("needs: directory of the models, file to write");
        }
        Models models = Models.digits(Path.of(arguments[0]));
        String report = "## Explanations\n\nWritten by `mvn -Pexplanations -pl benchmarks -am verify -DskipTests`.\n\n"
                + Machine.describe().markdown() + "\nLoad average at the beginning: " + Machine.load() + ".\n\n"
                + measured(models) + "\nLoad average at the end: " + Machine.load() + ".\n";
        System.out.println(report);
        ResultsFile.replace(Path.of(arguments[1]), "explanations", report);
    }

    private static String measured(Models models) {
        try (Classifier classifier = models.classifier();
                Classifier random = TorchScript.withRandomWeights(models.classifierFile(), Output.LOGITS, 7);
                DataDistribution digits = models.generator()) {
            List<Claim> claims = claims(classifier, digits);
            Map<String, Saliency> methods = new LinkedHashMap<>();
            methods.put("gradient", new VanillaGradient());
            methods.put("SmoothGrad, 25 draws", new SmoothGrad());
            methods.put("integrated gradients, 64 steps", new IntegratedGradients());
            methods.put("occlusion, 4 x 4, stride 2", new Occlusion());
            methods.put("DiffMask, 300 steps", new DifferentiableMasking());
            Table table = new Table(
                    "method",
                    "ms a picture",
                    "of processor time",
                    "deletion area",
                    "insertion area",
                    "rank correlation with random weights");
            methods.forEach((name, saliency) -> {
                Cost cost = cost(saliency, classifier, claims);
                List<Tensor> maps = saliency.of(classifier, claims).stream()
                        .map(Explanations::importance)
                        .toList();
                table.row(
                        name,
                        shown(cost.wall().median(), 1),
                        shown(cost.processor().median(), 1),
                        shown(area(Kind.DELETION, classifier, claims, maps), 3),
                        shown(area(Kind.INSERTION, classifier, claims, maps), 3),
                        shown(
                                WeightsCheck.of(saliency, classifier, random, claims)
                                        .likeness(),
                                2));
            });
            table.row(
                    "pixels in random order",
                    "",
                    "",
                    shown(randomArea(Kind.DELETION, classifier, claims), 3),
                    shown(randomArea(Kind.INSERTION, classifier, claims), 3),
                    "");
            return table.markdown();
        }
    }

    /** A gradient has the sign of what a brighter pixel does: how much a pixel counts is its size. */
    private static Tensor importance(Attribution map) {
        return map.method().equals("gradient") || map.method().equals("SmoothGrad") ? map.magnitude() : map.signed();
    }

    /** Milliseconds a picture by the clock, and of this thread, which is all of it with OMP_NUM_THREADS=1. */
    private record Cost(Spread wall, Spread processor) {}

    private static Cost cost(Saliency saliency, Classifier classifier, List<Claim> claims) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> wall = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int repeat = -1; repeat < REPEATS; repeat++) {
            long start = System.nanoTime();
            long startOfThread = threads.getCurrentThreadCpuTime();
            saliency.of(classifier, claims);
            if (repeat >= 0) { // before that, the JVM and PyTorch warm up
                wall.add((System.nanoTime() - start) / 1e6 / claims.size());
                processor.add((threads.getCurrentThreadCpuTime() - startOfThread) / 1e6 / claims.size());
            }
        }
        return new Cost(Spread.of(wall), Spread.of(processor));
    }

    private static double area(Kind kind, Classifier classifier, List<Claim> claims, List<Tensor> maps) {
        return RemovalCurve.of(kind, classifier, claims, maps, 0, STEPS).stream()
                .mapToDouble(RemovalCurve::area)
                .average()
                .orElseThrow();
    }

    private static double randomArea(Kind kind, Classifier classifier, List<Claim> claims) {
        Random random = new Random(1);
        double sum = 0;
        for (int order = 0; order < RANDOM_ORDERS; order++) {
            List<Tensor> maps = claims.stream()
                    .map(claim -> gaussians(
                            random, claim.input().size(), claim.input().shape()))
                    .toList();
            sum += area(kind, classifier, claims, maps);
        }
        return sum / RANDOM_ORDERS;
    }

    /** Digits as they come, of which the classifier is sure. */
    private static List<Claim> claims(Classifier classifier, DataDistribution digits) {
        Tensor inputs = digits.generate(
                gaussians(new Random(3), 8 * DIGITS * digits.latentSize(), 8 * DIGITS, digits.latentSize()));
        Tensor logits = classifier.logits(inputs);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; claims.size() < DIGITS; i++) {
            Tensor row = logits.row(i);
            int best = 0;
            double sum = 0;
            for (int k = 1; k < row.size(); k++) {
                best = row.get(k) > row.get(best) ? k : best;
            }
            for (int k = 0; k < row.size(); k++) {
                sum += Math.exp(row.get(k) - row.get(best));
            }
            if (1 / sum >= SURE) {
                claims.add(new Claim(inputs.row(i), best));
            }
        }
        return claims;
    }

    private static Tensor gaussians(Random random, int count, int... shape) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(values, shape);
    }

    private static String shown(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
