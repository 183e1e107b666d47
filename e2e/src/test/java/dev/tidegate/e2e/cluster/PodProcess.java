package dev.tidegate.e2e.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A process of ours inside of a [PodNetwork], which obeys one line after the other and says `ok` to each.
///
/// It ends with its input, also where we are killed. Threads: any.
final class PodProcess implements AutoCloseable {

    private final Process process;
    private final OutputStream commands;
    private final BufferedReader answers;

    private PodProcess(Process process) {
        this.process = process;
        this.commands = process.getOutputStream();
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /// `program`: a class with a main method.
    static PodProcess start(PodNetwork network, Class<?> program) {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
        try {
            return new PodProcess(new ProcessBuilder(network.inside(java))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Fails: if it says anything but `ok`.
    synchronized void tell(String... command) {
        try {
            commands.write((String.join(" ", command) + "\n").getBytes(StandardCharsets.UTF_8));
            commands.flush();
            String answer = answers.readLine();
            if (!"ok".equals(answer)) {
                throw new AssertionError("in the pods' network: " + answer);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the process in the pods' network", failed);
        }
    }

    @Override
    public synchronized void close() {
        try {
            commands.close();
            process.waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
