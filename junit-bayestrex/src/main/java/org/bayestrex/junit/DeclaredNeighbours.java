/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.DataSetException;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.ModelFiles.Place;
import org.bayestrex.junit.report.NeighbourSheet;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The training images that one test's findings are held against: {@link NearestIn} on the method, then the builder, then the
 * class's.
 *
 * @param images the images
 * @param attribute the annotation and attribute that name them, or the builder's method, for messages
 * @param where it stands
 */
record DeclaredNeighbours(TrainingImages images, String attribute, String where) {

    /** Empty where none are named. Files are opened now, so that a wrong name costs no search; they are read when needed. */
    static Optional<DeclaredNeighbours> of(ExtensionContext context, Session session, Settings settings) {
        Optional<Declared<NearestIn>> declared =
                Declared.nearestFirst(context, NearestIn.class).stream().findFirst();
        BayesTrex builder = BayesTrex.of(context);
        TrainingImages given = builder == null ? null : builder.nearestIn();
        if (given != null && declared.isPresent() && !declared.get().isOnMethod()) {
            throw Misuse.givenTwice(declared.get().where(), "NearestIn", "nearestIn");
        }
        if (declared.isPresent()) {
            Place place = new Place(
                    declared.get().where(), context.getRequiredTestClass().getClassLoader(), settings);
            return Optional.of(read(declared.get().annotation(), place, session));
        }
        return Optional.ofNullable(given)
                .map(images -> new DeclaredNeighbours(
                        images, "BayesTrex.builder().nearestIn(...)", Declared.testName(context)));
    }

    /**
     * The sheet of some findings.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException when the images do not fit them
     */
    Optional<NeighbourSheet> nearestTo(Findings findings) {
        try {
            return images.nearestTo(findings);
        } catch (IllegalArgumentException | DataSetException unusable) {
            throw Misuse.unusable(attribute, where, unusable);
        }
    }

    private static DeclaredNeighbours read(NearestIn annotation, Place place, Session session) {
        String attribute = "@NearestIn(value = \"%s\")".formatted(annotation.value());
        Path folder = session.files().folder(annotation.value(), attribute, place);
        Path training = file(folder, "training", annotation.training(), place);
        Path heldOut = file(folder, "heldOut", annotation.heldOut(), place);
        try {
            TrainingImages images = session.trainingImages(
                    training,
                    heldOut,
                    () -> new TrainingImages(
                            DataSet.idx(folder.getFileName() + " training", training),
                            DataSet.idx(folder.getFileName() + " test", heldOut)));
            return new DeclaredNeighbours(images, attribute, place.where());
        } catch (DataSetException unusable) {
            throw Misuse.unusable(attribute, place.where(), unusable);
        }
    }

    private static Path file(Path folder, String attribute, String name, Place place) {
        Path plain = folder.resolve(name);
        Path compressed = folder.resolve(name + ".gz");
        if (!Files.isRegularFile(plain) && !Files.isRegularFile(compressed)) {
            throw Misuse.missingImages(attribute, name, place.where(), folder);
        }
        return Files.isRegularFile(plain) ? plain : compressed;
    }
}
