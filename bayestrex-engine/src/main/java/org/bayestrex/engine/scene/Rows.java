/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Does the rows of a batch on all cores, each by whoever is free; rows write to places of their own, so that it does not matter who. */
final class Rows {

    private Rows() {}

    static void each(int rows, IntConsumer work) {
        int threads = Math.min(rows, Runtime.getRuntime().availableProcessors());
        if (threads <= 1) {
            for (int row = 0; row < rows; row++) {
                work.accept(row);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Callable<Void> share = () -> {
            for (int row = next.getAndIncrement(); row < rows; row = next.getAndIncrement()) {
                work.accept(row);
            }
            return null;
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads - 1);
        try {
            List<Future<Void>> others = new ArrayList<>();
            for (int i = 1; i < threads; i++) {
                others.add(pool.submit(share));
            }
            share.call();
            for (Future<Void> other : others) {
                other.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while scenes were rendered", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }
}
