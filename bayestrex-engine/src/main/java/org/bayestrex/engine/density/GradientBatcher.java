/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.ModelException;

/**
 * Answers the waiting points of all live chains, whatever their targets, by one pass through the
 * networks at a time.
 *
 * <p>The likelihood's head differs from row to row: a forward pass gives the logits of the whole
 * batch, each row's target turns them into a log density and a cotangent, and one backward pass
 * answers all. Every batch is padded to one size, at which a row's bits depend on nothing but the
 * row; so a chain's draws don't depend on what runs beside it.
 *
 * <p>Points that want a gradient and points that don't wait in separate queues. The longer queue is
 * served, so that batches are at least half full once there are as many chains as rows; the other one
 * is served when it was passed over too often.
 *
 * <p>One thread at a time.
 */
public final class GradientBatcher {

    private static final int PATIENCE = 8;

    private final LatentClassifier model;
    private final int rows;
    private final Queue<Request> gradients = new ArrayDeque<>();
    private final Queue<Request> forwards = new ArrayDeque<>();
    private int passedOver;

    /**
     * A batcher in front of a model.
     *
     * @param rows the size to which every batch is padded
     */
    public GradientBatcher(LatentClassifier model, int rows) {
        this.model = model;
        this.rows = rows;
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
        Queue<Request> queue = next();
        List<Request> batch = new ArrayList<>(rows);
        while (batch.size() < rows && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
        if (batch.isEmpty()) {
            return;
        }
        List<Evaluation> answers;
        try {
            answers = evaluate(batch);
        } catch (RuntimeException e) {
            oneByOne(batch);
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().accept(answers.get(i));
        }
    }

    private Queue<Request> next() {
        Queue<Request> longer = gradients.size() >= forwards.size() ? gradients : forwards;
        Queue<Request> shorter = longer == gradients ? forwards : gradients;
        boolean turn = !shorter.isEmpty() && ++passedOver > PATIENCE;
        if (turn || shorter.isEmpty()) {
            passedOver = 0;
        }
        return turn ? shorter : longer;
    }

    /** After a batch failed: each point alone, so that only the culprit's search fails and its message names the point. */
    private void oneByOne(List<Request> batch) {
        for (Request request : batch) {
            Evaluation answer;
            try {
                answer = evaluate(List.of(request)).get(0);
            } catch (RuntimeException e) { // of a model, or of a user's own target
                request.failure()
                        .accept(new ModelException(
                                e.getMessage() + " (latent " + Arrays.toString(request.position()) + ")", e));
                continue;
            }
            request.answer().accept(answer);
        }
    }

    private List<Evaluation> evaluate(List<Request> batch) {
        int d = model.latentSize();
        float[] latents = new float[rows * d];
        for (int i = 0; i < rows; i++) {
            double[] position = batch.get(Math.min(i, batch.size() - 1)).position();
            for (int j = 0; j < d; j++) {
                latents[i * d + j] = (float) position[j];
            }
        }
        return batch.get(0).gradient() ? withGradient(batch, latents) : forwardOnly(batch, latents);
    }

    private List<Evaluation> forwardOnly(List<Request> batch, float[] latents) {
        float[] logits = model.logits(latents, rows);
        List<Evaluation> answers = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Request request = batch.get(i);
            double[] row = row(logits, i, model.classes());
            double likelihood = request.posterior().logLikelihood(row, new double[row.length]);
            answers.add(new Evaluation(Posterior.logPrior(request.position()), likelihood, null, row));
        }
        return answers;
    }

    private List<Evaluation> withGradient(List<Request> batch, float[] latents) {
        int classes = model.classes();
        double[][] logits = new double[batch.size()][];
        double[] likelihoods = new double[batch.size()];
        float[] pulled = model.pullBack(latents, rows, values -> {
            float[] cotangents = new float[rows * classes];
            double[] cotangent = new double[classes];
            for (int i = 0; i < batch.size(); i++) {
                logits[i] = row(values, i, classes);
                likelihoods[i] = batch.get(i).posterior().logLikelihood(logits[i], cotangent);
                for (int k = 0; k < classes; k++) {
                    cotangents[i * classes + k] = (float) cotangent[k];
                }
            }
            return cotangents;
        });
        List<Evaluation> answers = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            double[] position = batch.get(i).position();
            double[] gradient = row(pulled, i, position.length);
            for (int j = 0; j < position.length; j++) {
                gradient[j] -= position[j];
            }
            answers.add(new Evaluation(Posterior.logPrior(position), likelihoods[i], gradient, logits[i]));
        }
        return answers;
    }

    private static double[] row(float[] values, int row, int width) {
        double[] result = new double[width];
        for (int k = 0; k < width; k++) {
            result[k] = values[row * width + k];
        }
        return result;
    }
}
