package dev.tidegate.gateway.warmup;

import dev.tidegate.gateway.table.Endpoint;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// An endpoint that gives the same small answer to every request without a body.
///
/// It ends a connection after a few, so that the gateway opens another: first requests need that.
///
/// Threads: a virtual one for each connection.
public final class LoopbackOrigin implements AutoCloseable {

    private static final String HEAD_END = "\r\n\r\n";
    private static final int AT_FIRST = 64;
    private static final int A_CONNECTION = 16;
    private static final byte[] ANSWER = answer("");
    private static final byte[] LAST_ANSWER = answer("Connection: close\r\n");

    private static byte[] answer(String more) {
        String text = "HTTP/1.1 200 OK\r\n"
                + "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n"
                + "Cache-Control: no-store\r\n"
                + "ETag: \"5f3759df\"\r\n"
                + more
                + "Content-Length: 1024\r\n\r\n"
                + "x".repeat(1024);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private final ServerSocket listening;
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> accepted = ConcurrentHashMap.newKeySet();

    private LoopbackOrigin(ServerSocket listening) {
        this.listening = listening;
    }

    /// Fails: [IOException] if there is no free port.
    public static LoopbackOrigin open() throws IOException {
        LoopbackOrigin origin = new LoopbackOrigin(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("warm-up-origin").start(origin::accept);
        return origin;
    }

    public Endpoint endpoint() {
        return new Endpoint(listening.getInetAddress().getHostAddress(), listening.getLocalPort());
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                accepted.add(socket);
                Thread.ofVirtual().name("warm-up-origin").start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            // Those accepted first have one request each.
            int most = connections.incrementAndGet() <= AT_FIRST ? 1 : A_CONNECTION;
            for (int answered = 1; readHead(in); answered++) {
                out.write(answered < most ? ANSWER : LAST_ANSWER);
                if (answered == most) {
                    return;
                }
            }
        } catch (IOException gone) {
            // so is who asked
        } finally {
            accepted.remove(socket);
        }
    }

    private static boolean readHead(InputStream in) throws IOException {
        int matched = 0;
        while (matched < HEAD_END.length()) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            matched = next == HEAD_END.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }
}
