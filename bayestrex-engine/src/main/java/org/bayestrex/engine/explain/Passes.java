/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.InputGradient;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;

/**
 * Passes over variants of claims, in batches: variant v of claim c is row c x variants + v, so a batch holds as many claims as
 * it has room for.
 */
final class Passes {

    /** Rows of a batch: more do not stay in a processor's cache. */
    static final int ROWS = 128;

    private final Classifier classifier;
    private final List<Claim> claims;
    private final ClassScore score;
    private final int[] shape;
    private final int width;

    /** Writes a variant of a claim. */
    @FunctionalInterface
    interface Variant {
        void write(int claim, int variant, float[] input);
    }

    /** Reads what came of a variant of a claim. */
    @FunctionalInterface
    interface Reader {
        void read(int claim, int variant, float[] gradient);
    }

    Passes(Classifier classifier, List<Claim> claims, ClassScore score) {
        this.classifier = classifier;
        this.claims = List.copyOf(claims);
        this.score = score;
        this.shape = claims.isEmpty() ? new int[0] : claims.get(0).input().shape();
        this.width = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        for (Claim claim : claims) {
            if (!Arrays.equals(shape, claim.input().shape())) {
                throw new IllegalArgumentException("Inputs of one shape are explained together, but these are %s and %s"
                        .formatted(
                                Arrays.toString(shape),
                                Arrays.toString(claim.input().shape())));
            }
        }
    }

    /** Values of an input. */
    int width() {
        return width;
    }

    /** What a method says of the claims, one after the other. */
    List<Attribution> attributions(String method, IntFunction<Values> said) {
        return IntStream.range(0, claims.size())
                .mapToObj(claim -> {
                    Values values = said.apply(claim);
                    return new Attribution(
                            shaped(values.signed()),
                            shaped(values.magnitude()),
                            claims.get(claim).cls(),
                            score,
                            method,
                            values.figures());
                })
                .toList();
    }

    private Tensor shaped(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.of(floats, shape);
    }

    /** The values of each claim's input. */
    float[][] inputs() {
        return claims.stream().map(claim -> claim.input().toArray()).toArray(float[][]::new);
    }

    /** The score of each variant, [claims][variants], by forward passes. */
    double[][] scores(int variants, Variant variant) {
        double[][] scores = new double[claims.size()][variants];
        int rows = claims.size() * variants;
        for (int from = 0; from < rows; from += ROWS) {
            int count = Math.min(ROWS, rows - from);
            Tensor batch = batch(from, count, variants, variant);
            Tensor logits;
            synchronized (classifier) {
                logits = classifier.logits(batch);
            }
            requireRows(logits, count);
            for (int i = 0; i < count; i++) {
                int claim = (from + i) / variants;
                scores[claim][(from + i) % variants] = score.of(doubles(logits.row(i)), cls(claim, logits.shape()[1]));
            }
        }
        return scores;
    }

    /** The score's gradient at each variant. */
    void gradients(int variants, Variant variant, Reader reader) {
        InputGradient gradient = InputGradient.of(classifier).orElseThrow(this::noGradient);
        int rows = claims.size() * variants;
        boolean flows = false;
        for (int from = 0; from < rows; from += ROWS) {
            int first = from;
            int count = Math.min(ROWS, rows - from);
            Tensor batch = batch(from, count, variants, variant);
            Tensor gradients;
            synchronized (classifier) {
                gradients = gradient.pullBack(
                        batch, (row, logits) -> score.gradient(logits, cls((first + row) / variants, logits.length)));
            }
            for (int i = 0; i < count; i++) {
                float[] row = gradients.row(i).toArray();
                flows |= requireFinite(row);
                reader.read((from + i) / variants, (from + i) % variants, row);
            }
        }
        if (!flows && rows > 0) {
            throw new ModelException(
                    ("The gradient of %s is zero at all %,d inputs, as of a model that rounds, thresholds or"
                                    + " detaches. Explain it with a method that needs none, such as occlusion")
                            .formatted(classifier.name(), rows));
        }
    }

    private Tensor batch(int from, int count, int variants, Variant variant) {
        float[] batch = new float[count * width];
        float[] input = new float[width];
        for (int i = 0; i < count; i++) {
            variant.write((from + i) / variants, (from + i) % variants, input);
            System.arraycopy(input, 0, batch, i * width, width);
        }
        int[] extents =
                IntStream.concat(IntStream.of(count), Arrays.stream(shape)).toArray();
        return Tensor.of(batch, extents);
    }

    private int cls(int claim, int classes) {
        int cls = claims.get(claim).cls();
        if (cls < 0 || cls >= classes) {
            throw new IllegalArgumentException(
                    "There is no class %d in %s, which has %d".formatted(cls, classifier.name(), classes));
        }
        return cls;
    }

    private void requireRows(Tensor logits, int rows) {
        if (logits.shape().length != 2 || logits.shape()[0] != rows) {
            throw new ModelException("%s gave %s for a batch of %d inputs; a row of logits for each is expected"
                    .formatted(classifier.name(), logits, rows));
        }
    }

    /** Whether any of them is not zero. */
    private boolean requireFinite(float[] gradient) {
        boolean flows = false;
        for (float slope : gradient) {
            if (!Float.isFinite(slope)) {
                throw new ModelException("The gradient of " + classifier.name() + " is not finite");
            }
            flows |= slope != 0;
        }
        return flows;
    }

    private ModelException noGradient() {
        return new ModelException(
                ("%s has no gradient: it is no TorchScript model. Explain it with a method that needs none,"
                                + " such as occlusion, or let it implement InputGradient")
                        .formatted(classifier.name()));
    }

    private static double[] doubles(Tensor row) {
        double[] values = new double[row.size()];
        Arrays.setAll(values, row::get);
        return values;
    }
}
