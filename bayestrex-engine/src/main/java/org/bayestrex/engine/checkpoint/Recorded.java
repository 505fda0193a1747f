/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.density.Answer;
import org.jspecify.annotations.Nullable;

/** What earlier runs recorded. A block whose answers were all recalled is dropped. */
final class Recorded {

    private static final class Pending {

        private final Block block;
        private int left;

        Pending(Block block) {
            this.block = block;
            this.left = block.size();
        }
    }

    private final Map<String, List<Pending>> streams = new HashMap<>();

    void add(Block block) {
        streams.computeIfAbsent(block.stream(), name -> new ArrayList<>()).add(new Pending(block));
    }

    /** Answers not recalled yet. */
    long size() {
        return streams.values().stream()
                .flatMap(List::stream)
                .mapToLong(pending -> pending.left)
                .sum();
    }

    /** Streams are recalled about in the order in which they were recorded, so the first block has it as a rule. */
    @Nullable
    Answer recall(Query query) {
        Iterator<Pending> blocks =
                streams.getOrDefault(query.stream(), List.of()).iterator();
        while (blocks.hasNext()) {
            Pending next = blocks.next();
            Answer answer = next.block.find(query);
            if (answer != null) {
                next.left--;
                if (next.left == 0) {
                    blocks.remove();
                }
                return answer;
            }
        }
        return null;
    }
}
