/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

/** The values of all images of a data set in one flat array, image after image. */
sealed interface Pixels {

    /** Copies values. */
    void copy(int from, int count, float[] into, int at);

    /** Values as they come from a file: v stands for v / 255. */
    record Bytes(byte[] values) implements Pixels {

        @Override
        public void copy(int from, int count, float[] into, int at) {
            for (int i = 0; i < count; i++) {
                into[at + i] = (values[from + i] & 0xff) / 255f;
            }
        }
    }

    /** Values as they are. */
    record Floats(float[] values) implements Pixels {

        @Override
        public void copy(int from, int count, float[] into, int at) {
            System.arraycopy(values, from, into, at, count);
        }
    }
}
