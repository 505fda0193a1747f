/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Map;

/**
 * The allocator beneath libtorch. Each pass through a network takes and frees tens of megabytes; glibc by default hands
 * them back to the kernel, which clears every page again for the next pass. Where it is told to keep them, a forward
 * pass takes three fifths of the time. Only glibc is told; other platforms' allocators are left as they are.
 */
final class NativeHeap {

    /** Parameters of mallopt(3), from malloc.h. */
    private static final int M_TRIM_THRESHOLD = -1;

    private static final int M_MMAP_THRESHOLD = -3;

    /** What is kept, and the largest block that is not mapped on its own, in bytes. */
    private static final int KEPT = 1 << 30;

    private NativeHeap() {}

    /** The C library's functions that are wanted here. */
    interface CLibrary extends Library {
        int mallopt(int parameter, int value);
    }

    /**
     * Keeps what is freed for the next pass, unless the process was started with another wish in {@code MALLOC_...} or
     * {@code GLIBC_TUNABLES}.
     *
     * @param environment of the process
     * @return whether the allocator was told
     */
    static boolean keepFreedMemory(Map<String, String> environment) {
        if (!Platform.isLinux() || isTuned(environment)) {
            return false;
        }
        try {
            CLibrary c = Native.load(Platform.C_LIBRARY_NAME, CLibrary.class);
            return c.mallopt(M_MMAP_THRESHOLD, KEPT) == 1 && c.mallopt(M_TRIM_THRESHOLD, KEPT) == 1;
        } catch (LinkageError e) {
            return false; // a C library without mallopt(3), such as musl
        }
    }

    private static boolean isTuned(Map<String, String> environment) {
        return environment.keySet().stream().anyMatch(name -> name.startsWith("MALLOC_"))
                || environment.getOrDefault("GLIBC_TUNABLES", "").contains("glibc.malloc");
    }
}
