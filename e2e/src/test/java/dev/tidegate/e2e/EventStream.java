package dev.tidegate.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Server-sent events that are read as they come; none may be missing.
final class EventStream implements AutoCloseable {

    private final HttpConnection connection;
    private final AtomicLong received = new AtomicLong();
    private volatile boolean closed;
    private volatile @Nullable String failure;

    private EventStream(HttpConnection connection) {
        this.connection = connection;
    }

    static EventStream open(HttpConnection connection, String host, String path) throws IOException {
        connection.send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/event-stream\r\n\r\n");
        Answer head = connection.readHead();
        if (head.status() != 200) {
            throw new AssertionError("no stream: " + head);
        }
        EventStream stream = new EventStream(connection);
        Thread.ofPlatform().daemon().name("events").start(() -> stream.read(head));
        return stream;
    }

    private void read(Answer head) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(connection.body(head), ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    received(line);
                }
            }
            failed("it ended");
        } catch (IOException broken) {
            failed(broken.toString());
        }
    }

    private void received(String line) {
        String expected = "data: " + received.getAndIncrement();
        if (!line.equals(expected)) {
            failed("got \"" + line + "\" (expected: " + expected + ")");
        }
    }

    private void failed(String why) {
        if (!closed && failure == null) {
            failure = why;
        }
    }

    /// Events so far.
    long received() {
        return received.get();
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        connection.close();
    }
}
