/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;

/** Images that are the logarithms of their probabilities, and a classifier that passes them on. */
class DataSetSearchTest {

    private static final Classifier IDENTITY = Classifier.of("identity", List.of(), inputs -> inputs);

    private static final double[][] PROBABILITIES = {
        {.95, .04, .01},
        {.92, .04, .04},
        {.99, .005, .005},
        {.48, .48, .04},
        {.44, .55, .01},
        {.05, .45, .5},
        {.1, .1, .8}
    };

    private static final int[] LABELS = {0, 1, 0, 0, 1, 2, 0};

    private final DataSetSearch search = DataSetSearch.of(IDENTITY, DataSet.of("seven", logarithms(), LABELS, 3));

    @Test
    void findsTheImagesOfTheLevelSetTheLikeliestFirst() {
        // when
        DataSetFindings found = search.find(HighConfidence.of(0));
        // then
        assertThat(found.found()).extracting(FoundImage::index).containsExactly(2, 0, 1);
        assertThat(found.found().get(0).confidence()).isCloseTo(.99, within(1e-6));
        assertThat(found.levelSetMass().estimate()).isEqualTo(3 / 7.);
        assertThat(found.levelSetMass().method()).isEqualTo("3 of 7 images of seven, Clopper-Pearson");
        assertThat(found.wrongLabelShare().estimate()).isEqualTo(1 / 3.);
        assertThat(found.failureRate().estimate()).isEqualTo(1 / 7.);
        assertThat(search.find(HighConfidence.of(0), .01).found())
                .extracting(FoundImage::index)
                .containsExactly(2);
    }

    @Test
    void boundsWhatItDoesNotFind() {
        // when
        DataSetFindings none = search.find(HighConfidence.of(1));
        // then
        assertThat(none.found()).isEmpty();
        assertThat(none.levelSetMass().lower()).isZero();
        assertThat(none.levelSetMass().upper())
                .as("none of n, both sides of a .95 interval: 1 - .025^(1/n)")
                .isCloseTo(1 - Math.pow(.025, 1 / 7.), within(1e-12));
        assertThat(none.wrongLabelShare().isUnknown()).isTrue();
    }

    @Test
    void claimsNoLabelForAmbiguousOnes() {
        // when
        DataSetFindings found = search.find(Ambiguous.between(0, 1));
        // then
        assertThat(found.found()).extracting(FoundImage::index).containsExactly(3, 4);
        assertThat(found.failureRate().isUnknown()).isTrue();
    }

    @Test
    void findsConfidentErrors() {
        // when
        ConfidentErrors errors = search.confidentErrors(.8 - 1e-6);
        // then
        assertThat(errors.errors()).extracting(FoundImage::index).containsExactly(1, 6);
        assertThat(errors.confident()).isEqualTo(4);
        assertThat(errors.rate().estimate()).isEqualTo(2 / 7.);
        assertThat(errors.shareOfConfident().estimate()).isEqualTo(.5);
        assertThat(search.accuracy().estimate()).isEqualTo(5 / 7.);
    }

    @Test
    void countsAmbiguousImagesForEveryPair() {
        // when
        AmbiguousPairs pairs = search.ambiguousPairs(.4, .6);
        // then
        assertThat(pairs.pairs())
                .extracting(
                        AmbiguousPairs.Pair::first,
                        AmbiguousPairs.Pair::second,
                        pair -> pair.images().size())
                .containsExactly(tuple(0, 1, 2), tuple(0, 2, 0), tuple(1, 2, 1));
        assertThat(pairs.images()).isEqualTo(3);
        assertThat(pairs.found()).hasSize(2);
        assertThat(pairs.pairs().get(1).rate().upper()).isBetween(.4, .42);
    }

    @Test
    void countsAnImageOfSeveralPairsOnce() {
        // given
        DataSet torn = DataSet.of("torn", new float[4], 4);
        // when
        AmbiguousPairs pairs = DataSetSearch.of(IDENTITY, torn).ambiguousPairs(.2, .3);
        // then
        assertThat(pairs.found()).hasSize(6);
        assertThat(pairs.images()).isEqualTo(1);
    }

    @Test
    void needsOnePassAndFullBatches() {
        // given
        AtomicInteger rows = new AtomicInteger();
        Classifier counting = Classifier.of("counting", List.of(), inputs -> {
            assertThat(inputs.shape()[0]).isEqualTo(128);
            rows.addAndGet(128);
            return inputs;
        });
        float[] values = new float[300];
        for (int i = 0; i < 150; i++) {
            values[2 * i] = i < 140 ? 9 : 0;
        }
        // when
        DataSetSearch many = DataSetSearch.of(counting, DataSet.of("many", values, 2));
        many.find(HighConfidence.of(0));
        // then
        assertThat(many.find(HighConfidence.of(0)).found()).hasSize(140);
        assertThat(many.ambiguousPairs(.4, .6).images()).isEqualTo(10);
        assertThat(rows).hasValue(256);
    }

    @Test
    void writesJson() {
        // when
        JsonObject found = json(search.find(HighConfidence.of(0)).toJson());
        JsonObject errors = json(search.confidentErrors(.85).toJson());
        JsonObject pairs = json(search.ambiguousPairs(.4, .6).toJson());
        // then
        assertThat(found.get("schemaVersion").getAsInt()).isEqualTo(1);
        assertThat(found.getAsJsonArray("found")
                        .get(2)
                        .getAsJsonObject()
                        .get("label")
                        .getAsInt())
                .isEqualTo(1);
        assertThat(errors.get("confident").getAsInt()).isEqualTo(3);
        assertThat(pairs.getAsJsonArray("pairs")).hasSize(2);
        assertThat(pairs.get("pairsInAll").getAsInt()).isEqualTo(3);
    }

    @Test
    void refusesWhatCannotBeAsked() {
        DataSetSearch unlabelled = DataSetSearch.of(IDENTITY, DataSet.of("seven", logarithms(), 3));
        DataSet broken = DataSet.of("broken", new float[] {0, 0, 1, Float.NaN}, 2);

        assertThat(unlabelled.find(HighConfidence.of(0)).failureRate().isUnknown())
                .isTrue();
        assertThatThrownBy(() -> unlabelled.confidentErrors(.85))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("seven has no labels");
        assertThatThrownBy(() -> search.find(HighConfidence.of(3))).hasMessageContaining("classes 0 to 2");
        assertThatThrownBy(() -> search.confidentErrors(0)).hasMessageContaining("threshold must be in (0, 1]");
        assertThatThrownBy(() -> search.ambiguousPairs(.6, .4)).hasMessageContaining("0.6 to 0.4");
        assertThatThrownBy(() -> DataSetSearch.of(IDENTITY, broken))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "The classifier identity gives no numbers for image 1 of broken: its logits are [1.0, NaN]");
        assertThatThrownBy(() -> DataSetSearch.of(
                        Classifier.of("flat", List.of(), inputs -> Tensor.of(new float[3], 3)), search.dataSet()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("gave the shape [3]");
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static float[] logarithms() {
        float[] values = new float[3 * PROBABILITIES.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.log(PROBABILITIES[i / 3][i % 3]);
        }
        return values;
    }
}
