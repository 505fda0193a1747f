/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bayestrex.engine.file.AtomicFile;
import org.bayestrex.engine.file.SafeName;
import org.bayestrex.engine.file.SharedFolder;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replaying;
import org.bayestrex.engine.search.SearchSpec;

/**
 * Findings in a folder of the repository: a folder for each test, in it a JSON file and a picture for each cluster of alike
 * findings. Beside them {@code waivers.json}, which people write.
 *
 * <pre>{@code
 * double[] now = Corpus.open(Path.of("src/test/bayestrex/corpus")).finding("a1b2c3d4e5").replay(classifier, digits).confidences();
 * }</pre>
 */
public final class Corpus {

    /** Clocks of machines that work together differ by less. */
    private static final Duration SKEW = Duration.ofHours(1);

    private static final String JSON = ".json";

    private final Path directory;
    private final Clock clock;

    private Corpus(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The corpus in a folder, which is made when something is first kept. */
    public static Corpus open(Path directory) {
        return open(directory, Clock.systemUTC());
    }

    /**
     * The same with another clock.
     *
     * @param clock what new findings are dated by and waivers expire by
     */
    public static Corpus open(Path directory, Clock clock) {
        return new Corpus(directory, clock);
    }

    /** Where it is. */
    public Path directory() {
        return directory;
    }

    /**
     * All that is in it, test by test, in the order of ids.
     *
     * @throws CorpusException when a file of it cannot be read
     */
    public List<CorpusFinding> findings() {
        List<CorpusFinding> findings = new ArrayList<>();
        for (Path folder : listed(directory)) {
            if (Files.isDirectory(folder)) {
                findings.addAll(read(folder));
            }
        }
        return findings;
    }

    /** The findings of one test, in the order of ids. */
    public List<CorpusFinding> findings(String test) {
        return read(folder(test));
    }

    /**
     * One finding.
     *
     * @throws CorpusException when there is no such one
     */
    public CorpusFinding finding(String id) {
        return findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new CorpusException("The corpus %s has no finding %s. Its findings are the JSON files in it"
                                .formatted(directory, id)));
    }

    /** The waivers. */
    public Waivers waivers() {
        return Waivers.read(directory);
    }

    /** What is wrong with the waivers as far as one test is concerned, each a sentence that says what to do. */
    public List<String> waiverProblems(String test) {
        Waivers waivers = waivers();
        return waivers.all().isEmpty() ? List.of() : waivers.problems(findings(), test, today());
    }

    /** Asks a model about the known findings of a test, in one batch of forward passes. */
    public KnownFindings recheck(String test, SearchSpec spec, Replaying replaying) {
        return KnownFindings.of(findings(test), waivers(), today(), spec, replaying);
    }

    /**
     * What is to be said about the clock: that the newest finding lies in the future. Dates are taken as they are all the
     * same.
     */
    public Optional<String> clockWarning() {
        Instant now = clock.instant();
        return findings().stream()
                .max(Comparator.comparing(CorpusFinding::found))
                .filter(newest -> newest.found().isAfter(now.plus(SKEW)))
                .map(newest ->
                        "The corpus %s has a finding of %s (%s), but the clock says %s. Either clock is wrong; by this one waivers may last too long. Correct it."
                                .formatted(directory, newest.found(), newest.id(), now));
    }

    /**
     * Keeps what is new among findings, one for each cluster of alike ones. Any number of builds may do so at once. Draws that
     * are known to be right are passed over, and whatever looks like a finding that is kept already.
     *
     * @param test class, method and target
     * @param most how many there may be of the test, the kept ones included; the largest clusters come first
     * @param picture draws an input as PNG, where it can
     * @return what was added
     * @throws CorpusException when the folder cannot be written; what was there before stays
     */
    public List<CorpusFinding> keep(
            String test, Findings findings, int most, Replaying replaying, Function<Tensor, Optional<byte[]>> picture) {
        Gathering gathering = new Gathering(test, findings, replaying, clock.instant());
        if (gathering.isEmpty()) {
            return List.of();
        }
        List<CorpusFinding> added = new ArrayList<>();
        Path folder = folder(test);
        try {
            new SharedFolder(directory).exclusively(() -> {
                for (Gathering.New found : gathering.beyond(findings(test), most)) {
                    Files.createDirectories(folder);
                    AtomicFile.deleteTemporaries(folder);
                    String id = found.finding().id();
                    Optional<byte[]> png = picture.apply(found.input());
                    if (png.isPresent()) {
                        AtomicFile.write(folder.resolve(id + ".png"), png.get());
                    }
                    AtomicFile.write(folder.resolve(id + JSON), CorpusJson.write(found.finding()));
                    added.add(found.finding());
                }
            });
            return added;
        } catch (IOException e) {
            throw new CorpusException(
                    ("New findings of %s cannot be kept in the corpus %s (%s). Make room there and let the folder be "
                                    + "written, or name another one with bayestrex.corpus.dir; with "
                                    + "-Dbayestrex.corpus=check known findings are asked again and nothing is written")
                            .formatted(test, directory, e),
                    e);
        }
    }

    private Path folder(String test) {
        return directory.resolve(SafeName.unique(test));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static List<CorpusFinding> read(Path folder) {
        List<CorpusFinding> findings = new ArrayList<>();
        for (Path file : listed(folder)) {
            if (file.toString().endsWith(JSON)) {
                try {
                    findings.add(CorpusJson.read(Files.readString(file)));
                } catch (IOException | RuntimeException e) {
                    throw new CorpusException(
                            "The finding %s cannot be read: %s. Take it from version control again, or delete it"
                                    .formatted(file, e.getMessage()),
                            e);
                }
            }
        }
        return findings;
    }

    /** In the order of names; nothing where there is no such folder. */
    private static List<Path> listed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new CorpusException("The corpus folder %s cannot be read: %s".formatted(folder, e), e);
        }
    }
}
