/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sentences of reviews with their sentiment, 1,000 each of films, restaurants and goods (Kotzias et al., "From Group to
 * Individual Labels using Deep Features", KDD 2015), in one fixed order. Every fifth is held out.
 */
public final class LabelledSentences {

    static final List<String> SOURCES = List.of("imdb", "yelp", "amazon");

    private static final int SEED = 5;
    private static final int HELD_OUT = 5;

    private final List<Labelled> all;

    private LabelledSentences(List<Labelled> all) {
        this.all = all;
    }

    /**
     * One sentence.
     *
     * @param label 0 negative, 1 positive
     * @param source which of the three
     */
    public record Labelled(String text, int label, String source) {}

    private record Line(
            String text, @Nullable @SerializedName("class") Integer label) {}

    /**
     * Reads {@code imdb.json}, {@code yelp.json} and {@code amazon.json}; {@code make -C example-tests/training sentences}
     * fetches them. A sentence that comes twice counts once.
     */
    public static LabelledSentences read(Path folder) {
        Map<String, Labelled> sentences = new LinkedHashMap<>();
        for (String source : SOURCES) {
            try (Reader reader = Files.newBufferedReader(folder.resolve(source + ".json"))) {
                for (Line line : new Gson().fromJson(reader, Line[].class)) {
                    if (line.label() != null) { // a file may end with an empty line
                        String text = line.text().strip();
                        sentences.putIfAbsent(text, new Labelled(text, line.label(), source));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        List<Labelled> shuffled = new ArrayList<>(sentences.values());
        Collections.shuffle(shuffled, new Random(SEED));
        return new LabelledSentences(shuffled);
    }

    /** What may be learned from. */
    public List<Labelled> training() {
        return IntStream.range(0, all.size())
                .filter(i -> i % HELD_OUT != 0)
                .mapToObj(all::get)
                .toList();
    }

    /** What nothing is learned from. */
    public List<Labelled> heldOut() {
        return IntStream.range(0, all.size())
                .filter(i -> i % HELD_OUT == 0)
                .mapToObj(all::get)
                .toList();
    }
}
