/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MiniLmTest {

    private static final List<String> SENTENCES = List.of(
            "Good.",
            "This film is not bad at all.",
            "Although the plot was dull, I loved every minute of it, and so did everybody I know.",
            "A hardly forgettable, unpretentious masterpiece?");

    private static MiniLmSentiment model;
    private static WordPieces pieces;

    @BeforeAll
    static void load() {
        float[] weight = new float[2 * MiniLm.WIDTH];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = (float) Math.sin(i);
        }
        model = new MiniLmSentiment(new SentimentHead(weight, new float[] {.1f, -.2f}));
        pieces = new WordPieces();
    }

    @AfterAll
    static void close() {
        pieces.close();
        model.close();
    }

    @Test
    void computesWhatOnnxRuntimeComputesFromTheSameFileForSentencesOfDifferentLengths() throws OrtException {
        Tensor ids = pieces.batch(SENTENCES);

        HiddenStates states = model.states(ids);

        float[][][] expected = onnxRuntime(ids);
        Tensor last = states.layers().get(MiniLm.LAYERS);
        int columns = ids.shape()[1];
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i) != WordPieces.PADDING) {
                for (int j = 0; j < MiniLm.WIDTH; j++) {
                    assertThat(last.get(i * MiniLm.WIDTH + j))
                            .isCloseTo(expected[i / columns][i % columns][j], within(1e-4f));
                }
            }
        }
    }

    private static float[][][] onnxRuntime(Tensor ids) throws OrtException {
        int columns = ids.shape()[1];
        long[][] numbers = new long[ids.shape()[0]][columns];
        long[][] present = new long[ids.shape()[0]][columns];
        for (int i = 0; i < ids.size(); i++) {
            numbers[i / columns][i % columns] = (long) ids.get(i);
            present[i / columns][i % columns] = ids.get(i) == WordPieces.PADDING ? 0 : 1;
        }
        Engine.getEngine("OnnxRuntime"); // DJL cannot start it any more once somebody else has
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(MiniLm.file());
                OnnxTensor input = OnnxTensor.createTensor(environment, numbers);
                OnnxTensor mask = OnnxTensor.createTensor(environment, present);
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[numbers.length][columns]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return (float[][][]) result.get(0).getValue();
        }
    }

    @Test
    void saysTheSameOfASentenceAloneAndBesideLongerOnes() {
        Tensor together = model.logits(pieces.batch(SENTENCES));

        for (int row = 0; row < SENTENCES.size(); row++) {
            Tensor alone = model.logits(pieces.batch(List.of(SENTENCES.get(row))));
            assertThat(alone.get(0)).isCloseTo(together.get(2 * row), within(1e-4f));
            assertThat(alone.get(1)).isCloseTo(together.get(2 * row + 1), within(1e-4f));
        }
    }

    @Test
    void saysTheSameWhenItIsRunOnFromAnyOfItsStates() {
        Tensor ids = pieces.batch(SENTENCES);
        HiddenStates states = model.states(ids);

        for (int layer = 0; layer < model.layers(); layer++) {
            Tensor logits = model.logits(ids, layer, states.layers().get(layer));
            assertThat(logits.toArray()).containsExactly(states.logits().toArray(), within(1e-5f));
        }
    }

    @Test
    void differentiatesByEachOfItsStates() {
        Tensor ids = pieces.batch(SENTENCES);
        HiddenStates states = model.states(ids);

        for (int layer = 0; layer < model.layers(); layer++) {
            Tensor state = states.layers().get(layer);
            Tensor slope = model.pullBack(ids, layer, state, logits -> {
                float[] ofFirst = new float[logits.length];
                for (int i = 0; i < ofFirst.length; i += 2) {
                    ofFirst[i] = 1;
                }
                return ofFirst;
            });
            float[] direction = slope.toArray();
            double norm = 0;
            for (float value : direction) {
                norm += value * (double) value;
            }
            double step = .02 / Math.sqrt(norm);
            double difference = sumOfFirst(ids, layer, moved(state, direction, step))
                    - sumOfFirst(ids, layer, moved(state, direction, -step));
            assertThat(difference / (2 * step)).as("layer %s", layer).isCloseTo(norm, within(.02 * norm));
        }
    }

    private static Tensor moved(Tensor state, float[] direction, double step) {
        float[] values = state.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (step * direction[i]);
        }
        return Tensor.of(values, state.shape());
    }

    private static double sumOfFirst(Tensor ids, int layer, Tensor state) {
        float[] logits = model.logits(ids, layer, state).toArray();
        double sum = 0;
        for (int i = 0; i < logits.length; i += 2) {
            sum += logits[i];
        }
        return sum;
    }

    @Test
    void doesNotDependOnPadding() {
        Tensor ids = pieces.batch(List.of("Good."));
        Tensor padded = Tensor.of(Arrays.copyOf(ids.toArray(), 9), 1, 9);

        assertThat(model.logits(padded).toArray())
                .containsExactly(model.logits(ids).toArray(), within(1e-6f));
        assertThat(model.states(padded).logits().toArray())
                .containsExactly(model.logits(ids).toArray(), within(1e-5f));
    }

    @Test
    void cutsWordsThatItDoesNotKnow() {
        assertThat(pieces.pieces("Hardly unpretentious"))
                .startsWith("[CLS]", "hardly", "un")
                .endsWith("[SEP]");
        assertThat(pieces.of("Good.")).hasSize(4);
    }
}
