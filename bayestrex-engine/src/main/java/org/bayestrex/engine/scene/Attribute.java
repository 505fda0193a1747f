/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

/**
 * What an object is, among few: its shape, colour, material or size.
 *
 * @since 0.1
 */
public sealed interface Attribute permits Shape, Colour, Material, Size {

    /** As it is written in JSON and in questions: {@code cube}, {@code blue}. */
    String word();

    /** Whether an object is so. */
    boolean of(SceneObject object);
}
