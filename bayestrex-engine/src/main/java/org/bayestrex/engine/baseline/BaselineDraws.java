/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.WeightedRate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Part;
import org.bayestrex.engine.search.Sample;

/**
 * A few hundred draws of a level set that stand for all, weighted so that shares of them speak of the data distribution
 * there: by 1 / likelihood, as many times as the draw was handed out.
 *
 * @param chains how many the draws come from; 0 where they are independent of each other
 * @param independentChains how many of the chains share no ancestor
 * @param rows the draws
 */
public record BaselineDraws(int chains, int independentChains, List<Row> rows) {

    /** So many are kept: a share's interval is then at most .12 wide. */
    static final int MOST = 300;

    /**
     * One draw.
     *
     * @param chain it comes from, from 0; 0 where draws are independent
     * @param draw its number among the kept ones of its chain
     * @param weight positive
     * @param latent length d
     * @param logits of each class
     */
    public record Row(int chain, int draw, double weight, double[] latent, double[] logits) {}

    public BaselineDraws {
        rows = List.copyOf(rows);
    }

    /** Chooses among the draws of findings that are in the level set, evenly. */
    static BaselineDraws of(Findings findings) {
        return findings.diagnostics().source().equals(Part.WEIGHTED) ? independent(findings) : chained(findings);
    }

    /** Weighted draws were resampled: copies of one draw are one draw here, of so many times the weight. */
    private static BaselineDraws independent(Findings findings) {
        Map<List<Double>, List<Sample>> copies = new LinkedHashMap<>();
        for (Sample sample : findings.inLevelSet()) {
            List<Double> key = Arrays.stream(sample.latent()).boxed().toList();
            copies.computeIfAbsent(key, latent -> new ArrayList<>()).add(sample);
        }
        List<List<Sample>> draws = List.copyOf(copies.values());
        int count = Math.min(MOST, draws.size());
        List<Row> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            List<Sample> same = draws.get((int) ((long) i * draws.size() / count));
            Sample sample = same.get(0);
            rows.add(new Row(0, i, same.size() * findings.weight(sample), sample.latent(), sample.logits()));
        }
        return new BaselineDraws(0, 1, rows);
    }

    private static BaselineDraws chained(Findings findings) {
        int chains = 0;
        int longest = 0;
        for (Sample sample : findings.samples()) {
            chains = Math.max(chains, sample.chain() + 1);
            longest = Math.max(longest, sample.draw() + 1);
        }
        int columns = Math.min(longest, Math.max(1, MOST / Math.max(1, chains)));
        List<Row> rows = new ArrayList<>();
        for (Sample sample : findings.inLevelSet()) {
            int column = (int) ((long) sample.draw() * columns / longest);
            boolean first = sample.draw() == (column * longest + columns - 1) / columns;
            if (first) {
                rows.add(new Row(sample.chain(), column, findings.weight(sample), sample.latent(), sample.logits()));
            }
        }
        int ancestors = Math.max(1, findings.diagnostics().ancestors());
        return new BaselineDraws(chains, Math.min(Math.max(1, chains), ancestors), rows);
    }

    /** The latent points, in order. */
    List<double[]> latents() {
        return rows.stream().map(Row::latent).toList();
    }

    /**
     * The share of these draws at which something is so.
     *
     * @param events of each row, in order
     * @param what the draws, in the plural
     */
    Rate share(boolean[] events, String what) {
        if (rows.isEmpty()) {
            return Rate.unknown("no " + what);
        }
        if (chains == 0) {
            double[] weights = rows.stream().mapToDouble(Row::weight).toArray();
            return WeightedRate.ofIndependent(events, weights, Rate.DEFAULT_LEVEL, what);
        }
        int columns = rows.stream().mapToInt(Row::draw).max().orElseThrow() + 1;
        boolean[][] happened = new boolean[chains][columns];
        double[][] weights = new double[chains][columns];
        for (int i = 0; i < events.length; i++) {
            Row row = rows.get(i);
            happened[row.chain()][row.draw()] = events[i];
            weights[row.chain()][row.draw()] = row.weight();
        }
        return WeightedRate.ofChains(happened, weights, independentChains, Rate.DEFAULT_LEVEL, what);
    }
}
