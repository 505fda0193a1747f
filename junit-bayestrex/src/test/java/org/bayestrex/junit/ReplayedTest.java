/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The line in a failure's message repeats that search, and no other one. */
class ReplayedTest {

    private static final Queue<Findings> SEEN = new ConcurrentLinkedQueue<>();
    private static final Pattern LINE = Pattern.compile("mvn test -Dtest='([^'#]+)#([^']+)'((?: -D[^ ]+=[^ ]+)*)");

    static class Failing {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence
        void eachClassInTurn(Findings findings) {
            SEEN.add(findings);
            BayesTrexAssertions.assertThat(findings).isEmpty();
        }

        @Nested
        class Inner {
            @Interpolated(from = 0, to = 1, steps = 3)
            void eachStepInTurn(Findings findings) {
                SEEN.add(findings);
                BayesTrexAssertions.assertThat(findings).hasSampleCountOfAtLeast(1_000_000);
            }
        }
    }

    @Test
    void eachLineRepeatsItsOwnSearch() {
        // given
        List<Throwable> failures = Jupiter.run(Failing.class).failures();
        List<Findings> found = new ArrayList<>(SEEN);
        assertThat(failures).hasSize(6);
        // then: a class of three, a step of three
        for (int i = 0; i < failures.size(); i++) {
            SEEN.clear();
            repeat(((GateError) failures.get(i)).replay());
            assertThat(SEEN).hasSize(1);
            Findings again = SEEN.remove();
            assertThat(again.target()).isEqualTo(found.get(i).target());
            assertThat(again.samples()).zipSatisfy(found.get(i).samples(), ReplayedTest::same);
        }
    }

    private static void same(Sample one, Sample other) {
        assertThat(one.latent()).isEqualTo(other.latent());
        assertThat(one.logits()).isEqualTo(other.logits());
    }

    /** As Surefire does: the class by its name without the package, the method, the properties. */
    private static void repeat(String line) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        EngineTestKit.Builder run = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("bayestrex.progress", "off")
                .configurationParameter("bayestrex.report", "off");
        for (String property : matcher.group(3).strip().split(" ", -1)) {
            String[] pair = property.substring(2).split("=", 2);
            run.configurationParameter(pair[0], pair[1]);
        }
        String type = ReplayedTest.class.getPackageName() + "." + matcher.group(1);
        String findings = Findings.class.getName();
        run.selectors(selectMethod(type, matcher.group(2), findings)).execute();
    }
}
