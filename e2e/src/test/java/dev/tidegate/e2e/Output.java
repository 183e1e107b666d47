package dev.tidegate.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What a process writes to one of its streams: read at once, so that it never waits for us, and its end remembered.
final class Output {

    private static final int REMEMBERED = 2_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    Output(String name, InputStream from) {
        reader = Thread.ofPlatform().daemon().name(name).start(() -> read(from));
    }

    private void read(InputStream from) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                remember(line);
            }
        } catch (IOException killed) {
            remember("(the stream broke off: " + killed.getMessage() + ")");
        }
    }

    private synchronized void remember(String line) {
        if (lines.size() == REMEMBERED) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    String text() {
        return String.join("\n", lines());
    }

    /// Waits until the process has said all it will.
    void awaitEnd() {
        try {
            reader.join(Await.BOUND);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
