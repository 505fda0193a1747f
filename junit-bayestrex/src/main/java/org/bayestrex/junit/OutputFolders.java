/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;
import org.bayestrex.engine.file.SafeName;

/** Where reports belong within the output directory: a folder for each class, in it one for each invocation. */
final class OutputFolders {

    private OutputFolders() {}

    /** The folder of one invocation's files. */
    static Path ofInvocation(Settings settings, String test, String displayName) {
        return folder(settings, test, " " + displayName);
    }

    /** The folder of what all invocations of a method make together. */
    static Path ofMethod(Settings settings, String test) {
        return folder(settings, test, "");
    }

    private static Path folder(Settings settings, String test, String suffix) {
        String[] names = test.split("#", 2);
        return settings.outputDirectory().resolve(SafeName.of(names[0])).resolve(SafeName.of(names[1] + suffix));
    }
}
