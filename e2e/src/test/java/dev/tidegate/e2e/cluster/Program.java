package dev.tidegate.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of the system as a user calls it, run to its end.
final class Program {

    private static final int LIMIT_SECONDS = 90;

    private Program() {}

    /// `said`: on both of its outputs.
    record Outcome(int exitCode, String said) {}

    /// `environment`: besides ours. Fails: if it takes longer than anybody would wait.
    static Outcome call(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            Thread limit = Thread.ofVirtual().start(() -> endAfterLimit(process));
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            limit.interrupt();
            return new Outcome(exitCode, said);
        } catch (IOException failed) {
            throw new UncheckedIOException(String.join(" ", command), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stop);
        }
    }

    /// What it says. Fails: if it does, with what it said.
    static String run(Map<String, String> environment, String... command) {
        Outcome outcome = call(environment, List.of(command));
        if (outcome.exitCode() != 0) {
            throw new AssertionError(
                    String.join(" ", command) + ": exit code " + outcome.exitCode() + "\n" + outcome.said());
        }
        return outcome.said();
    }

    private static void endAfterLimit(Process process) {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
