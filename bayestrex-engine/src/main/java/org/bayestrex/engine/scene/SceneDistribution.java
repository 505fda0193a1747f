/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.PriorMove;
import org.bayestrex.engine.model.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of scenes in the manner of CLEVR as a data distribution: a scene's attributes, positions, camera and lamps are functions
 * of latents z ~ N(0, I), a scene that breaks CLEVR's rules is not {@linkplain #admits admitted}, and a renderer makes the picture.
 * There is no gradient; {@link #moves()} are proposals for such scenes.
 *
 * <pre>{@code
 * SceneDistribution scenes = SceneDistribution.builder()
 *         .objects(5)
 *         .without(Shape.CUBE)
 *         .asking(Count.of(Shape.CUBE))
 *         .build();
 * }</pre>
 *
 * <p>Safe for threads.
 *
 * @since 0.1
 */
public final class SceneDistribution implements DataDistribution {

    private final String name;
    private final Grammar grammar;
    private final Renderer renderer;
    private final @Nullable Count question;
    private final int classes;

    private SceneDistribution(Builder builder) {
        this.name = builder.name();
        this.grammar = new Grammar(new Layout(builder.fewest, builder.most), List.copyOf(builder.shapes));
        this.renderer = new Renderer(builder.width, builder.height);
        this.question = builder.question;
        this.classes = builder.classes;
    }

    /** Five objects of CLEVR's three shapes and the cone, pictures of 96 by 72 pixels, no question. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int latentSize() {
        return grammar.layout().size();
    }

    /** The scene of a latent point, admitted or not. */
    public Scene scene(double[] latent) {
        requireLatent(latent.length);
        return grammar.scene(latent);
    }

    /**
     * A latent point of a scene: {@link #scene} gives the scene again, up to the rounding of positions to floats.
     *
     * @throws IllegalArgumentException when the scene cannot come from here: its number of objects, a shape, an offset
     */
    public double[] latent(Scene scene) {
        return grammar.latent(scene);
    }

    /** The picture of a scene, in this distribution's size. */
    public Picture picture(Scene scene) {
        return renderer.render(scene);
    }

    @Override
    public boolean admits(double[] latent) {
        return admits(scene(latent));
    }

    /** Whether a scene keeps the rules: gaps, margins, and enough to be seen of each object. */
    public boolean admits(Scene scene) {
        return Validity.holds(scene);
    }

    @Override
    public Tensor generate(Tensor latents) {
        int rows = latents.shape()[0];
        int width = latents.size() / rows;
        requireLatent(width);
        float[] all = latents.toArray();
        float[] pictures = new float[rows * picture()];
        int[] distinct = IntStream.range(0, rows)
                .filter(row -> firstLike(row, all, width) == row)
                .toArray();
        Rows.each(distinct.length, i -> {
            int row = distinct[i];
            double[] latent = new double[width];
            for (int j = 0; j < width; j++) {
                latent[j] = all[row * width + j];
            }
            renderer.render(grammar.scene(latent), pictures, row * picture());
        });
        for (int row = 0; row < rows; row++) {
            int first = firstLike(row, all, width);
            if (first < row) {
                System.arraycopy(pictures, first * picture(), pictures, row * picture(), picture());
            }
        }
        return Tensor.of(pictures, rows, 3, renderer.height(), renderer.width());
    }

    /** The first row with the same latents: batches are padded with copies of a row, which are rendered once. */
    private static int firstLike(int row, float[] latents, int width) {
        int first = 0;
        while (!Arrays.equals(latents, first * width, (first + 1) * width, latents, row * width, (row + 1) * width)) {
            first++;
        }
        return first;
    }

    private int picture() {
        return 3 * renderer.width() * renderer.height();
    }

    private void requireLatent(int length) {
        if (length != latentSize()) {
            throw new IllegalArgumentException(
                    "A point of %s has %d latents, but %d were given".formatted(name, latentSize(), length));
        }
    }

    /** The question that is asked of the scenes; null where none is. */
    public @Nullable Count question() {
        return question;
    }

    @Override
    public OptionalInt labelOf(double[] latent) {
        return question == null ? OptionalInt.empty() : OptionalInt.of(question.in(scene(latent)));
    }

    /** Answers that no scene here has: above 0 where nothing that is counted occurs, above the number of objects always. */
    @Override
    public Set<Integer> excludedClasses() {
        if (question == null) {
            return Set.of();
        }
        Layout layout = grammar.layout();
        boolean none = question.shapes().stream().noneMatch(grammar.shapes()::contains);
        boolean all = question.attributes().stream().allMatch(Shape.class::isInstance)
                && question.shapes().containsAll(grammar.shapes());
        int lowest = all ? layout.fewest() : 0;
        int highest = none ? 0 : layout.most();
        Set<Integer> excluded = new TreeSet<>();
        IntStream.range(0, classes)
                .filter(count -> count < lowest || count > highest)
                .forEach(excluded::add);
        return Set.copyOf(excluded);
    }

    @Override
    public List<PriorMove> moves() {
        Layout layout = grammar.layout();
        List<PriorMove> moves = new ArrayList<>();
        moves.add(new PaperMove(layout));
        moves.add(new RedrawMove(layout));
        moves.add(new ShiftMove(layout));
        moves.add(new AttributeMove(layout, grammar.categories()));
        moves.add(new JitterMove(layout));
        moves.add(new PlaceMove(layout));
        moves.add(new LightMove(layout, true));
        moves.add(new LightMove(layout, false));
        if (layout.counted()) {
            moves.add(new BirthDeathMove(layout));
        }
        return List.copyOf(moves);
    }

    /** The objects, where their number does not vary; where it does, one that is there is another thing than one that is not. */
    @Override
    public List<int[]> exchangeable() {
        Layout layout = grammar.layout();
        return layout.counted()
                ? List.of()
                : IntStream.range(0, layout.most())
                        .mapToObj(i -> IntStream.range(layout.object(i), layout.object(i + 1))
                                .toArray())
                        .toList();
    }

    /**
     * A scene as CLEVR makes them, for training sets: object after object, each redrawn until it fits. Every number of objects is as
     * probable as the others. That is not the prior given that a scene is admitted, under which scenes of many objects are rare,
     * since they seldom keep the rules.
     *
     * @return the latent point of an admitted scene
     */
    public double[] placed(UniformRandomProvider random) {
        return new Placement(grammar).draw(random);
    }

    /** How many objects there are of each kind, their mean place, camera and lamps: not which object is the first. */
    @Override
    public List<String> summaryNames() {
        return new Summaries(grammar.shapes(), grammar.layout().counted()).names();
    }

    @Override
    public double[] summaries(double[] latent) {
        return new Summaries(grammar.shapes(), grammar.layout().counted()).of(scene(latent));
    }

    /** All that the pictures depend on: the renderer has a version, which a change of its pictures raises. */
    @Override
    public String fingerprint() {
        return "scenes 1, %d to %d objects of %s, %d x %d%s"
                .formatted(
                        grammar.layout().fewest(),
                        grammar.layout().most(),
                        grammar.shapes(),
                        renderer.width(),
                        renderer.height(),
                        question == null ? "" : ", " + question);
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String toString() {
        return name;
    }

    /** Says what the scenes are like. */
    public static final class Builder {

        /** CLEVR's scenes have up to 10 objects. */
        private static final int CLASSES = 11;

        private int fewest = 5;
        private int most = 5;
        private final EnumSet<Shape> shapes = EnumSet.allOf(Shape.class);
        private int width = 96;
        private int height = 72;
        private @Nullable String name;
        private @Nullable Count question;
        private int classes = CLASSES;

        private Builder() {}

        /** Always so many objects. */
        public Builder objects(int count) {
            return objects(count, count);
        }

        /** From so many to so many objects, each number equally probable before scenes are refused. */
        public Builder objects(int fewest, int most) {
            if (fewest < 1 || most < fewest) {
                throw new IllegalArgumentException(
                        "Scenes have at least one object and no fewer at most than at least, but objects(%d, %d) was asked for"
                                .formatted(fewest, most));
            }
            this.fewest = fewest;
            this.most = most;
            return this;
        }

        /** Scenes without these shapes. */
        public Builder without(Shape... unwanted) {
            shapes.removeAll(List.of(unwanted));
            return this;
        }

        /** Scenes with these shapes only. */
        public Builder only(Shape... wanted) {
            shapes.retainAll(List.of(wanted));
            return this;
        }

        /** Size of the pictures, in pixels; 96 by 72 unless it is said. */
        public Builder size(int width, int height) {
            this.width = width;
            this.height = height;
            return this;
        }

        /** How the distribution is called. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** What the network under test is to answer: its true label is then known of every scene. The network has 11 classes. */
        public Builder asking(Count question) {
            return asking(question, CLASSES);
        }

        /** As above, for a network with so many classes: 0 to one less objects. */
        public Builder asking(Count question, int classes) {
            this.question = question;
            this.classes = classes;
            return this;
        }

        private String name() {
            String counts = fewest == most ? String.valueOf(fewest) : fewest + "-" + most;
            EnumSet<Shape> missing = EnumSet.complementOf(shapes);
            String without = missing.isEmpty()
                    ? ""
                    : " without "
                            + String.join(
                                    ", ", missing.stream().map(Shape::word).toList());
            return name == null ? "scenes of " + counts + " objects" + without : name;
        }

        /**
         * The distribution.
         *
         * @throws IllegalStateException when no shape is left
         */
        public SceneDistribution build() {
            if (shapes.isEmpty()) {
                throw new IllegalStateException("No shape is left: without(...) and only(...) exclude them all");
            }
            return new SceneDistribution(this);
        }
    }
}
