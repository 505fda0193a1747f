/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bayestrex.engine.dataset.AmbiguousPairs;
import org.bayestrex.engine.dataset.ConfidentErrors;
import org.bayestrex.engine.dataset.Coverage;
import org.bayestrex.engine.dataset.DataSetFindings;
import org.bayestrex.engine.dataset.DataSetSearch;
import org.bayestrex.engine.explain.Neighbours;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.junit.report.CoverageTable;
import org.bayestrex.junit.report.NeighbourSheet;

/** The page "beside a test set": here it only has to compile. */
final class TestSetPage {

    private TestSetPage() {}

    static String ask(Classifier classifier) {
        DataSet test =
                DataSet.idx("MNIST test", Path.of("t10k-images-idx3-ubyte.gz"), Path.of("t10k-labels-idx1-ubyte.gz"));
        DataSetSearch testSet = DataSetSearch.of(classifier, test);
        DataSetFindings fours = testSet.find(HighConfidence.of(4));
        ConfidentErrors errors = testSet.confidentErrors(.85);
        AmbiguousPairs pairs = testSet.ambiguousPairs(.4, .6);
        return fours.toJson() + errors.toJson() + pairs.toJson();
    }

    static void cover(DataSetSearch testSet, Findings torn, Findings sure) throws IOException {
        Coverage coverage = Coverage.of(testSet, List.of(torn, sure));
        Files.writeString(Path.of("coverage.md"), CoverageTable.markdown(coverage));
    }

    static void compare(DataSet training, DataSet test, Findings torn) throws IOException {
        Neighbours neighbours = Neighbours.of(training, test, 5);
        NeighbourSheet sheet = NeighbourSheet.of(torn, neighbours);
        Files.write(Path.of("neighbours.png"), sheet.png().orElseThrow());
    }

    static Neighbours compareLogits(Classifier classifier, DataSet training, DataSet test) {
        Neighbours inLogits = Neighbours.of(
                training.mapped("training logits", classifier::logits),
                test.mapped("test logits", classifier::logits),
                5);
        return inLogits;
    }
}
