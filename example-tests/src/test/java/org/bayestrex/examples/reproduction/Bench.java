/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.Target;

/**
 * Where experiments run: models, data, searches, and a console that shows how far they are.
 *
 * @param settings of the run
 * @param shelf the models
 * @param console for progress
 */
record Bench(Settings settings, ModelShelf shelf, PrintStream console) {

    /** A search with the settings of the run. */
    Findings search(Classifier classifier, DataDistribution distribution, Target target) {
        return search(classifier, distribution, target, settings.sampling());
    }

    Findings search(Classifier classifier, DataDistribution distribution, Target target, Sampling sampling) {
        Findings findings = Search.of(classifier, distribution)
                .target(target)
                .sampling(sampling)
                .run();
        String method = sampling.method() == Method.AUTO ? "" : " by " + sampling.method();
        tell("  %s%s: mass %s, %d of %d draws in the level set, %.0f s%s"
                .formatted(
                        findings.spec().describe(),
                        method,
                        Shown.rate(findings.levelSetMass()),
                        findings.inLevelSet().size(),
                        findings.samples().size(),
                        findings.elapsed().toMillis() / 1e3,
                        findings.diagnostics().converged() ? "" : ", NOT converged"));
        return findings;
    }

    void tell(String line) {
        console.println(line);
    }

    /** Of the files of a data set's test images those that are absent. */
    List<String> missingTestSet(Corpus corpus) {
        return Stream.of(images(corpus), labels(corpus))
                .filter(file -> !Files.isRegularFile(file))
                .map(file -> corpus.prefix() + "/" + file.getFileName())
                .toList();
    }

    /** The test images of a data set. */
    DataSet testSet(Corpus corpus) {
        return DataSet.idx(corpus.title() + " test", images(corpus), labels(corpus));
    }

    private Path images(Corpus corpus) {
        return settings.data().resolve(corpus.prefix()).resolve("t10k-images-idx3-ubyte");
    }

    private Path labels(Corpus corpus) {
        return settings.data().resolve(corpus.prefix()).resolve("t10k-labels-idx1-ubyte");
    }
}
