/* SPDX-License-Identifier: Apache-2.0 */
/** Sentences, and a model that judges their sentiment: all-MiniLM-L6-v2 from its ONNX file, with a head of our own. */
package org.bayestrex.examples.text;
