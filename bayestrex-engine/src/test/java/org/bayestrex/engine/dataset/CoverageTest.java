/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.Test;

/** A classifier on a line: right of 0 is class 1, more surely the farther; data that never come near 0. */
class CoverageTest {

    private static final Classifier SIDE = side();
    private static final DataDistribution LINE = DataDistribution.of("line", 1, latents -> latents);

    @Test
    void saysWhatOnlyTheSearchShows() {
        // given: 1,000 points, none of them between -1 and 1, and half of them far on either side
        float[] points = new float[1000];
        for (int i = 0; i < points.length; i++) {
            points[i] = i % 2 == 0 ? -2 : 2;
        }
        DataSetSearch dataSet = DataSetSearch.of(SIDE, DataSet.of("far points", points, 1));
        Findings torn = search(SIDE, Ambiguous.between(0, 1));
        Findings sure = search(SIDE, HighConfidence.of(1));
        // when
        Coverage coverage = Coverage.of(dataSet, List.of(torn, sure));
        // then
        Coverage.Row first = coverage.rows().get(0);
        assertThat(first.shown()).isEqualTo(Shown.SEARCH_ONLY);
        assertThat(first.inDataSet()).isZero();
        assertThat(first.dataSetRate().upper()).isBetween(.0036, .0037);
        assertThat(first.inSearch()).isPositive();
        assertThat(first.agree())
                .as("a tenth of the line is torn, none of 1,000 points")
                .isFalse();
        assertThat(coverage.rows().get(1).shown()).isEqualTo(Shown.BOTH);
        assertThat(coverage.counts()).containsEntry(Shown.SEARCH_ONLY, 1L).containsEntry(Shown.BOTH, 1L);
        assertThat(JsonParser.parseString(coverage.toJson()).getAsJsonObject().getAsJsonArray("rows"))
                .hasSize(2);
    }

    @Test
    void agreesWithDataThatTheGeneratorMakes() {
        // given: quantiles of the standard normal distribution, roughly
        float[] points = new float[1000];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (Math.log((i + .5) / (999.5 - i)) / 1.702);
        }
        DataSetSearch dataSet = DataSetSearch.of(SIDE, DataSet.of("normal points", points, 1));
        // when
        Coverage coverage = Coverage.of(dataSet, List.of(search(SIDE, Ambiguous.between(0, 1))));
        // then
        assertThat(coverage.rows().get(0).agree()).isTrue();
        assertThat(coverage.rows().get(0).shown()).isEqualTo(Shown.BOTH);
    }

    @Test
    void refusesSearchesOfAnotherClassifier() {
        DataSetSearch dataSet = DataSetSearch.of(side(), DataSet.of("one point", new float[1], 1));
        List<Findings> findings = List.of(search(SIDE, HighConfidence.of(1)));

        assertThatThrownBy(() -> Coverage.of(dataSet, findings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is of another classifier");
    }

    @Test
    void hasAWordForEachCase() {
        assertThat(Shown.of(true, true)).isEqualTo(Shown.BOTH);
        assertThat(Shown.of(false, true)).isEqualTo(Shown.SEARCH_ONLY);
        assertThat(Shown.of(true, false)).isEqualTo(Shown.DATA_SET_ONLY);
        assertThat(Shown.of(false, false)).isEqualTo(Shown.NEITHER);
    }

    @Test
    void countsWhatASearchSawBeforeItRanOutOfTime() {
        assertThat(Coverage.wasSeen(0, ClopperPearson.of(16, 16_384, "prior draws")))
                .isTrue();
        assertThat(Coverage.wasSeen(0, ClopperPearson.of(0, 16_384, "prior draws")))
                .isFalse();
        assertThat(Coverage.wasSeen(0, Rate.unknown("nothing ran"))).isFalse();
        assertThat(Coverage.wasSeen(1, Rate.unknown("nothing ran"))).isTrue();
    }

    private static Findings search(Classifier classifier, Target target) {
        return Search.of(classifier, LINE)
                .target(target)
                .method(Method.MIXTURE)
                .chains(4)
                .draws(100)
                .seed(7)
                .run();
    }

    private static Classifier side() {
        return Classifier.of("side", List.of(), points -> {
            int rows = points.shape()[0];
            float[] logits = new float[2 * rows];
            for (int row = 0; row < rows; row++) {
                logits[2 * row + 1] = 3 * points.get(row);
            }
            return Tensor.of(logits, rows, 2);
        });
    }
}
