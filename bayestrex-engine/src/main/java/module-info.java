/* SPDX-License-Identifier: Apache-2.0 */
/** The search for inputs on which a classifier is confidently wrong or ambiguous; see {@code search}. */
@SuppressWarnings("module") // the extension is built later, so that the compiler cannot find it
module org.bayestrex.engine {
    requires ai.djl.api;
    requires ai.djl.pytorch_engine;
    requires com.google.gson;
    requires com.sun.jna;
    requires org.apache.commons.numbers.gamma;
    requires transitive org.apache.commons.rng.api;
    requires org.apache.commons.rng.sampling;
    requires org.apache.commons.rng.simple;
    requires org.apache.commons.statistics.distribution;
    requires org.slf4j; // DJL logs with it and, without a descriptor, cannot say so
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports org.bayestrex.engine.baseline;
    exports org.bayestrex.engine.checkpoint;
    exports org.bayestrex.engine.corpus;
    exports org.bayestrex.engine.dataset;
    exports org.bayestrex.engine.density;
    exports org.bayestrex.engine.diagnostics;
    exports org.bayestrex.engine.explain;
    exports org.bayestrex.engine.explain.mask;
    exports org.bayestrex.engine.file;
    exports org.bayestrex.engine.json to
            org.bayestrex.junit;
    exports org.bayestrex.engine.label;
    exports org.bayestrex.engine.model;
    exports org.bayestrex.engine.rate;
    exports org.bayestrex.engine.sampler;
    exports org.bayestrex.engine.scene;
    exports org.bayestrex.engine.search;
    exports org.bayestrex.engine.target;
    exports org.bayestrex.engine.text;
}
