package dev.tidegate.controller.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own: how it starts, and how it ends.
final class ProcessTest {

    private static final int PATIENCE_S = 60;

    @TempDir
    Path folder;

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<Process> started = new CopyOnWriteArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void sigterm_ends_it_in_order_with_0() throws Exception {
        Process process = start(
                "run",
                "--manifests",
                folder.toString(),
                "--address=127.0.0.1",
                "--http-port=0",
                "--https-port=0",
                "--healthz-host=127.0.0.1",
                "--healthz-port=0",
                "--publish-service=edge/gateway",
                "--rfc2136-zone=home.example",
                "--warm-up=100",
                "-v=2");
        awaitLine("INFO  --v has no effect");
        awaitLine("INFO  --publish-service has no effect: a folder of manifests has no status");
        awaitLine("INFO  --dns-zone has no effect: --dns-port is not given, nor is --dns-publish");
        awaitLine("serves manifests " + folder + ": http 127.0.0.1:");
        awaitLine("table 1 serves: 0 hosts");
        awaitLine("INFO  warmed up: ");
        process.toHandle().destroy(); // SIGTERM; destroy() of the process would close its streams
        awaitLine("stopping: waiting up to 30 s");
        assertThat(process.waitFor(PATIENCE_S, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(0);
    }

    @Test
    void a_training_ends_by_itself_with_0() throws Exception {
        Process process = start("train", "--manifests", folder.toString(), "--warm-up=200");
        awaitLine("INFO  warmed up: ");
        assertThat(process.waitFor(PATIENCE_S, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(0);
    }

    @Test
    void a_mistake_ends_it_with_2_and_one_line_without_a_stack_trace() throws Exception {
        Process process = start("run", "--manifests", "no/such");
        assertThat(process.waitFor(PATIENCE_S, SECONDS)).isTrue();
        awaitLine("tidegate: ");
        assertThat(errors).containsExactly("tidegate: no/such: no such folder (expected: a folder of manifests)");
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tidegate.controller.Main");
        builder.command().addAll(List.of(arguments));
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        started.add(process);
        Thread.startVirtualThread(
                () -> process.errorReader(StandardCharsets.UTF_8).lines().forEach(errors::add));
        return process;
    }

    private void awaitLine(String text) {
        await().atMost(PATIENCE_S, SECONDS)
                .untilAsserted(() -> assertThat(errors).anyMatch(line -> line.contains(text)));
    }
}
