package dev.tidegate.gateway.warmup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A client that asks over HTTP/1.1 as a browser does, one request after the other.
///
/// Its first requests have a connection each, for that is what meets a gateway that has just become ready; later a
/// connection is renewed now and then. It costs little, so that the time goes to the gateway. Threads: its caller's.
public final class PlainCaller implements AutoCloseable {

    private static final String LENGTH = "content-length: ";
    private static final int PATIENCE_MS = 60_000;
    private static final int NEW_EACH = 64;
    private static final int THEN_EVERY = 16;

    private final int port;
    private final byte[] request;
    private final StringBuilder line = new StringBuilder(128);
    private Connection connection;
    private int asked;

    private record Connection(Socket socket, InputStream in) {

        static Connection open(int port) throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MS);
            return new Connection(socket, new BufferedInputStream(socket.getInputStream()));
        }
    }

    /// Fails: [IOException] if nobody listens there.
    public PlainCaller(int port, String host, String path) throws IOException {
        this.port = port;
        connection = Connection.open(port);
        request = ("GET " + path + " HTTP/1.1\r\n"
                        + "Host: " + host + "\r\n"
                        + "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)\r\n"
                        + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
                        + "Accept-Encoding: gzip, deflate, br\r\n"
                        + "Accept-Language: en\r\n"
                        + "Cookie: session=0123456789abcdef\r\n"
                        + "Connection: keep-alive\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Asks, and reads the answer to its end.
    ///
    /// Fails: [IOException] if the connection breaks, or no answer comes in a minute.
    public void ask() throws IOException {
        asked++;
        if (asked <= NEW_EACH || asked % THEN_EVERY == 0) {
            connection.socket().close();
            connection = Connection.open(port);
        }
        connection.socket().getOutputStream().write(request);
        connection.in().skipNBytes(readHead());
    }

    /// How long the body is.
    private long readHead() throws IOException {
        long length = 0;
        while (true) {
            readLine();
            if (line.isEmpty()) {
                return length;
            }
            if (line.length() > LENGTH.length()
                    && line.substring(0, LENGTH.length()).equalsIgnoreCase(LENGTH)) {
                length = Long.parseLong(line, LENGTH.length(), line.length(), 10);
            }
        }
    }

    private void readLine() throws IOException {
        line.setLength(0);
        for (int next; (next = connection.in().read()) != '\n'; ) {
            if (next < 0) {
                throw new EOFException("the answer ends in its head");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
    }

    @Override
    public void close() throws IOException {
        connection.socket().close();
    }
}
