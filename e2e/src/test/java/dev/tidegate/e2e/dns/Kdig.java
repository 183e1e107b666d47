package dev.tidegate.e2e.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Knot's client, which asks a name server on a port of loopback, once.
record Kdig(int port) {

    /// What kdig prints, with runs of spaces and tabs made one. `arguments`: `shop.example A +tcp`.
    ///
    /// Fails: [IOException] where there is no kdig.
    String ask(String arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("kdig", "@127.0.0.1", "-p", String.valueOf(port), "+timeout=5", "+retry=0"));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("kdig ends").isTrue();
        return output.replaceAll("[ \t]+", " ");
    }

    /// Only the data of the answer, a line each.
    String data(String arguments) throws IOException, InterruptedException {
        return ask(arguments + " +short").strip();
    }
}
