/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.file.Sha256;

/**
 * The random streams of a search: one for each use, told apart by seed, target and use, never by batch
 * or thread. A hash spreads near seeds over the generator's whole state.
 */
record RandomStreams(long seed, String target) {

    UniformRandomProvider stream(String use) {
        String key = seed + "|" + target + "|" + use;
        ByteBuffer hash = ByteBuffer.wrap(Sha256.digest().digest(key.getBytes(StandardCharsets.UTF_8)));
        return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {hash.getLong(), hash.getLong()});
    }
}
