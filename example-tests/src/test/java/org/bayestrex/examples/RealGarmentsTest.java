/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayestrex.examples.Garments.TROUSER;
import static org.bayestrex.examples.Garments.T_SHIRT;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bayestrex.engine.dataset.AmbiguousPairs;
import org.bayestrex.engine.dataset.ConfidentErrors;
import org.bayestrex.engine.dataset.Coverage;
import org.bayestrex.engine.dataset.DataSetSearch;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.Ambiguous;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the test images of Fashion-MNIST show of the classifier of garments, and what they cannot show. Needs the images:
 * {@code make -C training data}, or {@code -Dfashion.data=FOLDER}.
 */
@Tag("slow")
class RealGarmentsTest {

    private static final Path DATA = Path.of(System.getProperty("fashion.data", "training/.data/fashion"));

    private static Classifier classifier;
    private static DataSetSearch testSet;

    @BeforeAll
    static void asksTheTestSetOnce() {
        assumeTrue(
                Files.exists(DATA.resolve("t10k-images-idx3-ubyte")),
                () -> "no Fashion-MNIST in " + DATA.toAbsolutePath());
        classifier = TorchScript.classifier(Path.of("models/fashion-cnn.pt"));
        testSet = DataSetSearch.of(
                classifier,
                DataSet.idx(
                        "Fashion-MNIST test",
                        DATA.resolve("t10k-images-idx3-ubyte"),
                        DATA.resolve("t10k-labels-idx1-ubyte")));
    }

    @AfterAll
    static void closesTheModel() {
        if (classifier != null) {
            classifier.close();
        }
    }

    @Test
    void theTestSetHasManyConfidentErrors() {
        // when
        ConfidentErrors errors = testSet.confidentErrors(.85);
        // then
        assertThat(errors.errors()).as("what the model's card says").hasSize(218);
    }

    @Test
    void theTestSetShowsFewOfThe45PairsTorn() {
        // when
        AmbiguousPairs pairs = testSet.ambiguousPairs(.4, .6);
        // then
        assertThat(pairs.found()).isNotEmpty().hasSizeLessThan(23);
    }

    @Tag("long")
    @Test
    void theSearchShowsMoreThanTheTestSet() {
        try (DataDistribution garments = TorchScript.generator(Path.of("models/fashion-gan.pt"), 5)) {
            // given
            Findings torn = Search.of(classifier, garments)
                    .target(Ambiguous.between(T_SHIRT, TROUSER))
                    .sampling(Sampling.of(Method.MIXTURE))
                    .seed(7)
                    .run();
            // when
            Coverage coverage = Coverage.of(testSet, List.of(torn));
            // then
            assertThat(coverage.rows()).singleElement().satisfies(row -> {
                assertThat(row.inDataSet()).isZero();
                assertThat(row.inSearch()).isPositive();
            });
        }
    }
}
