package dev.tidegate.e2e.helm;

import dev.tidegate.e2e.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The real Helm, as the script `e2e/helm/run` finds or builds it.
record Helm(Path binary) {

    /// That which `TIDEGATE_HELM` names. Fails: if it names none.
    static Helm ofEnvironment() {
        return new Helm(Optional.ofNullable(System.getenv("TIDEGATE_HELM"))
                .map(Path::of)
                .orElseThrow(() -> new AssertionError("TIDEGATE_HELM: not set (expected: run by e2e/helm/run)")));
    }

    /// What Helm said, and whether it was content: 0.
    record Said(int exit, String output, String complaint) {}

    /// The chart's objects as the release `tidegate` in the namespace `ingress` would have them. `values`: YAML, or
    /// JSON.
    Said template(String values) {
        return run(values, "template", "tidegate", Chart.FOLDER.toString(), "--namespace", "ingress", "--values", "-");
    }

    Said lint() {
        return run("", "lint", "--strict", Chart.FOLDER.toString());
    }

    private Said run(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(binary.toString()));
        command.addAll(List.of(arguments));
        try {
            Path complaint = Files.createTempFile("helm", ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectError(complaint.toFile())
                        .start();
                try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                    stdin.write(input);
                }
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (!process.waitFor(Await.BOUND.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(command + ": still running");
                }
                return new Said(process.exitValue(), output, Files.readString(complaint));
            } finally {
                Files.delete(complaint);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(String.join(" ", command), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stop);
        }
    }
}
