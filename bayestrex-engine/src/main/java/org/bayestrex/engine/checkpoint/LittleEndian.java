/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arrays as bytes, the lowest byte first: as every machine at hand, and NumPy's "&lt;f4", has them. */
final class LittleEndian {

    private LittleEndian() {}

    static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length * Integer.BYTES];
        buffer(bytes).asIntBuffer().put(values);
        return bytes;
    }

    /** The bits as they are, those of NaN too. */
    static byte[] bytes(float[] values) {
        byte[] bytes = new byte[values.length * Float.BYTES];
        buffer(bytes).asFloatBuffer().put(values);
        return bytes;
    }

    static int[] ints(byte[] bytes) {
        int[] values = new int[bytes.length / Integer.BYTES];
        buffer(bytes).asIntBuffer().get(values);
        return values;
    }

    static float[] floats(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        buffer(bytes).asFloatBuffer().get(values);
        return values;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
