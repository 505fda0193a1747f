/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import java.util.Arrays;
import java.util.Objects;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.ModelException;
import org.jspecify.annotations.Nullable;

/**
 * Answers the waiting points of all live chains, whatever their targets, by one pass through the
 * networks at a time.
 *
 * <p>The likelihood's head differs from row to row: a forward pass gives the logits of the whole
 * batch, each row's target turns them into a log density and a cotangent, and one backward pass
 * answers all. Every batch is padded to one size, at which a row's bits depend on its values and its
 * slot, but not on its neighbours; the slot too, since matrix kernels treat the last row of each block
 * of rows otherwise than the first ones. So every point waits for a slot of its own, and a chain's draws
 * don't depend on what runs beside it.
 *
 * <p>Points that want a gradient and points that don't wait apart. Those are served that fill more
 * slots; the others when they were passed over too often.
 *
 * <p>One thread at a time.
 */
public final class GradientBatcher {

    private static final int PATIENCE = 8;

    private final LatentClassifier model;
    private final Waiting gradients;
    private final Waiting forwards;
    private int passedOver;

    /**
     * A batcher in front of a model.
     *
     * @param rows the size to which every batch is padded
     */
    public GradientBatcher(LatentClassifier model, int rows) {
        this(model, new Lanes(rows), new Lanes(rows));
    }

    private GradientBatcher(LatentClassifier model, Waiting gradients, Waiting forwards) {
        this.model = model;
        this.gradients = gradients;
        this.forwards = forwards;
    }

    /**
     * A batcher whose batches are as large as there are points that wait, up to a limit: faster where few
     * wait, but a row's last bits then depend on what runs beside it.
     *
     * @param most rows of the largest batch
     */
    public static GradientBatcher free(LatentClassifier model, int most) {
        return new GradientBatcher(model, new Pool(most), new Pool(most));
    }

    /** Lets a point wait. */
    public void submit(Request request) {
        (request.gradient() ? gradients : forwards).add(request);
    }

    /** Whether nothing waits. */
    public boolean isIdle() {
        return gradients.isEmpty() && forwards.isEmpty();
    }

    /** Answers up to a batch of waiting points; their answers may submit new ones. */
    public void serve() {
        if (isIdle()) {
            return;
        }
        Waiting waiting = next();
        boolean gradient = waiting == gradients;
        @Nullable Request[] batch = waiting.take();
        @Nullable Answered[] answers;
        try {
            answers = evaluate(batch, gradient);
        } catch (RuntimeException e) {
            oneByOne(batch, gradient);
            return;
        }
        for (int i = 0; i < batch.length; i++) {
            Request request = batch[i];
            Answered answered = answers[i];
            if (request != null && answered != null) {
                answered.tell(request);
            }
        }
    }

    private Waiting next() {
        Waiting fuller = gradients.occupied() >= forwards.occupied() ? gradients : forwards;
        Waiting emptier = fuller == gradients ? forwards : gradients;
        boolean turn = !emptier.isEmpty() && ++passedOver > PATIENCE;
        if (turn || emptier.isEmpty()) {
            passedOver = 0;
        }
        return turn ? emptier : fuller;
    }

    /** After a batch failed: each point alone, so that only the culprit's search fails and its message names the point. */
    private void oneByOne(@Nullable Request[] batch, boolean gradient) {
        for (int i = 0; i < batch.length; i++) {
            Request request = batch[i];
            if (request == null) {
                continue;
            }
            @Nullable Request[] alone = new Request[batch.length];
            alone[i] = request;
            Answered answered;
            try {
                answered = Objects.requireNonNull(evaluate(alone, gradient)[i]);
            } catch (RuntimeException e) { // of a model, or of a user's own target
                String reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
                String where = " (latent " + Arrays.toString(request.position()) + ")";
                request.failure().accept(new ModelException(reason + where, e));
                continue;
            }
            answered.tell(request);
        }
    }

    /** A row of the batch: the networks' answer, and the density by it. */
    private record Answered(Answer raw, Evaluation evaluation) {

        static Answered of(Request request, Answer raw) {
            return new Answered(raw, request.posterior().evaluation(request.position(), raw));
        }

        void tell(Request request) {
            request.witness().accept(raw);
            request.answer().accept(evaluation);
        }
    }

    private @Nullable Answered[] evaluate(@Nullable Request[] batch, boolean gradient) {
        int rows = batch.length;
        int d = model.latentSize();
        Request padding =
                Arrays.stream(batch).filter(Objects::nonNull).findFirst().orElseThrow();
        float[] latents = new float[rows * d];
        for (int i = 0; i < rows; i++) {
            double[] position = Objects.requireNonNullElse(batch[i], padding).position();
            for (int j = 0; j < d; j++) {
                latents[i * d + j] = (float) position[j];
            }
        }
        return gradient ? withGradient(batch, latents) : forwardOnly(batch, latents);
    }

    private @Nullable Answered[] forwardOnly(@Nullable Request[] batch, float[] latents) {
        int rows = batch.length;
        float[] logits = model.logits(latents, rows);
        @Nullable Answered[] answers = new Answered[rows];
        for (int i = 0; i < rows; i++) {
            Request request = batch[i];
            if (request != null) {
                answers[i] = Answered.of(request, new Answer(row(logits, i, model.classes()), null));
            }
        }
        return answers;
    }

    private @Nullable Answered[] withGradient(@Nullable Request[] batch, float[] latents) {
        int rows = batch.length;
        int classes = model.classes();
        float[][] logits = new float[rows][];
        float[] pulled = model.pullBack(latents, rows, values -> {
            float[] cotangents = new float[rows * classes];
            double[] cotangent = new double[classes];
            for (int i = 0; i < rows; i++) {
                Request request = batch[i];
                if (request != null) {
                    logits[i] = row(values, i, classes);
                    request.posterior().logLikelihood(Posterior.widened(logits[i]), cotangent);
                    for (int k = 0; k < classes; k++) {
                        cotangents[i * classes + k] = (float) cotangent[k];
                    }
                }
            }
            return cotangents;
        });
        @Nullable Answered[] answers = new Answered[rows];
        for (int i = 0; i < rows; i++) {
            Request request = batch[i];
            if (request != null) {
                float[] gradient = row(pulled, i, request.position().length);
                answers[i] = Answered.of(request, new Answer(logits[i], gradient));
            }
        }
        return answers;
    }

    private static float[] row(float[] values, int row, int width) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }
}
