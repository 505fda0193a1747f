/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;

/** A build: it runs two searches on one cache, again and again, and tells what it was warned of. */
final class CachingProcess {

    private CachingProcess() {}

    /** Starts one, by a shell: {@code exec}, or {@code ulimit -f 8 && exec}. */
    static Process start(String shell, Path cache, int rounds) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                shell + " \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CachingProcess.class.getName(),
                cache.toString(),
                String.valueOf(rounds)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    public static void main(String[] arguments) {
        KnownModel model = new KnownModel("v1");
        ProgressListener listener = new ProgressListener() {
            @Override
            public void onProgress(Progress progress) {}

            @Override
            public void onWarning(String message) {
                System.out.println("warning: " + message);
            }
        };
        int fromCache = 0;
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            try (SearchService service = new SearchService(listener, FindingsCache.in(Path.of(arguments[0])))) {
                for (int seed = 0; seed < 2; seed++) {
                    Findings findings = service.submit(new SearchSpec(
                                    model,
                                    KnownModel.plane(),
                                    HighConfidence.of(0),
                                    Searches.small(Method.ELLIPTICAL_SLICE).withSeed(seed)))
                            .join();
                    fromCache += findings.fromCache().isPresent() ? 1 : 0;
                    System.out.println(
                            "draws " + seed + " " + Searches.draws(findings).hashCode());
                }
            }
        }
        System.out.println("from the cache: " + fromCache);
    }
}
