/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniLmSentimentTest {

    @Test
    void tellsPraiseFromComplaint() {
        try (MiniLmSentiment model = new MiniLmSentiment(Path.of("models/minilm-sentiment.npz"));
                WordPieces pieces = new WordPieces()) {
            Tensor logits = model.logits(pieces.batch(
                    List.of("A wonderful film, I loved every minute.", "Awful food and terrible, slow service.")));

            assertThat(logits.get(1)).isGreaterThan(logits.get(0));
            assertThat(logits.get(2)).isGreaterThan(logits.get(3));
        }
    }

    @Test
    void findsItsHeadAgainInTheFileThatItWrote(@TempDir Path folder) {
        float[] weight = new float[2 * MiniLm.WIDTH];
        weight[3] = .25f;
        SentimentHead head = new SentimentHead(weight, new float[] {1, -2});

        head.write(folder.resolve("head.npz"));

        assertThat(SentimentHead.read(folder.resolve("head.npz"))).isEqualTo(head);
    }
}
