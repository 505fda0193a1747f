/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.bayestrex.engine.file.Sha256;
import org.bayestrex.engine.label.CsvTable.Row;
import org.bayestrex.engine.rate.RoganGladen;

/**
 * Labels that people wrote in a table: one row for each input, with the columns {@code id} and {@code label}. They are
 * taken for the truth.
 *
 * <p>Rates speak of the inputs that have a label, so those must be picked at random, not by their looks. Inputs that
 * people were unsure of are left out.
 *
 * @param name of the file
 * @param byId the class of each input that has a label, or {@link #NONE}
 */
public record PeoplesLabels(String name, Map<String, Integer> byId) implements LabelOracle {

    /** What people write where an input shows none of the classes. */
    public static final String NO_CLASS = "none";

    private static final Set<String> UNSURE = Set.of("", "?", "unsure", "unknown");

    public PeoplesLabels {
        byId = Map.copyOf(byId);
    }

    /**
     * Reads a table.
     *
     * @param csv UTF-8, separated by commas or semicolons, with a header that names {@code id} and {@code label}; other columns
     *     are not looked at. A label that is empty, {@code ?} or {@code unsure} is not there; {@code none} says that the input shows
     *     none of the classes
     * @param classNames what labels may be, in the order of the classes, in any case; where empty, classes are numbers from 0
     * @throws IllegalArgumentException when the file cannot be read, a label is no class, or an id has two labels; the
     *     message names the line
     */
    public static PeoplesLabels read(Path csv, List<String> classNames) {
        String text;
        try {
            text = Files.readString(csv);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file of labels " + csv, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The labels in " + csv + " cannot be read: " + e, e);
        }
        try {
            return new PeoplesLabels(csv.getFileName().toString(), labels(CsvTable.parse(text), classNames));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The labels in " + csv + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Map<String, Integer> labels(CsvTable table, List<String> classNames) {
        int id = table.column("id");
        int label = table.column("label");
        Map<String, Integer> labels = new HashMap<>();
        for (Row row : table.rows()) {
            String key = row.cells().get(id).strip().toLowerCase(Locale.ROOT);
            String value = row.cells().get(label).strip();
            if (UNSURE.contains(value.toLowerCase(Locale.ROOT))) {
                continue;
            }
            if (key.isEmpty()) {
                throw new IllegalArgumentException(
                        "line " + row.line() + " has the label \"" + value + "\", but no id");
            }
            int cls = classOf(value, classNames, row.line());
            Integer before = labels.put(key, cls);
            if (before != null && before != cls) {
                throw new IllegalArgumentException("line %d labels %s with \"%s\", but an earlier one with \"%s\""
                        .formatted(row.line(), key, value, nameOf(before, classNames)));
            }
        }
        return labels;
    }

    private static int classOf(String label, List<String> classNames, int line) {
        if (label.equalsIgnoreCase(NO_CLASS) && classNames.stream().noneMatch(NO_CLASS::equalsIgnoreCase)) {
            return NONE;
        }
        if (classNames.isEmpty()) {
            if (label.matches("[0-9]{1,6}")) {
                return Integer.parseInt(label);
            }
            throw new IllegalArgumentException(
                    "line %d has the label \"%s\", which is no class: classes are numbered from 0"
                            .formatted(line, label));
        }
        for (int cls = 0; cls < classNames.size(); cls++) {
            if (classNames.get(cls).equalsIgnoreCase(label)) {
                return cls;
            }
        }
        throw new IllegalArgumentException(
                ("line %d has the label \"%s\", which is none of the classes %s (write \"none\" where it shows none of them, "
                                + "\"unsure\" where nobody can tell)")
                        .formatted(line, label, classNames));
    }

    private static String nameOf(int cls, List<String> classNames) {
        if (cls == NONE) {
            return NO_CLASS;
        }
        return classNames.isEmpty() ? String.valueOf(cls) : classNames.get(cls);
    }

    @Override
    public List<OptionalInt> labels(List<Specimen> specimens) {
        return specimens.stream()
                .map(specimen -> byId.get(specimen.id()))
                .map(cls -> cls == null ? OptionalInt.empty() : OptionalInt.of(cls))
                .toList();
    }

    @Override
    public Optional<RoganGladen> errors(int cls) {
        return Optional.empty();
    }

    /** Of the labels, in whatever order the table had them. */
    @Override
    public String fingerprint() {
        return Sha256.of(new TreeMap<>(byId).toString());
    }

    @Override
    public void requireFits(int classes) {
        byId.forEach((id, cls) -> {
            if (cls != NONE && (cls < 0 || cls >= classes)) {
                throw new IllegalArgumentException(
                        "%s labels %s with %d, but the classes of the model under test go from 0 to %d"
                                .formatted(name, id, cls, classes - 1));
            }
        });
    }
}
