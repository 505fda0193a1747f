/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.target.HighConfidence;

/** What the engine adds to the networks: NUTS chains behind the batcher against the bare loop, in turns. */
final class EngineOverhead {

    private static final int CHAINS = 64;
    private static final int ROWS = 64;
    private static final int ROUNDS = 24;
    private static final int BATCHES = 10;
    private static final double SIGMA = .05;

    private final Models models;
    private final BareLoop loop;

    EngineOverhead(Models models, BareLoop loop) {
        this.models = models;
        this.loop = loop;
    }

    Table measure() {
        try (Classifier classifier = models.classifier();
                DataDistribution generator = models.generator()) {
            TimedModel model = new TimedModel(LatentClassifier.of(classifier, generator));
            Posterior posterior = new Posterior(HighConfidence.of(4), SIGMA);
            return measure(model, new EngineLoad(model, posterior, CHAINS, ROWS, 1));
        }
    }

    private Table measure(TimedModel model, EngineLoad engine) {
        float[] latents = loop.latents(ROWS);
        engine.serve(2 * BATCHES);
        bareLoop(latents);
        List<Double> bareRates = new ArrayList<>();
        List<Double> engineRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        long passesBefore = model.passes();
        long answeredBefore = engine.answered();
        for (int round = 0; round < ROUNDS; round++) {
            double before = bareLoop(latents);
            long insideBefore = model.nanos();
            long answered = engine.answered();
            long start = System.nanoTime();
            engine.serve(BATCHES);
            long nanos = System.nanoTime() - start;
            double bareRate = (before + bareLoop(latents)) / 2;
            double engineRate = (engine.answered() - answered) / (nanos / 1e9);
            bareRates.add(bareRate);
            engineRates.add(engineRate);
            ratios.add(engineRate / bareRate);
            shares.add((model.nanos() - insideBefore) / (double) nanos);
        }
        double filled = (engine.answered() - answeredBefore) / (double) ROWS / (model.passes() - passesBefore);
        Table table = new Table("figure", "median", "quartiles", "goal");
        row(table, "bare loop, gradients a second", "%.0f", bareRates, "");
        row(table, "engine, gradients a second", "%.0f", engineRates, "");
        row(table, "engine / bare loop", "%.3f", ratios, "0.9");
        row(table, "share of the engine's time inside the networks", "%.3f", shares, "0.9");
        return table.row("share of the batches' rows in use", String.format(Locale.ROOT, "%.3f", filled), "", "");
    }

    private static void row(Table table, String name, String format, List<Double> values, String goal) {
        Spread spread = Spread.of(values);
        table.row(
                name,
                String.format(Locale.ROOT, format, spread.median()),
                String.format(Locale.ROOT, format + " to " + format, spread.lowerQuartile(), spread.upperQuartile()),
                goal);
    }

    /** Gradients a second. */
    private double bareLoop(float[] latents) {
        long start = System.nanoTime();
        for (int i = 0; i < BATCHES / 2; i++) {
            loop.gradient(latents);
        }
        double rows = BATCHES / 2 * ROWS;
        return rows / ((System.nanoTime() - start) / 1e9);
    }
}
