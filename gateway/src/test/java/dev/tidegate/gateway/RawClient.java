package dev.tidegate.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// A client that sends exactly these bytes, and reads whatever comes.
public final class RawClient implements AutoCloseable {

    private final Socket socket = new Socket();

    public RawClient(int port) {
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) Waiting.BOUND.toMillis());
            socket.setSoTimeout((int) Waiting.BOUND.toMillis());
            socket.setTcpNoDelay(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// One request on a connection of its own, and everything until the gateway closes it.
    public static String ask(int port, String request) {
        try (RawClient client = new RawClient(port)) {
            return client.send(request).readAll();
        }
    }

    public RawClient send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawClient send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Until the other side closes. A reset counts as a close.
    public String readAll() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketTimeoutException stuck) {
            throw new AssertionError(
                    "the connection stays open after: " + all.toString(StandardCharsets.ISO_8859_1), stuck);
        } catch (IOException reset) {
            // what was read before it still stands
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /// Until this text has come.
    public String readUntil(String end) {
        StringBuilder text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            while (text.indexOf(end) < 0) {
                int b = in.read();
                if (b < 0) {
                    throw new AssertionError("closed before \"" + end + "\" came: " + text);
                }
                text.append((char) b);
            }
            return text.toString();
        } catch (IOException failed) {
            throw new AssertionError("broken before \"" + end + "\" came: " + text, failed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // closing is all that was wanted
        }
    }
}
