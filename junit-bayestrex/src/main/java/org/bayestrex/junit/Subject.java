/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;

/** What is searched: the models that hold for one test. Distributions load when they are asked for. */
interface Subject {

    /** The model under test. */
    Classifier classifier();

    /** Number of its classes. */
    int classes();

    /** The whole distribution. */
    DataDistribution distribution();

    /** The same, where it holds only classes that the model never saw. */
    DataDistribution novel();

    /** A distribution that holds no example of a class. */
    DataDistribution without(int cls);
}
