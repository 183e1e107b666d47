package dev.tidegate.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A port of this machine that leads to another one, byte by byte, until it is cut.
///
/// Threads: any.
final class Passage implements AutoCloseable {

    private final ServerSocket here;
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Passage(ServerSocket here, int to) {
        this.here = here;
        this.to = to;
    }

    static Passage to(int port) {
        return from(InetAddress.getLoopbackAddress(), port);
    }

    /// The same by another address of this machine.
    static Passage from(InetAddress address, int port) {
        try {
            Passage passage = new Passage(new ServerSocket(0, 50, address), port);
            Thread.ofVirtual().start(passage::accept);
            return passage;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return here.getLocalPort();
    }

    /// Closes all connections, and each new one as it comes.
    void cut() {
        cut = true;
        open.forEach(Passage::quietlyClose);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!here.isClosed()) {
            try {
                pass(here.accept());
            } catch (IOException refused) {
                // who comes next may be luckier
            }
        }
    }

    private void pass(Socket from) throws IOException {
        open.add(from);
        if (cut) {
            quietlyClose(from);
            return;
        }
        Socket on = new Socket(InetAddress.getLoopbackAddress(), to);
        open.add(on);
        Thread.ofVirtual().start(() -> copy(from, on));
        Thread.ofVirtual().start(() -> copy(on, from));
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // one end is gone, and the other goes with it
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void quietlyClose(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // closing is all that was wanted
        }
    }

    @Override
    public void close() {
        try {
            here.close();
        } catch (IOException ignored) {
            // closing is all that was wanted
        }
        cut();
    }
}
