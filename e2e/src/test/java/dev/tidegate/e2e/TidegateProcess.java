package dev.tidegate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tidegate, running as a process of its own on ports that the system picks.
public final class TidegateProcess implements AutoCloseable {

    private static final Pattern PORTS =
            Pattern.compile("serves .*: http \\S+:(\\d+), https \\S+:(\\d+), admin \\S+:(\\d+);");

    /// Where it listens, as its log says.
    public record Ports(int http, int https, int admin) {}

    private final Process process;
    private final Output stderr;
    private final Output stdout;
    private volatile @Nullable Ports ports;

    private TidegateProcess(Process process) {
        this.process = process;
        this.stderr = new Output("stderr of " + process.pid(), process.getErrorStream());
        this.stdout = new Output("stdout of " + process.pid(), process.getInputStream());
        TellOnFailure.began(this);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly)); // where the tests are broken off
    }

    /// Any call of the command line; it may well refuse it.
    static TidegateProcess call(List<String> jvmFlags, List<String> arguments) {
        return call(Map.of(), jvmFlags, arguments);
    }

    /// A process that ends up as Tidegate, started by whatever command; not waited for, and its ports not known.
    public static TidegateProcess start(List<String> command) {
        try {
            return new TidegateProcess(new ProcessBuilder(command).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// How the launcher starts the artifact: a JVM, its flags, `-jar`, the jar, the arguments.
    public static List<String> command(List<String> arguments) {
        return Artifact.command(List.of(), arguments);
    }

    private static TidegateProcess call(
            Map<String, String> environment, List<String> jvmFlags, List<String> arguments) {
        ProcessBuilder command = new ProcessBuilder(Artifact.command(jvmFlags, arguments));
        command.environment().putAll(environment);
        return started(command);
    }

    static TidegateProcess call(String... arguments) {
        return call(List.of(), List.of(arguments));
    }

    /// `run` on a folder of manifests, ready to serve.
    static TidegateProcess serve(Path manifests, String... more) {
        return serve(List.of(), manifests, more);
    }

    static TidegateProcess serve(List<String> jvmFlags, Path manifests, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--manifests", manifests.toString()));
        arguments.addAll(List.of(more));
        return run(Map.of(), jvmFlags, arguments);
    }

    /// `run`, listening on loopback only, ready to serve. `environment`: besides ours.
    public static TidegateProcess run(Map<String, String> environment, List<String> jvmFlags, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of("--address", "127.0.0.1", "--http-port", "0", "--https-port", "0"));
        arguments.addAll(List.of("--healthz-host", "127.0.0.1", "--healthz-port", "0"));
        arguments.addAll(more);
        return call(environment, jvmFlags, arguments).ready();
    }

    /// Started by a command of another kind, as in a container, and ready to serve.
    public static TidegateProcess startedBy(List<String> command) {
        return started(new ProcessBuilder(command)).ready();
    }

    private static TidegateProcess started(ProcessBuilder command) {
        try {
            return new TidegateProcess(command.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private TidegateProcess ready() {
        try {
            awaitReady();
            return this;
        } catch (RuntimeException | AssertionError failed) {
            String said = stderr() + "\n" + whatIsMissing();
            close();
            throw new AssertionError("Tidegate did not become ready; it said:\n" + said, failed);
        }
    }

    private void awaitReady() {
        Await.untilStarted("Tidegate is ready", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("it ended with exit code " + process.exitValue());
            }
            if (ports == null) {
                ports = announcedPorts().orElse(null);
            }
            return ports != null && readiness() == 200;
        });
    }

    private String whatIsMissing() {
        return ports == null || !process.isAlive() ? "" : admin("/readyz").body();
    }

    private Optional<Ports> announcedPorts() {
        return stderr.lines().stream()
                .map(PORTS::matcher)
                .filter(Matcher::find)
                .map(found -> new Ports(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3))))
                .findFirst();
    }

    public Ports ports() {
        Ports known = ports;
        if (known == null) {
            throw new AssertionError("no ports announced:\n" + stderr());
        }
        return known;
    }

    /// The status that `/readyz` answers now.
    public int readiness() {
        return admin("/readyz").status();
    }

    public Answer admin(String path) {
        try (HttpConnection connection = HttpConnection.cleartext(ports().admin())) {
            return connection.get("localhost", path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Asks it to end, as kubelet does.
    public void terminate() {
        process.destroy();
    }

    /// Has it ended by then, as [System#nanoTime] counts?
    public boolean awaitExitUntil(long deadlineNs) {
        try {
            return process.waitFor(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stop);
        }
    }

    public int awaitExit() {
        try {
            if (!process.waitFor(Await.BOUND.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Tidegate does not end; it said:\n" + stderr());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stop);
        }
        stderr.awaitEnd();
        stdout.awaitEnd();
        return process.exitValue();
    }

    public String stderr() {
        return stderr.text();
    }

    public List<String> stderrLines() {
        return stderr.lines();
    }

    public List<String> stdoutLines() {
        return stdout.lines();
    }

    /// Ends it at once, as a crash does.
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        TellOnFailure.ended(this);
    }
}
