package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Answer;
import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.HttpConnection;
import dev.tidegate.e2e.TlsTrust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Clients that each keep a connection for as long as it is kept, send one request after the other, and never a
/// second time: what is not answered by 200 is lost. Some speak TLS, and some ask for what takes a while.
///
/// A client opens a new connection where an answer said that this one ends, or where it was closed before the client
/// had anything to send.
final class KeepAliveCalls implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final int THINKING_MS = 20;
    private static final List<String> PATHS = List.of("/", "/?hold=20", "/", "/?hold=1500");

    private final String address;
    private final String host;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();

    private KeepAliveCalls(String address, String host) {
        this.address = address;
        this.host = host;
        for (boolean encrypted : List.of(false, true)) {
            for (String path : PATHS) {
                clients.add(Thread.ofVirtual().unstarted(() -> ask(encrypted, path)));
            }
        }
    }

    /// `address`: where its ports 80 and 443 are.
    static KeepAliveCalls begin(String address, String host) {
        KeepAliveCalls begun = new KeepAliveCalls(address, host);
        begun.clients.forEach(Thread::start);
        return begun;
    }

    private void ask(boolean encrypted, String path) {
        HttpConnection connection = null;
        while (!stopping.get()) {
            String what = (encrypted ? "https " : "http ") + path;
            try {
                connection = usable(connection, encrypted);
                what += " by request " + served.get();
                Answer answer = connection.get(host, path);
                if (answer.status() == 200) {
                    served.incrementAndGet();
                } else {
                    lost.add(what + ": " + answer);
                }
                if (answer.field("connection").filter("close"::equals).isPresent()) {
                    connection.close();
                    connection = null;
                }
                TimeUnit.MILLISECONDS.sleep(THINKING_MS);
            } catch (IOException | RuntimeException failed) {
                lost.add(what + ": " + failed);
                connection = null;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private HttpConnection usable(@Nullable HttpConnection kept, boolean encrypted) throws IOException {
        if (kept != null && !kept.closedMeanwhile()) {
            return kept;
        }
        if (kept != null) {
            kept.close();
        }
        connections.incrementAndGet();
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral(address), encrypted ? 443 : 80), CONNECT_TIMEOUT_MS);
        socket.setTcpNoDelay(true);
        return HttpConnection.over(encrypted ? TlsTrust.inAnyone().handshake(socket, host) : socket);
    }

    /// Waits until so many more have been served, or one was lost.
    void awaitMore(int count) {
        int enough = served.get() + count;
        Await.until("requests are served", () -> served.get() >= enough || !lost.isEmpty());
    }

    /// What was lost until now.
    List<String> lost() {
        return List.copyOf(lost);
    }

    @Override
    public String toString() {
        return served + " requests served over " + connections + " connections, " + lost.size() + " lost";
    }

    @Override
    public void close() {
        stopping.set(true);
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
