/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Sampling;

/**
 * Pictures of 28 x 28 pixels in plain Java, quick enough for thousands of searches: blurred bars of any slant, and a classifier that
 * compares them with a bar of each of ten slants.
 */
final class SlantedBars {

    static final int CLASSES = 10;

    /** 120 draws of a test: 200 tests have 24,000. */
    static final Sampling QUICK = Sampling.DEFAULT
            .withMethod(Method.ELLIPTICAL_SLICE)
            .withChains(4)
            .withWarmup(10)
            .withDraws(30)
            .withPilot(400)
            .withDeadline(Duration.ofSeconds(60));

    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;

    private SlantedBars() {}

    static BayesTrex extension(long seed) {
        return BayesTrex.builder()
                .modelUnderTest(classifier())
                .dataDistribution(bars())
                .without(cls -> bars())
                .sampling(QUICK.withSeed(seed))
                .build();
    }

    /** Latents: slant, shift across and length of the bar. */
    static DataDistribution bars() {
        return DataDistribution.of("slanted-bars", 3, latents -> {
            int rows = latents.shape()[0];
            float[] pictures = new float[rows * PIXELS];
            for (int row = 0; row < rows; row++) {
                double angle = Math.PI / (1 + Math.exp(-1.7 * latents.get(3 * row)));
                draw(pictures, row * PIXELS, angle, latents.get(3 * row + 1), 9 + latents.get(3 * row + 2));
            }
            return Tensor.of(pictures, rows, 1, SIDE, SIDE);
        });
    }

    static Classifier classifier() {
        float[] templates = new float[CLASSES * PIXELS];
        for (int cls = 0; cls < CLASSES; cls++) {
            draw(templates, cls * PIXELS, Math.PI * (cls + .5) / CLASSES, 0, 9);
        }
        List<String> labels = IntStream.range(0, CLASSES)
                .mapToObj(cls -> Math.round(180 * (cls + .5) / CLASSES) + "°")
                .toList();
        return Classifier.of("nearest-slant", labels, inputs -> {
            int rows = inputs.shape()[0];
            float[] logits = new float[rows * CLASSES];
            for (int row = 0; row < rows; row++) {
                for (int cls = 0; cls < CLASSES; cls++) {
                    float sum = 0;
                    for (int i = 0; i < PIXELS; i++) {
                        sum += inputs.get(row * PIXELS + i) * templates[cls * PIXELS + i];
                    }
                    logits[row * CLASSES + cls] = .4f * sum;
                }
            }
            return Tensor.of(logits, rows, CLASSES);
        });
    }

    private static void draw(float[] pictures, int start, double angle, double shift, double length) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double right = x - SIDE / 2.0;
                double down = y - SIDE / 2.0;
                double across = Math.abs(right * cos + down * sin - shift) - 1;
                double along = Math.abs(down * cos - right * sin) - length;
                pictures[start + y * SIDE + x] = (float) Math.min(1, Math.max(0, 1 - .5 * Math.max(across, along)));
            }
        }
    }
}
