/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bayestrex.engine.label.Judge;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Device;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.engine.model.TorchScript.Output;

/**
 * The trained models by name, each a file and its card; on the CPU, where a seed gives the same draws again.
 *
 * @param directory where they are
 */
record ModelShelf(Path directory) {

    /** Of these models the files that are absent. */
    List<String> missing(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(name + ".pt", name + ".json"))
                .filter(file -> !Files.isRegularFile(directory.resolve(file)))
                .distinct()
                .toList();
    }

    Card card(String name) throws IOException {
        return Card.read(directory.resolve(name + ".json"));
    }

    Classifier classifier(String name) throws IOException {
        return TorchScript.classifier(file(name), Output.LOGITS, card(name).labels(), Device.cpu());
    }

    DataDistribution generator(String name, Set<Integer> excludedClasses) throws IOException {
        return TorchScript.generator(file(name), card(name).latentSize(), excludedClasses, Device.cpu());
    }

    /** A judge with the errors that its card tells; the classifier is to be closed by who calls. */
    Judge judge(Classifier classifier, String name) {
        return Judge.of(classifier, directory.resolve(name + ".json"));
    }

    private Path file(String name) {
        return directory.resolve(name + ".pt");
    }
}
