/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.lang.module.ModuleDescriptor;
import java.util.Objects;

/** Which engine this is, for whatever is stored. */
public final class EngineVersion {

    private EngineVersion() {}

    /** The jar's version; the module's name, or nothing, where classes are in no jar. */
    public static String get() {
        String manifest = EngineVersion.class.getPackage().getImplementationVersion();
        ModuleDescriptor module = EngineVersion.class.getModule().getDescriptor();
        String fallback = module == null ? "" : module.toNameAndVersion();
        return Objects.requireNonNullElse(manifest, fallback);
    }
}
