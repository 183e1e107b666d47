package dev.tidegate.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One HTTP/1.1 connection of a client that forgives nothing: no reconnect, no retry, one request at a time.
///
/// The JDK's client would try again on another connection and so hide what these tests look for.
public final class HttpConnection implements AutoCloseable {

    private static final int READ_TIMEOUT_MS = (int) Await.BOUND.toMillis();

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        this.out = socket.getOutputStream();
    }

    /// Over a connection that the caller made; it is this one's to close from here on.
    public static HttpConnection over(Socket connected) throws IOException {
        return new HttpConnection(connected);
    }

    public static HttpConnection cleartext(int port) throws IOException {
        return new HttpConnection(connected(port));
    }

    /// Over TLS, with the host's name as SNI and verified against the certificate.
    static HttpConnection encrypted(int port, TlsTrust trust, String host) throws IOException {
        return new HttpConnection(trust.handshake(connected(port), host));
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), READ_TIMEOUT_MS);
        socket.setSoTimeout(READ_TIMEOUT_MS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    public Answer get(String host, String path) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        return readAnswer();
    }

    public void send(String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    OutputStream output() {
        return out;
    }

    public Answer readAnswer() throws IOException {
        Answer head = readHead();
        return new Answer(head.status(), head.fields(), new String(body(head).readAllBytes(), ISO_8859_1));
    }

    /// A response without its body, which is to be read next.
    Answer readHead() throws IOException {
        String[] statusLine = Lines.read(in).split(" ", 3);
        if (statusLine.length < 2 || !statusLine[0].equals("HTTP/1.1")) {
            throw new IOException("not a status line of HTTP/1.1: " + String.join(" ", statusLine));
        }
        Map<String, String> fields = new HashMap<>();
        for (String line = Lines.read(in); !line.isEmpty(); line = Lines.read(in)) {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(statusLine[1]), Map.copyOf(fields), "");
    }

    /// Reading it to its end leaves the connection ready for the next request.
    InputStream body(Answer head) {
        if (head.field("transfer-encoding").isPresent()) {
            return new ChunkedBody(in);
        }
        return new SizedBody(
                in, head.field("content-length").map(Long::parseLong).orElse(0L));
    }

    /// Has the other side closed it while nothing was asked? A client looks before it sends.
    public boolean closedMeanwhile() throws IOException {
        if (in.available() > 0) {
            throw new IOException("an answer to no request");
        }
        socket.setSoTimeout(1);
        in.mark(1);
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } finally {
            in.reset();
            socket.setSoTimeout(READ_TIMEOUT_MS);
        }
    }

    /// Waits until the other side has closed. Shape: whether it closed without another word.
    boolean awaitClosed() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// Lines that end in CR LF (RFC 9112 §2.2).
    static final class Lines {

        private Lines() {}

        static String read(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new EOFException("the connection was closed" + (line.isEmpty() ? "" : " after: " + line));
                }
                if (b != '\r') {
                    line.append((char) b);
                }
            }
            return line.toString();
        }
    }
}
