package dev.tidegate.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own: how it starts, and how it ends.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read that waits cannot be interrupted
final class ProcessTest {

    @TempDir
    Path folder;

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
                "-v=2");
        try (BufferedReader log = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(lineWith(log, "--v has no effect")).contains("INFO");
            assertThat(linesWith(log, "serves manifests", "table 1 serves")) // whichever comes first
                    .anySatisfy(line -> assertThat(line).contains("http 127.0.0.1:", "event loops", "TLS by "))
                    .anySatisfy(line -> assertThat(line).contains("table 1 serves: 0 hosts"));
            process.toHandle().destroy(); // SIGTERM; destroy() of the process would close its streams
            assertThat(lineWith(log, "stopping")).contains("30 s");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(0);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_mistake_ends_it_with_2_and_one_line_without_a_stack_trace() throws Exception {
        Process process = start("run", "--manifests", "no/such");
        try (BufferedReader log = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(String.join("", log.lines().map(line -> line + "\n").toList()))
                    .isEqualTo("tidegate: no/such: no such folder (expected: a folder of manifests)\n");
            assertThat(process.waitFor()).isEqualTo(2);
        }
    }

    private static Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tidegate.controller.Main");
        builder.command().addAll(List.of(arguments));
        return builder.start();
    }

    private static List<String> linesWith(BufferedReader log, String one, String other) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.stream().noneMatch(line -> line.contains(one))
                || lines.stream().noneMatch(line -> line.contains(other))) {
            lines.add(lineWith(log, " serves"));
        }
        return lines;
    }

    private static String lineWith(BufferedReader log, String text) throws IOException {
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("the process ended without a line that holds: " + text);
    }
}
