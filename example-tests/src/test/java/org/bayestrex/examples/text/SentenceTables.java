/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.PriorMove;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.text.GrammarJson;
import org.bayestrex.engine.text.TextDistribution;

/** Prints the figures of docs/text.md: what searches find in each grammar, and the same counted over plain draws. */
final class SentenceTables {

    private static final List<String> GRAMMARS = List.of("negation", "comparison", "concession");
    private static final double CONFIDENT = .9;
    private static final int SHOWN = 3;

    private SentenceTables() {}

    /**
     * Arguments: the folder of the models, that of the grammars.
     *
     * @throws IOException when a grammar cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        try (Classifier model =
                        new MiniLmSentiment(Path.of(arguments[0], "minilm-sentiment.npz")).remembering(100_000);
                WordPieces pieces = new WordPieces()) {
            System.out.println(
                    "| grammar | wrongly confident in | failure rate | by plain draws | evaluations | seconds | converged |");
            System.out.println("|---|---|---|---|---|---|---|");
            StringBuilder sentences = new StringBuilder();
            for (String grammar : GRAMMARS) {
                TextDistribution all =
                        new TextDistribution(GrammarJson.read(Path.of(arguments[1], grammar + ".json")), pieces);
                for (int cls = 0; cls < 2; cls++) {
                    sentences.append(searched(model, all.without(cls), cls));
                }
            }
            System.out.println();
            System.out.println("| grammar | sentence | true | the model says |");
            System.out.println("|---|---|---|---|");
            System.out.print(sentences);
        }
    }

    private static String searched(Classifier model, TextDistribution sentences, int cls) {
        Findings findings = Search.of(model, sentences)
                .target(HighConfidence.of(cls))
                .pilot(1024)
                .draws(500)
                .seed(7)
                .run();
        Rate rate = findings.failureRate();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.4f [%.4f, %.4f] | %.4f | %d | %.1f | %s |%n",
                sentences.name(),
                model.labels().get(cls),
                rate.estimate(),
                rate.lower(),
                rate.upper(),
                plain(model, sentences, cls),
                findings.evaluations(),
                findings.elapsed().toMillis() / 1e3,
                findings.diagnostics().converged()
                        ? "yes"
                        : "no: " + findings.diagnostics().problems());
        return rows(model, sentences, findings);
    }

    private static String rows(Classifier model, TextDistribution sentences, Findings findings) {
        Map<String, Sample> distinct = new TreeMap<>();
        findings.inLevelSet()
                .forEach(sample ->
                        distinct.put(sentences.sentence(sample.latent()).text(), sample));
        return distinct.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry ->
                        -entry.getValue().confidences()[entry.getValue().predictedClass()]))
                .limit(SHOWN)
                .map(entry -> "| %s | %s | %s | %s, %.1f%% |%n"
                        .formatted(
                                sentences.name(),
                                entry.getKey(),
                                model.labels()
                                        .get(sentences
                                                .labelOf(entry.getValue().latent())
                                                .orElseThrow()),
                                model.labels().get(entry.getValue().predictedClass()),
                                100
                                        * entry.getValue()
                                                .confidences()[entry.getValue().predictedClass()]))
                .collect(Collectors.joining());
    }

    /** The share of 20,000 plain draws that are wrongly confident. */
    private static double plain(Classifier model, TextDistribution sentences, int cls) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(1);
        PriorMove anew = sentences.moves().get(sentences.moves().size() - 1);
        int found = 0;
        int drawn = 0;
        while (drawn < 20_000) {
            float[] latents = new float[256 * sentences.latentSize()];
            int rows = 0;
            while (rows < 256) {
                double[] latent = anew.propose(new double[sentences.latentSize()], random);
                if (sentences.admits(latent)) {
                    for (int j = 0; j < latent.length; j++) {
                        latents[rows * latent.length + j] = (float) latent[j];
                    }
                    rows++;
                }
            }
            Tensor logits = model.logits(sentences.generate(Tensor.of(latents, rows, sentences.latentSize())));
            for (int row = 0; row < rows; row++) {
                double odds = logits.get(2 * row + cls) - logits.get(2 * row + 1 - cls);
                found += odds >= Math.log(CONFIDENT / (1 - CONFIDENT)) ? 1 : 0;
            }
            drawn += rows;
        }
        return found / (double) drawn;
    }
}
