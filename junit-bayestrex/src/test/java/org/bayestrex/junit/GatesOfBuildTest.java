/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.GateFamily;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.SettledGate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes of one build judge their gates together; those of the next build don't see them. */
@Timeout(180)
class GatesOfBuildTest {

    private static final String BUILD = "2026-11-23T10-00-00_123";

    @TempDir
    Path output;

    private static String outputOf(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    private String gates() throws IOException {
        return Files.readString(output.resolve("gates.json")) + Files.readString(output.resolve("gates.html"));
    }

    @Test
    void processesOfOneBuildAddToOneTable() throws IOException, InterruptedException {
        // when
        List<Process> forks = List.of(
                ForkedTestRun.start(output, BUILD + "-jvmRun1", ForkedTestRun.One.class, ForkedTestRun.Three.class),
                ForkedTestRun.start(output, BUILD + "-jvmRun2", ForkedTestRun.Two.class));
        String said = outputOf(forks.get(0)) + outputOf(forks.get(1));

        // then
        assertThat(said).doesNotContain("failure:");
        assertThat(gates()).contains("#one", "#two", "#three", "All 3 gates pass.");

        // when: the next build
        outputOf(ForkedTestRun.start(output, "2026-11-23T11-00-00_456-jvmRun1", ForkedTestRun.One.class));

        // then
        assertThat(gates()).contains("#one", "All 1 gates pass.").doesNotContain("#two", "#three");
    }

    private static GateFamily.Member member(String test, double p) {
        Gate gate = Gate.levelSetMassBelow(.1);
        Check check = gate.check(new Rate(.05, .01, .09, .95, "of a simulation"), List.of());
        return new GateFamily.Member(test, "class 1 \"<b>", new SettledGate(gate, check, p, 1));
    }

    private List<GateFamily.Member> add(String build, GateFamily.Member... members) {
        List<GateFamily.Member> seen = new ArrayList<>();
        new GatesOfBuild(output, new Build(build)).add(List.of(members), seen::addAll);
        return seen;
    }

    @Test
    void aTestThatIsRunAgainReplacesItsGate() {
        add("one", member("A#a", .01), member("A#b", .02));

        assertThat(add("one", member("A#b", .03))).containsExactly(member("A#a", .01), member("A#b", .03));
        assertThat(add("other", member("A#b", .04))).containsExactly(member("A#b", .04));
    }

    @Test
    void aDamagedFileCostsTheOthersGatesOnly() throws IOException {
        add("one", member("A#a", .01));
        Files.writeString(output.resolve("gates-of-build.json"), "{\"schemaVersion\": 1, \"gates\": [");

        assertThat(add("one", member("A#b", .02))).containsExactly(member("A#b", .02));
        assertThat(add("one", member("A#c", .03))).hasSize(2);
    }

    @Test
    void aFolderThatCannotBeMadeCostsTheOthersGatesOnly() throws IOException {
        Path file = Files.createFile(output.resolve("file"));
        List<GateFamily.Member> seen = new ArrayList<>();

        new GatesOfBuild(file.resolve("folder"), new Build("one")).add(List.of(member("A#a", .01)), seen::addAll);

        assertThat(seen).hasSize(1);
    }

    @Test
    void surefireNamesTheBuildElseTheProcessIsOne() {
        String command = "/a/surefirebooter-20261123100000123_3.jar /a/target/surefire " + BUILD
                + "-jvmRun2 surefire-20261123_1tmp surefire_0-20261123tmp";

        assertThat(Build.of(command, "own").name()).isEqualTo("Surefire, " + BUILD);
        assertThat(Build.of("org.example.Main", "own").name()).isEqualTo("own");
        assertThat(Build.current()).isEqualTo(Build.current());
    }
}
