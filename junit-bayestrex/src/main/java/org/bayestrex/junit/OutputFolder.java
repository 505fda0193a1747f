/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;

/** Where the files of one invocation belong. */
final class OutputFolder {

    private OutputFolder() {}

    /**
     * The folder of an invocation; no other one's.
     *
     * @param test class and method, joined by #
     */
    static Path of(Settings settings, String test, String displayName) {
        String[] names = test.split("#", 2);
        return settings.outputDirectory().resolve(fileName(names[0])).resolve(fileName(names[1] + " " + displayName));
    }

    private static String fileName(String text) {
        return text.replaceAll("[^A-Za-z0-9._]+", "-").replaceAll("-$", "");
    }
}
