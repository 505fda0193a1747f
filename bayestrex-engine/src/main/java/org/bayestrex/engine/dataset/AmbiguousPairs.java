/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

import java.util.List;
import org.bayestrex.engine.rate.Rate;

/**
 * Images for which a model gives two classes about equal confidence, by pair.
 *
 * @param classifier whose confidence
 * @param dataSet where from
 * @param size how many images were looked through
 * @param low lower end of both confidences
 * @param high upper end of both confidences
 * @param pairs every pair of classes, in ascending order, those without an image too
 */
public record AmbiguousPairs(String classifier, String dataSet, int size, double low, double high, List<Pair> pairs) {

    public AmbiguousPairs {
        pairs = List.copyOf(pairs);
    }

    /**
     * A pair of classes.
     *
     * @param first the lower class
     * @param second the higher class
     * @param images those torn between the two, in the data set's order
     * @param rate how often that happens
     */
    public record Pair(int first, int second, List<FoundImage> images, Rate rate) {

        public Pair {
            images = List.copyOf(images);
        }
    }

    /** Pairs with at least one image, most images first. */
    public List<Pair> found() {
        return pairs.stream()
                .filter(pair -> !pair.images().isEmpty())
                .sorted((one, other) ->
                        Integer.compare(other.images().size(), one.images().size()))
                .toList();
    }

    /** Number of images that are torn between any two classes; one that is in several pairs counts once. */
    public int images() {
        return (int) pairs.stream()
                .flatMap(pair -> pair.images().stream())
                .mapToInt(FoundImage::index)
                .distinct()
                .count();
    }

    /** As JSON, schema version {@value DataSetJson#SCHEMA_VERSION}; pairs without an image are only counted. */
    public String toJson() {
        return DataSetJson.write(DataSetJson.of(this));
    }
}
