/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Every number of the Bayes-TrEx paper (Booth et al., AAAI 2021) on MNIST and Fashion-MNIST, measured again and set beside
 * the paper's: as Markdown, and as a page with pictures. Experiment after experiment, each written as soon as it is done.
 */
public final class Reproduction {

    private static final List<Experiment> EXPERIMENTS = List.of(
            new ConfidenceTable(Corpus.MNIST),
            new ConfidenceTable(Corpus.FASHION),
            new FortyFivePairs(Corpus.MNIST, "vae", 38),
            new FortyFivePairs(Corpus.MNIST, "gan", 38),
            new FortyFivePairs(Corpus.FASHION, "vae", 28),
            new FortyFivePairs(Corpus.FASHION, "gan", 28),
            new TestSetCounts(Corpus.MNIST, 84, 12, 10),
            new TestSetCounts(Corpus.FASHION, 802, 162, 12),
            new VaguePairs(Corpus.MNIST),
            new VaguePairs(Corpus.FASHION),
            new AdaptedModel(),
            new Scenes(),
            new SceneCounts(),
            new Speed());

    private static final String INTRODUCTION = """
            # The paper's experiments, done again

            Written by `%s`, which also makes [a page with pictures](reproduction.html). Each experiment below was run by the
            command at its head. A number of ours has an interval at 95 %%; where it differs from the paper's (Booth, Zhou, Shah and
            Shah, AAAI 2021), a sentence says why as far as the run shows it. What was not found has an upper bound and no more.
            Neither the paper's weights nor its appendices can be had: classifiers have its layers and were trained
            [here](../example-tests/training/README.md).
            """.formatted(Settings.COMMAND);

    private static final String NOT_RUN = "Not run yet: `" + Settings.COMMAND + " -Dreproduction.sections=%s`";

    private final Bench bench;
    private final SectionFile document;
    private final SectionFile page;

    private Reproduction(Bench bench) {
        this.bench = bench;
        List<String> names = EXPERIMENTS.stream().map(Experiment::name).toList();
        document = new SectionFile(bench.settings().document(), INTRODUCTION, names, NOT_RUN, "");
        page = new SectionFile(
                bench.settings().page(), Html.HEAD, names, "<p>" + NOT_RUN.replace("`", "") + "</p>", Html.TAIL);
    }

    /**
     * Runs experiments and writes their sections.
     *
     * @param arguments see {@link Settings#of}
     */
    public static void main(String... arguments) throws IOException {
        Settings settings = Settings.of(arguments);
        List<String> names = EXPERIMENTS.stream().map(Experiment::name).toList();
        settings.sections().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "There is no section " + name + "; there are " + String.join(", ", names));
                });
        new Reproduction(new Bench(settings, new ModelShelf(settings.models()), System.out)).run();
    }

    private void run() throws IOException {
        Files.createDirectories(
                Objects.requireNonNull(document.file().toAbsolutePath().getParent(), "a file in a folder"));
        Files.createDirectories(
                Objects.requireNonNull(page.file().toAbsolutePath().getParent(), "a file in a folder"));
        List<String> failed = new ArrayList<>();
        for (Experiment experiment : EXPERIMENTS) {
            if (bench.settings().wants(experiment) && !run(experiment)) {
                failed.add(experiment.name());
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("These experiments failed: " + String.join(", ", failed));
        }
    }

    /** What fails costs its own section, and says so there. */
    private boolean run(Experiment experiment) throws IOException {
        bench.tell(experiment.title());
        Instant begin = Instant.now();
        Duration before = Machine.processorTime();
        Section section = new Section();
        boolean done = true;
        try {
            section.append(experiment.run(bench));
        } catch (IOException | RuntimeException e) { // of whatever kind: hours of other experiments follow
            e.printStackTrace(bench.console());
            section.paragraph("FAILED: " + e);
            done = false;
        }
        Duration taken = Duration.between(begin, Instant.now());
        Duration computed = Machine.processorTime().minus(before);
        Section whole = new Section()
                .paragraph("`%s`; %s s of processor time, %s s by the clock."
                        .formatted(
                                bench.settings().command(experiment),
                                Shown.count(computed.toSeconds()),
                                Shown.count(taken.toSeconds())))
                .append(section);
        document.replace(experiment.name(), Markdown.of(experiment.title(), whole));
        page.replace(experiment.name(), Html.of(experiment.title(), whole));
        bench.tell("  %s after %d s".formatted(done ? "written" : "FAILED", taken.toSeconds()));
        return done;
    }
}
