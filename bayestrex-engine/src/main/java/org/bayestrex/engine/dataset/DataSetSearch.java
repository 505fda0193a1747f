/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.target.Target;

/**
 * The same questions asked of real images (Booth et al. 2021, section 4.10). The images go through the classifier once;
 * any number of questions is answered from that.
 *
 * <pre>{@code
 * DataSetSearch testSet = DataSetSearch.of(classifier, DataSet.idx("MNIST test", images, labels));
 * DataSetFindings fours = testSet.find(HighConfidence.of(4));
 * ConfidentErrors errors = testSet.confidentErrors(.85);
 * AmbiguousPairs pairs = testSet.ambiguousPairs(.4, .6);
 * }</pre>
 *
 * <p>Rates take the images as independent draws of the data distribution: their intervals are exact for a test set that
 * was drawn at random, and say nothing of inputs that nobody would have collected.
 */
public final class DataSetSearch {

    private final Classifier classifier;
    private final DataSet dataSet;
    private final Predictions predictions;

    private DataSetSearch(Classifier classifier, DataSet dataSet, Predictions predictions) {
        this.classifier = classifier;
        this.dataSet = dataSet;
        this.predictions = predictions;
    }

    /**
     * One forward pass over all images. The classifier stays the caller's to close, and is not used afterwards.
     *
     * @throws org.bayestrex.engine.model.ModelException when the classifier throws, or gives no numbers for an image
     * @throws org.bayestrex.engine.model.DataSetException when the images cannot be read
     */
    public static DataSetSearch of(Classifier classifier, DataSet dataSet) {
        return new DataSetSearch(classifier, dataSet, Predictions.of(classifier, dataSet));
    }

    /** Whose predictions these are. */
    public Classifier classifier() {
        return classifier;
    }

    /** What was looked through. */
    public DataSet dataSet() {
        return dataSet;
    }

    /** Number of the classifier's classes. */
    public int classes() {
        return predictions.classes();
    }

    /** What the model says of one image, found or not. */
    public FoundImage image(int index) {
        double[] confidences = predictions.confidences(index);
        int predicted = 0;
        for (int k = 1; k < confidences.length; k++) {
            predicted = confidences[k] > confidences[predicted] ? k : predicted;
        }
        OptionalInt label = dataSet.isLabelled() ? OptionalInt.of(dataSet.label(index)) : OptionalInt.empty();
        return new FoundImage(index, label, predicted, confidences);
    }

    /**
     * How often the prediction is the label. A label that is none of the model's classes is never predicted.
     *
     * @throws IllegalStateException when there are no labels
     */
    public Rate accuracy() {
        long right = images().filter(image -> !isWrong(image)).count();
        return ClopperPearson.of(right, dataSet.size(), imagesOf());
    }

    /** The images in a target's level set, with the relaxation's default width. */
    public DataSetFindings find(Target target) {
        return find(target, Sampling.DEFAULT.sigma());
    }

    /**
     * The images in a target's level set, the likeliest first.
     *
     * @param sigma width of the relaxation, that of the search which this is held against
     * @throws IllegalArgumentException when the target names a class that the model does not have
     */
    public DataSetFindings find(Target target, double sigma) {
        target.requireFits(classes());
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("sigma must be positive, but is " + sigma);
        }
        Comparator<FoundImage> byLikelihood = Comparator.comparingDouble(
                image -> -target.logLikelihood(image.confidences(), sigma, new double[classes()]));
        List<FoundImage> found = images().filter(image -> target.contains(image.confidences(), sigma))
                .sorted(byLikelihood)
                .toList();
        Rate mass = ClopperPearson.of(found.size(), dataSet.size(), imagesOf());
        OptionalInt claimed = target.claimedClass();
        if (claimed.isEmpty() || !dataSet.isLabelled()) {
            Rate unknown =
                    Rate.unknown(claimed.isEmpty() ? "the target claims no class" : dataSet.name() + " has no labels");
            return new DataSetFindings(classifier.name(), dataSet.name(), target, sigma, found, mass, unknown, unknown);
        }
        long wrong = found.stream()
                .filter(image -> image.label().orElseThrow() != claimed.getAsInt())
                .count();
        return new DataSetFindings(
                classifier.name(),
                dataSet.name(),
                target,
                sigma,
                found,
                mass,
                ClopperPearson.of(wrong, found.size(), "images found"),
                ClopperPearson.of(wrong, dataSet.size(), imagesOf()));
    }

    /**
     * The images that the model predicts wrongly with a confidence of at least this, the most confident first.
     *
     * @param threshold in (0, 1], such as .85
     * @throws IllegalStateException when there are no labels
     */
    public ConfidentErrors confidentErrors(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("The threshold must be in (0, 1], but is " + threshold);
        }
        List<FoundImage> confident =
                images().filter(image -> image.confidence() >= threshold).toList();
        List<FoundImage> errors = confident.stream()
                .filter(this::isWrong)
                .sorted(Comparator.comparingDouble(image -> -image.confidence()))
                .toList();
        return new ConfidentErrors(
                classifier.name(),
                dataSet.name(),
                threshold,
                errors,
                confident.size(),
                ClopperPearson.of(errors.size(), dataSet.size(), imagesOf()),
                ClopperPearson.of(errors.size(), confident.size(), "confident predictions"));
    }

    /**
     * The images for which two classes are both within a range, for each pair of classes.
     *
     * @param low lower end of both confidences, such as .4
     * @param high upper end of both, such as .6
     */
    public AmbiguousPairs ambiguousPairs(double low, double high) {
        if (!(low > 0 && low <= high && high <= 1)) {
            throw new IllegalArgumentException("The range must be within (0, 1], but is " + low + " to " + high);
        }
        PairTable table = new PairTable(classes());
        images().forEach(image -> {
            int[] within = IntStream.range(0, classes())
                    .filter(k -> image.confidences()[k] >= low && image.confidences()[k] <= high)
                    .toArray();
            table.add(image, within);
        });
        return new AmbiguousPairs(
                classifier.name(), dataSet.name(), dataSet.size(), low, high, table.pairs(imagesOf()));
    }

    private Stream<FoundImage> images() {
        return IntStream.range(0, dataSet.size()).mapToObj(this::image);
    }

    private String imagesOf() {
        return "images of " + dataSet.name();
    }

    private boolean isWrong(FoundImage image) {
        return image.predicted() != dataSet.label(image.index());
    }
}
