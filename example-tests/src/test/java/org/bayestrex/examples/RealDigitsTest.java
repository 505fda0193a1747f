/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bayestrex.engine.dataset.AmbiguousPairs;
import org.bayestrex.engine.dataset.ConfidentErrors;
import org.bayestrex.engine.dataset.Coverage;
import org.bayestrex.engine.dataset.DataSetSearch;
import org.bayestrex.engine.explain.Neighbours;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.bayestrex.junit.report.CoverageTable;
import org.bayestrex.junit.report.NeighbourSheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What MNIST's test images show of the digit classifier, what they cannot show, and how near findings are to the training
 * images. Needs the images: {@code make -C training data}, or {@code -Dmnist.data=FOLDER}. Figures, JSON and pictures are
 * left in {@code target/real-digits}.
 */
@Tag("slow")
class RealDigitsTest {

    private static final Path DATA = Path.of(System.getProperty("mnist.data", "training/.data/mnist"));
    private static final Path RESULTS = Path.of("target/real-digits");

    private static Classifier classifier;
    private static DataDistribution digits;
    private static DataDistribution withoutTwos;
    private static DataSet training;
    private static DataSetSearch testSet;

    @BeforeAll
    static void asksTheTestSetOnce() throws IOException {
        assumeTrue(Files.exists(DATA.resolve("t10k-images-idx3-ubyte")), () -> "no MNIST in " + DATA.toAbsolutePath());
        Files.createDirectories(RESULTS);
        classifier = TorchScript.classifier(Path.of("models/mnist-cnn.pt"));
        digits = TorchScript.generator(Path.of("models/mnist-vae.pt"), 5);
        withoutTwos = TorchScript.generator(Path.of("models/mnist-vae-without-2.pt"), 5);
        training = set("MNIST training", "train");
        testSet = DataSetSearch.of(classifier, set("MNIST test", "t10k"));
    }

    @AfterAll
    static void closesTheModels() {
        if (classifier != null) {
            withoutTwos.close();
            digits.close();
            classifier.close();
        }
    }

    @Test
    void theTestSetHasFewConfidentErrors() throws IOException {
        // when
        ConfidentErrors errors = testSet.confidentErrors(.85);
        // then
        write("confident-errors.json", errors.toJson());
        write(
                "confident-errors.md",
                "accuracy " + testSet.accuracy() + "\nwrong at 85 % or more: "
                        + errors.errors().size() + ", " + errors.rate() + "\nof such predictions: "
                        + errors.shareOfConfident() + "\n");
        assertThat(errors.errors()).as("what the model's card says").hasSize(38);
    }

    @Test
    void theTestSetShowsFewOfThe45PairsTorn() throws IOException {
        // when
        AmbiguousPairs pairs = testSet.ambiguousPairs(.4, .6);
        // then
        write("ambiguous-pairs.json", pairs.toJson());
        write(
                "ambiguous-pairs.md",
                pairs.images() + " images, " + pairs.found().size() + " of "
                        + pairs.pairs().size() + " pairs\n"
                        + pairs.found().stream()
                                .map(pair -> "%d v %d: %d, %s%n"
                                        .formatted(
                                                pair.first(),
                                                pair.second(),
                                                pair.images().size(),
                                                pair.rate()))
                                .collect(Collectors.joining()));
        assertThat(pairs.found()).hasSizeLessThan(23);
    }

    @Test
    void theSearchShowsMoreThanTheTestSet() throws IOException {
        // given
        List<Target> targets = List.of(
                HighConfidence.of(4),
                Ambiguous.between(4, 9),
                Ambiguous.between(8, 9),
                Ambiguous.between(1, 7),
                Ambiguous.between(0, 1),
                Ambiguous.uniform());
        List<Findings> findings = new ArrayList<>();
        for (Target target : targets) {
            findings.add(search(digits, target));
        }
        // when
        Coverage coverage = Coverage.of(testSet, findings);
        // then
        write("coverage.json", coverage.toJson());
        write("coverage.md", CoverageTable.markdown(coverage));
        write("coverage.html", CoverageTable.html(coverage));
        assertThat(coverage.rows()).anySatisfy(row -> {
            assertThat(row.inDataSet()).isZero();
            assertThat(row.inSearch()).isPositive();
        });
    }

    @Test
    void saysWhetherFindingsAreLikeTheData() throws IOException {
        // given
        Neighbours neighbours = Neighbours.of(training, testSet.dataSet(), 5);
        // when
        NeighbourSheet torn = NeighbourSheet.of(search(digits, Ambiguous.between(8, 9)), neighbours);
        NeighbourSheet wrong = NeighbourSheet.of(search(withoutTwos, HighConfidence.of(2)), neighbours);
        // then
        write("neighbours-8-v-9.json", torn.report().toJson());
        write("neighbours-no-2.json", wrong.report().toJson());
        write("neighbours.md", torn.describe() + "\n" + wrong.describe() + "\n");
        Files.write(RESULTS.resolve("neighbours-8-v-9.png"), torn.png().orElseThrow());
        Files.write(RESULTS.resolve("neighbours-no-2.png"), wrong.png().orElseThrow());
        assertThat(torn.report().inputs()).hasSize(24);
    }

    private static Findings search(DataDistribution distribution, Target target) {
        return Search.of(classifier, distribution)
                .target(target)
                .sampling(Sampling.of(Method.MIXTURE))
                .seed(7)
                .run();
    }

    private static DataSet set(String name, String prefix) {
        return DataSet.idx(
                name, DATA.resolve(prefix + "-images-idx3-ubyte"), DATA.resolve(prefix + "-labels-idx1-ubyte"));
    }

    private static void write(String file, String text) throws IOException {
        Files.writeString(RESULTS.resolve(file), text);
    }
}
