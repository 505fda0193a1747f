/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.nio.file.Path;
import java.util.Map;
import org.apiguardian.api.API;

/** The way to JUnit's own report, for sinks; does nothing where the platform cannot take what is given. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Publisher {

    /** Publishes nothing. */
    Publisher NONE = new Publisher() {
        @Override
        public void entries(Map<String, String> entries) {
            // by design
        }

        @Override
        public void file(Path file) {
            // by design
        }
    };

    /** Publishes keys and values as one report entry of the test. */
    void entries(Map<String, String> entries);

    /** Publishes a copy of a file; needs JUnit 5.12. */
    void file(Path file);
}
