/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bayestrex.engine.json.Fields;
import org.bayestrex.engine.json.MalformedJsonException;

/**
 * What {@code waivers.json} says, which people write.
 *
 * @param file where it is, or would be
 * @param all in the file's order
 */
public record Waivers(Path file, List<Waiver> all) {

    private static final int SCHEMA_VERSION = 1;
    private static final String NAME = "waivers.json";

    public Waivers {
        all = List.copyOf(all);
    }

    /**
     * Reads the file in a corpus; no waivers where there is none.
     *
     * @throws CorpusException when it cannot be read, a waiver lacks something, or two are for one finding
     */
    static Waivers read(Path directory) {
        Path file = directory.resolve(NAME);
        if (!Files.isDirectory(directory)) {
            return new Waivers(
                    file, List.of()); // nothing was ever kept; a folder that cannot be one is said when it is written
        }
        try {
            List<Waiver> waivers = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Fields json :
                    Fields.parse(Files.readString(file), SCHEMA_VERSION).objects("waivers")) {
                Waiver waiver = waiver(json);
                if (!seen.add(waiver.cluster())) {
                    throw new CorpusException(
                            "The waivers %s hold two for %s. Keep one".formatted(file, waiver.cluster()));
                }
                waivers.add(waiver);
            }
            return new Waivers(file, waivers);
        } catch (NoSuchFileException none) {
            return new Waivers(file, List.of());
        } catch (IOException | MalformedJsonException | DateTimeParseException e) {
            throw new CorpusException(
                    ("The waivers %s cannot be read: %s. Each needs a \"cluster\", a \"reason\" and \"until\", a date such "
                                    + "as 2026-12-31")
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static Waiver waiver(Fields json) {
        return new Waiver(json.text("cluster"), json.text("reason"), LocalDate.parse(json.text("until")));
    }

    /** The waiver of a finding, expired or not. */
    public Optional<Waiver> of(CorpusFinding finding) {
        return all.stream()
                .filter(waiver -> waiver.cluster().equals(finding.id()))
                .findFirst();
    }

    /**
     * What is wrong with the waivers, each a sentence that says since when and what to do: those that are for no finding,
     * and the expired ones of one test.
     *
     * @param findings of the whole corpus
     */
    List<String> problems(List<CorpusFinding> findings, String test, LocalDate today) {
        Set<String> known = findings.stream().map(CorpusFinding::id).collect(Collectors.toSet());
        Set<String> own = findings.stream()
                .filter(finding -> finding.test().equals(test))
                .map(CorpusFinding::id)
                .collect(Collectors.toSet());
        List<String> problems = new ArrayList<>();
        for (Waiver waiver : all) {
            if (!known.contains(waiver.cluster())) {
                problems.add(
                        "%s waives %s (%s), but the corpus has no such finding. Correct the id, or remove the waiver."
                                .formatted(file, waiver.cluster(), waiver.reason()));
            } else if (own.contains(waiver.cluster()) && waiver.isExpired(today)) {
                problems.add(
                        "%s waived %s (%s) until %s, which is %d days ago. Remove the waiver if the finding is fixed; if it is not, fix it, or decide again and give a later date."
                                .formatted(
                                        file,
                                        waiver.cluster(),
                                        waiver.reason(),
                                        waiver.until(),
                                        ChronoUnit.DAYS.between(waiver.until(), today)));
            }
        }
        return problems;
    }
}
