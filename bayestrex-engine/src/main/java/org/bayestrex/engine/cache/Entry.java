/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.cache;

import com.google.gson.JsonObject;
import org.bayestrex.engine.checkpoint.JournalKey;

/**
 * What a cache holds under one key.
 *
 * @param key all that it depends on
 * @param json what can be said in words and numbers
 * @param binary arrays, as {@code json} says
 */
public record Entry(JournalKey key, JsonObject json, byte[] binary) {}
