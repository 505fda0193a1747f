/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeHeapTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsFreedMemoryWhereTheAllocatorCanBeTold() {
        assertThat(NativeHeap.keepFreedMemory(Map.of())).isTrue();
    }

    @Test
    void leavesAnAllocatorAloneThatItsUserHasTuned() {
        assertThat(NativeHeap.keepFreedMemory(Map.of("MALLOC_ARENA_MAX", "2"))).isFalse();
        assertThat(NativeHeap.keepFreedMemory(Map.of("GLIBC_TUNABLES", "glibc.malloc.trim_threshold=1")))
                .isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isNotImpressedByTunablesOfOtherParts() {
        assertThat(NativeHeap.keepFreedMemory(Map.of("GLIBC_TUNABLES", "glibc.rtld.optional_static_tls=512")))
                .isTrue();
    }
}
