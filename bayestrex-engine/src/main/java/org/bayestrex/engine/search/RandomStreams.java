/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The random streams of a search: one for each use, told apart by seed, target and use, never by batch
 * or thread. A hash spreads near seeds over the generator's whole state.
 */
record RandomStreams(long seed, String target) {

    UniformRandomProvider stream(String use) {
        String key = seed + "|" + target + "|" + use;
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(key.getBytes(StandardCharsets.UTF_8)));
        return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {hash.getLong(), hash.getLong()});
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
