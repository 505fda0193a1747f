/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is packed comes back, bit for bit. */
class BytePlanesTest {

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 1023, 300_001})
    void whatIsPackedComesBack(int length) throws IOException {
        byte[] bytes = random(length);

        byte[] packed = BytePlanes.pack(bytes);

        assertThat(BytePlanes.unpack(packed, length)).isEqualTo(bytes);
        assertThat(BytePlanes.pack(bytes)).isEqualTo(packed);
    }

    @Test
    void picturesTakeLessAsPlanes() {
        // given: values in [0, 1) whose last bits are noise, as a generator's are
        Random random = new Random(7);
        ByteBuffer pixels = ByteBuffer.allocate(Float.BYTES * 28 * 28 * 50);
        while (pixels.hasRemaining()) {
            pixels.putFloat((float) Math.exp(-3 * random.nextDouble()));
        }

        assertThat(BytePlanes.pack(pixels.array()).length).isLessThan((int) (.86 * pixels.capacity()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 101, 1000})
    void anotherLengthIsRefused(int length) {
        byte[] packed = BytePlanes.pack(random(100));

        assertThatIOException().isThrownBy(() -> BytePlanes.unpack(packed, length));
    }

    @Test
    void whatIsCutOffIsRefused() {
        byte[] packed = BytePlanes.pack(random(100));
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);

            assertThatIOException().as("%d bytes", length).isThrownBy(() -> BytePlanes.unpack(cut, 100));
        }
    }
}
