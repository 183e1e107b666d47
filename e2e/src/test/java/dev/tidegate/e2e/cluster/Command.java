package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A command of the system that ends at once, run with the rights to change the network.
public final class Command {

    private Command() {}

    /// What it says on standard output. Fails: if it does, with what it said.
    public static String run(String... command) {
        List<String> privileged = privileged(List.of(command));
        try {
            Process process =
                    new ProcessBuilder(privileged).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(Await.BOUND.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", privileged) + ": " + said.strip());
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(String.join(" ", privileged), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stop);
        }
    }

    /// The command as root runs it: network namespaces and containers are nobody else's.
    public static List<String> privileged(List<String> command) {
        if ("root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of("sudo", "-n"));
        whole.addAll(command);
        return whole;
    }
}
