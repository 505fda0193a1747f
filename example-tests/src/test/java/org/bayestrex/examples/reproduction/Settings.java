/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bayestrex.engine.search.Sampling;

/**
 * What a run is given.
 *
 * @param models directory of the models
 * @param data directory with a folder of IDX files for each data set
 * @param document Markdown to write
 * @param page HTML to write
 * @param sections names of the experiments to run; empty for all
 * @param sampling of every search
 */
record Settings(Path models, Path data, Path document, Path page, List<String> sections, Sampling sampling) {

    /** How the build is called for all experiments. */
    static final String COMMAND = "mvn -Preproduction -pl example-tests -am verify -DskipTests";

    private static final int ARGUMENTS = 8;

    Settings {
        sections = List.copyOf(sections);
    }

    /** From the command line: models, data, document, page, sections with commas between them, seed, draws, seconds. */
    static Settings of(String... arguments) {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException(
                    "needs: directory of the models, directory of the data, Markdown file, HTML"
                            + " file, sections (empty: all), seed, draws of each search, seconds for each search");
        }
        List<String> sections = Arrays.stream(arguments[4].split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        Sampling usual = Sampling.DEFAULT;
        return new Settings(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                Path.of(arguments[3]),
                sections,
                usual.withSeed(Long.parseLong(arguments[5]))
                        .withDraws(Math.max(4, Integer.parseInt(arguments[6]) / usual.chains()))
                        .withDeadline(Duration.ofSeconds(Long.parseLong(arguments[7]))));
    }

    /** Whether an experiment is to be run. */
    boolean wants(Experiment experiment) {
        return sections.isEmpty() || sections.contains(experiment.name());
    }

    /** The command that repeats one experiment with these settings. */
    String command(Experiment experiment) {
        return "%s -Dreproduction.sections=%s -Dreproduction.seed=%d -Dreproduction.draws=%d -Dreproduction.seconds=%d"
                .formatted(
                        COMMAND,
                        experiment.name(),
                        sampling.seed(),
                        sampling.chains() * sampling.draws(),
                        sampling.deadline().toSeconds());
    }
}
