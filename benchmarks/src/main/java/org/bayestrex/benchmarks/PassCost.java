/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What one row costs in the bare loop, at several batch sizes. */
final class PassCost {

    private static final List<Integer> SIZES = List.of(1, 16, 64, 128);
    private static final int REPEATS = 12;
    /** Rows of one repeat, at any batch size, so that each takes about as long. */
    private static final int ROWS = 256;

    private final BareLoop loop;

    PassCost(BareLoop loop) {
        this.loop = loop;
    }

    /** The sizes take turns, so that whatever disturbs the machine disturbs them alike. */
    Table measure() {
        List<List<Double>> gradients = new ArrayList<>();
        List<List<Double>> forwards = new ArrayList<>();
        SIZES.forEach(size -> {
            gradients.add(new ArrayList<>());
            forwards.add(new ArrayList<>());
        });
        for (int repeat = -2; repeat < REPEATS; repeat++) {
            for (int i = 0; i < SIZES.size(); i++) {
                double gradient = millisPerRow(SIZES.get(i), loop::gradient);
                double forward = millisPerRow(SIZES.get(i), loop::forward);
                if (repeat >= 0) { // before that, the JVM warms up
                    gradients.get(i).add(gradient);
                    forwards.get(i).add(forward);
                }
            }
        }
        Table table = new Table(
                "batch", "forward + backward, ms a row", "the fastest", "forward only, ms a row", "the fastest");
        for (int i = 0; i < SIZES.size(); i++) {
            Spread gradient = Spread.of(gradients.get(i));
            Spread forward = Spread.of(forwards.get(i));
            table.row(
                    String.valueOf(SIZES.get(i)),
                    millis(gradient.median()),
                    millis(gradient.lowest()),
                    millis(forward.median()),
                    millis(forward.lowest()));
        }
        return table;
    }

    private double millisPerRow(int size, Consumer<float[]> pass) {
        float[] latents = loop.latents(size);
        int passes = ROWS / size;
        long start = System.nanoTime();
        for (int i = 0; i < passes; i++) {
            pass.accept(latents);
        }
        return (System.nanoTime() - start) / 1e6 / (passes * size);
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
