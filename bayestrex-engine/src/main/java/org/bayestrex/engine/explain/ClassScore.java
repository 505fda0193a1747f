/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.stream.IntStream;
import org.bayestrex.engine.model.Softmax;

/** What of a class is explained. */
public enum ClassScore {

    /** The class's logit. It may rise while the class becomes less likely, if another one rises more. */
    LOGIT("logit") {
        @Override
        double of(double[] logits, int cls) {
            return logits[cls];
        }

        @Override
        double[] gradient(double[] logits, int cls) {
            double[] gradient = new double[logits.length];
            gradient[cls] = 1;
            return gradient;
        }
    },

    /** The class against all others, log(p / (1 - p)): rises and falls with the probability, and never saturates. */
    LOG_ODDS("log-odds") {
        @Override
        double of(double[] logits, int cls) {
            return logits[cls] - logSumOfOthers(logits, cls);
        }

        @Override
        double[] gradient(double[] logits, int cls) {
            double others = logSumOfOthers(logits, cls);
            double[] gradient = new double[logits.length];
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] = k == cls ? 1 : -Math.exp(logits[k] - others);
            }
            return gradient;
        }
    },

    /** The class's probability, in [0, 1]. Its gradient all but vanishes where the model is sure. */
    PROBABILITY("probability") {
        @Override
        double of(double[] logits, int cls) {
            return 1 / (1 + Math.exp(-LOG_ODDS.of(logits, cls)));
        }

        @Override
        double[] gradient(double[] logits, int cls) {
            double probability = of(logits, cls);
            double[] gradient = LOG_ODDS.gradient(logits, cls);
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] *= probability * (1 - probability);
            }
            return gradient;
        }
    };

    private final String words;

    ClassScore(String words) {
        this.words = words;
    }

    /** The score of a row of logits. */
    abstract double of(double[] logits, int cls);

    /** The score's derivative by each logit. */
    abstract double[] gradient(double[] logits, int cls);

    /** For a reader. */
    public String words() {
        return words;
    }

    private static double logSumOfOthers(double[] logits, int cls) {
        return Softmax.logSum(IntStream.range(0, logits.length)
                .filter(k -> k != cls)
                .mapToDouble(k -> logits[k])
                .toArray());
    }
}
