/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import org.bayestrex.engine.model.Tensor;

/**
 * A generated input that wants a label.
 *
 * @param id see {@link SpecimenId}
 * @param latent the point that it was generated from, length d; never written to
 * @param input the input itself, for images [channels, height, width]
 */
public record Specimen(String id, double[] latent, Tensor input) {}
