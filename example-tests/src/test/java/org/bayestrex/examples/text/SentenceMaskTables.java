/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bayestrex.engine.explain.mask.DiffMask;
import org.bayestrex.engine.explain.mask.LayerMasks;

/** Prints the tables of sentences in docs/diffmask.md and draws their picture. */
public final class SentenceMaskTables {

    private static final long SEED = 20200916L;
    private static final int EXPLAINED = 100;
    private static final int SHOWN = 20;

    /** Of which one sees what they need: a negation, a concession, and plain praise. */
    private static final List<String> WRITTEN = List.of(
            "The food was not good at all.",
            "Although the plot was dull, I loved it.",
            "A wonderful film with great actors.");

    private SentenceMaskTables() {}

    /**
     * Prints those that are asked for.
     *
     * @param arguments the folder of the examples' models, the folder for pictures, sections of which two are text and lone, and
     *     the folder of the labelled sentences
     */
    public static void main(String... arguments) throws IOException {
        List<String> sections = List.of(arguments[2].split(","));
        if (!sections.contains("text") && !sections.contains("lone")) {
            return;
        }
        LabelledSentences sentences = LabelledSentences.read(Path.of(arguments[3]));
        try (SentenceMasks masks = new SentenceMasks(Path.of(arguments[0]))) {
            List<String> heldOut = masks.shortOnes(sentences.heldOut(), EXPLAINED);
            System.out.printf(Locale.ROOT, "%nminilm-sentiment, %d sentences held out%n%n", heldOut.size());
            if (sections.contains("lone")) {
                masks.alone(heldOut.subList(0, Math.min(SHOWN, heldOut.size()))).print(System.out);
            }
            if (sections.contains("text")) {
                byLayer(masks, sentences, heldOut, Path.of(arguments[1]));
            }
        }
    }

    private static void byLayer(SentenceMasks masks, LabelledSentences sentences, List<String> heldOut, Path folder)
            throws IOException {
        DiffMask learned = masks.learn(sentences, SEED);
        List<LayerMasks> layers = masks.explain(learned, heldOut);
        PrintStream out = System.out;
        out.printf("| layer | kept | KL | allowed | constraint | same class |%n|---|---|---|---|---|---|%n");
        for (LayerMasks layer : layers) {
            out.printf(
                    Locale.ROOT,
                    "| %d | %.3f | %.4f | %.2f | %s | %.3f |%n",
                    layer.layer(),
                    layer.keptShare(),
                    layer.divergence(),
                    layer.epsilon(),
                    layer.meetsConstraint() ? "met" : "violated",
                    layer.agreement());
        }
        SentenceMaskPictures pictures = new SentenceMaskPictures(folder, masks.labels());
        pictures.heatMaps("text", masks.bySentence(WRITTEN, masks.explain(learned, WRITTEN)));
        pictures.text("text", masks.bySentence(heldOut, layers).subList(0, Math.min(SHOWN, heldOut.size())));
    }
}
