package dev.tidegate.dns.respond;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Accepts connections, and closes those that take too long.
///
/// There is always room for one more: where all places are taken, the connection that has waited longest for a
/// question goes. One network has at most a quarter of the places.
///
/// Threads: one platform daemon accepts and watches the time; each connection has a virtual one.
///
/// Source: RFC 7766 §6.2.1 (several questions), §6.2.3 (idle), §10 (bounds).
final class TcpPort implements AutoCloseable {

    private static final int SHARE = 4;
    private static final int BACKLOG = 128;

    /// At most so late is a connection closed that has been too slow.
    private static final Duration WATCH = Duration.ofMillis(100);

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final ServerSocket socket;
    private final ResponderOptions options;
    private final PacketAnswers answers;
    private final Tally tally;
    private final Consumer<RuntimeException> faults;
    private final Set<TcpConnection> open = ConcurrentHashMap.newKeySet();

    private TcpPort(
            ServerSocket socket,
            ResponderOptions options,
            PacketAnswers answers,
            Tally tally,
            Consumer<RuntimeException> faults) {
        this.socket = socket;
        this.options = options;
        this.answers = answers;
        this.tally = tally;
        this.faults = faults;
    }

    /// `port`: the one that UDP has, which may be another than the options say if these say 0.
    static TcpPort open(
            ResponderOptions options, int port, PacketAnswers answers, Tally tally, Consumer<RuntimeException> faults)
            throws IOException {
        ServerSocket socket = new ServerSocket(port, BACKLOG, options.address().getAddress());
        socket.setSoTimeout((int) WATCH.toMillis());
        return new TcpPort(socket, options, answers, tally, faults);
    }

    int openConnections() {
        return open.size();
    }

    void start() {
        Thread.ofPlatform().daemon().name("dns-tcp").start(this::accept);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                admit(socket.accept());
            } catch (SocketTimeoutException nobody) {
                // time to look who is slow
            } catch (IOException closedOrGone) {
                // a client that left again, or no more files, which would make this a busy loop
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            closeSlow();
        }
        open.forEach(TcpConnection::close);
    }

    private void admit(Socket client) {
        tally.connections.increment();
        long network = RateLimit.network(client.getInetAddress());
        long same = open.stream().filter(it -> it.network() == network).count();
        if (same >= Math.max(1, options.tcpConnections() / SHARE)
                && !options.trusted().test(client.getInetAddress())) {
            tally.refusedConnections.increment();
            TcpConnection.close(client);
            return;
        }
        if (open.size() >= options.tcpConnections()) {
            open.stream()
                    .min(Comparator.comparingLong(TcpConnection::sinceNanos))
                    .ifPresent(this::drop);
        }
        TcpConnection connection = new TcpConnection(client, network, answers);
        open.add(connection);
        Thread.ofVirtual().name("dns-tcp-connection").start(() -> serve(connection));
    }

    private void serve(TcpConnection connection) {
        try {
            connection.serve();
        } catch (RuntimeException fault) {
            faults.accept(fault);
        } finally {
            drop(connection);
        }
    }

    private void closeSlow() {
        long longAgo = System.nanoTime() - options.tcpIdle().toNanos();
        open.stream().filter(it -> it.sinceNanos() - longAgo < 0).forEach(this::drop);
    }

    private void drop(TcpConnection connection) {
        open.remove(connection);
        connection.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
