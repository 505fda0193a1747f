/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bayestrex.engine.explain.RemovalCurve;
import org.bayestrex.engine.explain.mask.DiffMask;
import org.bayestrex.engine.explain.mask.LayerMasks;

/** Prints the tables of docs/diffmask.md and draws its pictures. */
public final class DiffMaskTables {

    static final long SEED = 20200916L;
    private static final List<Long> SEEDS = List.of(101L, 202L, 303L);
    private static final int EPOCHS = 50;
    private static final int EXPLAINED = 200;
    private static final int SHOWN = 8;

    private final PrintStream out;
    private final MaskPictures pictures;

    private DiffMaskTables(PrintStream out, Path folder) throws IOException {
        this.out = out;
        this.pictures = new MaskPictures(folder);
    }

    /**
     * Prints tables.
     *
     * @param arguments the folder of the examples' models, the folder for pictures, and which of toy, seeds and images
     */
    public static void main(String... arguments) throws IOException {
        DiffMaskTables tables = new DiffMaskTables(System.out, Path.of(arguments[1]));
        List<String> sections = List.of(arguments[2].split(","));
        if (sections.contains("toy")) {
            tables.toy();
        }
        if (sections.contains("seeds")) {
            tables.seeds();
        }
        if (sections.contains("images")) {
            tables.images(Path.of(arguments[0]));
        }
    }

    private void toy() throws IOException {
        ToyComparison comparison = new ToyComparison(SEED);
        try (ToyNetwork network = comparison.network(EPOCHS)) {
            print(
                    "toy network: accuracy %.4f on %d validation examples%n%n",
                    network.accuracy(comparison.validation()),
                    comparison.validation().size());
            print("| | KL | JS | KL, paper | JS, paper |%n|---|---|---|---|---|%n");
            Map<String, List<double[]>> shown = new LinkedHashMap<>();
            for (ToyComparison.Method method : comparison.others(network)) {
                print("%s%n", comparison.line(method));
                shown.put(method.name(), method.attributions());
            }
            Map<String, LayerMasks> masks = new LinkedHashMap<>();
            masks.put("DiffMask", comparison.diffMask(network));
            masks.put("DiffMask, each input alone", comparison.diffMaskOfEach(network));
            masks.forEach((name, found) -> {
                ToyComparison.Method method = comparison.method(name, found);
                print("%s%n", comparison.line(method));
                shown.put(name, method.attributions());
            });
            print("%n");
            constraints(masks);
            bars(comparison.validation(), shown);
        }
    }

    /** Each with examples, network and probes of its own. */
    private void seeds() {
        print("| seed | network's accuracy | KL | JS | divergence | constraint | kept | same class |%n");
        print("|---|---|---|---|---|---|---|---|%n");
        for (long seed : SEEDS) {
            ToyComparison comparison = new ToyComparison(seed);
            try (ToyNetwork network = comparison.network(EPOCHS)) {
                LayerMasks masks = comparison.diffMask(network);
                AttributionError error = comparison.error(masks);
                print(
                        "| %d | %.3f | %.4f | %.4f | %.4f | %s | %.3f | %.3f |%n",
                        seed,
                        network.accuracy(comparison.validation()),
                        error.divergence(),
                        error.jensenShannon(),
                        masks.divergence(),
                        masks.meetsConstraint() ? "met" : "violated",
                        masks.keptShare(),
                        masks.agreement());
            }
        }
        print("%n");
    }

    /** The first input of six digits that has both m and n among others. */
    private void bars(ToyTask task, Map<String, List<double[]>> attributions) throws IOException {
        for (int row = 0; row < task.size(); row++) {
            double[] truth = ToyTask.truth(task.inputs().row(row));
            long needed = Arrays.stream(truth).filter(share -> share > 0).count();
            if (task.labels()[row] == 1
                    && needed == 3
                    && ToyTask.length(task.inputs().row(row)) == 6) {
                Map<String, double[]> bars = new LinkedHashMap<>();
                bars.put("known truth", truth);
                for (Map.Entry<String, List<double[]>> method : attributions.entrySet()) {
                    bars.put(
                            method.getKey().replace("DiffMask, ", ""),
                            method.getValue().get(row));
                }
                pictures.bars("toy", task.inputs().row(row), bars);
                return;
            }
        }
    }

    private void images(Path models) throws IOException {
        try (ImageComparison comparison = new ImageComparison(models, EXPLAINED, SEED)) {
            Map<String, LayerMasks> masks = new LinkedHashMap<>();
            DiffMask inputs = comparison.ofInputs(ImageComparison.STEPS);
            List<LayerMasks> layers = inputs.explain(comparison.explained());
            masks.put("pixels, by the pixels (l = 0)", layers.get(0));
            masks.put("pixels, by the first convolution (l = 1)", layers.get(1));
            masks.put("pixels, by the pooled features (l = 2)", layers.get(2));
            DiffMask features = comparison.ofFeatures(ImageComparison.STEPS);
            List<LayerMasks> hidden = features.explain(comparison.explained());
            masks.put("first convolution", hidden.get(0));
            masks.put("pooled features", hidden.get(1));
            LayerMasks each = comparison.ofEach(ImageComparison.STEPS_OF_EACH);
            masks.put("pixels, each picture alone", each);
            print("%s, %d draws of mnist-gan%n%n", comparison.model().name(), EXPLAINED);
            constraints(masks);
            Map<String, List<double[]>> maps = comparison.maps(layers.get(2), each);
            Map<String, double[]> deletions = comparison.curves(RemovalCurve.Kind.DELETION, layers.get(2), maps);
            Map<String, double[]> insertions = comparison.curves(RemovalCurve.Kind.INSERTION, layers.get(2), maps);
            print("| | area, patches deleted | area, patches inserted |%n|---|---|---|%n");
            maps.keySet()
                    .forEach(name -> print(
                            "| %s | %.3f | %.3f |%n",
                            name,
                            ImageComparison.area(Objects.requireNonNull(deletions.get(name))),
                            ImageComparison.area(Objects.requireNonNull(insertions.get(name)))));
            pictures.curves("deletion", "Patches made black, most important first", deletions);
            pictures.curves("insertion", "Patches put back, most important first", insertions);
            pictures.sheet("maps", comparison.explained(), SHOWN, maps);
            Map<String, List<double[]>> kept = new LinkedHashMap<>();
            masks.forEach((name, found) -> kept.put(name, ImageComparison.expectations(found)));
            pictures.sheet("masks", comparison.explained(), SHOWN, kept);
        }
    }

    private void constraints(Map<String, LayerMasks> masks) {
        print(
                "| masked | kept | KL | allowed | violation | multiplier | same class |%n|---|---|---|---|---|---|---|%n");
        masks.forEach((name, found) -> print(
                "| %s | %.3f | %.4f | %.2f | %.4f | %.2f | %.3f |%n",
                name,
                found.keptShare(),
                found.divergence(),
                found.epsilon(),
                found.violation(),
                found.multiplier(),
                found.agreement()));
        print("%n");
    }

    private void print(String format, Object... arguments) {
        out.printf(Locale.ROOT, format, arguments);
        out.flush();
    }
}
