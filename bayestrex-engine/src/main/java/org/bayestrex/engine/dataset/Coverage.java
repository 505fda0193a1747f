/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bayestrex.engine.rate.Agreement;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;

/**
 * What a data set shows beside what searches show, target by target. The two speak of different distributions: of what
 * was collected, and of what the generator makes.
 *
 * @param classifier the model under test
 * @param dataSet where the real images come from
 * @param size number of real images
 * @param rows a row for each search, in their order
 */
public record Coverage(String classifier, String dataSet, int size, List<Row> rows) {

    public Coverage {
        rows = List.copyOf(rows);
    }

    /**
     * One target, on both sides.
     *
     * @param target which prediction
     * @param inDataSet number of images in the level set
     * @param dataSetRate how often an image of the data distribution is; an upper bound where none was
     * @param distribution what was searched
     * @param inSearch number of draws in the level set
     * @param searchMass how often a generated input is in the level set
     * @param converged whether the draws can be trusted
     * @param shown by whom such an input is shown
     * @param agree whether the two rates may be the same; if not, the generator makes such inputs more or less often than
     *     they are in the data set, beyond chance (all rows together raise this alarm by chance once in a thousand times)
     */
    public record Row(
            String target,
            int inDataSet,
            Rate dataSetRate,
            String distribution,
            int inSearch,
            Rate searchMass,
            boolean converged,
            Shown shown,
            boolean agree) {}

    /**
     * Asks the data set for what each search looked for.
     *
     * @param findings of searches with the same classifier
     * @throws IllegalArgumentException when a search was of another classifier
     */
    public static Coverage of(DataSetSearch search, List<Findings> findings) {
        List<Row> rows = findings.stream()
                .map(found -> row(search, found, findings.size()))
                .toList();
        return new Coverage(
                search.classifier().name(),
                search.dataSet().name(),
                search.dataSet().size(),
                rows);
    }

    /** How many targets are shown by whom. */
    public Map<Shown, Long> counts() {
        return rows.stream().collect(Collectors.groupingBy(Row::shown, Collectors.counting()));
    }

    /** As JSON, schema version {@value DataSetJson#SCHEMA_VERSION}. */
    public String toJson() {
        return DataSetJson.write(DataSetJson.of(this));
    }

    /** A search that ran out of time hands out no draw of what its prior draws had seen already. */
    static boolean wasSeen(int draws, Rate mass) {
        return draws > 0 || (mass.estimate() > 0 && mass.lower() > 0);
    }

    private static Row row(DataSetSearch search, Findings findings, int rows) {
        if (findings.spec().classifier() != search.classifier()) {
            throw new IllegalArgumentException(
                    "The search \"%s\" is of another classifier than the images went through, %s"
                            .formatted(
                                    findings.spec().describe(),
                                    search.classifier().name()));
        }
        DataSetFindings real =
                search.find(findings.target(), findings.spec().sampling().sigma());
        int drawn = findings.inLevelSet().size();
        return new Row(
                findings.target().describe(),
                real.found().size(),
                real.levelSetMass(),
                findings.spec().distribution().name(),
                drawn,
                findings.levelSetMass(),
                findings.diagnostics().converged(),
                Shown.of(!real.found().isEmpty(), wasSeen(drawn, findings.levelSetMass())),
                Agreement.of(real.levelSetMass(), findings.levelSetMass()).holds(rows));
    }
}
