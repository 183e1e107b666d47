package dev.tidegate.dns.respond;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Receives packets and sends the answers.
///
/// Threads: [#THREADS] of its own, platform daemons; one reads while the other answers. On a machine with several
/// addresses an answer leaves by the one that the route back has, which need not be the one that was asked: such a
/// machine names one address to listen on.
final class UdpPort implements AutoCloseable {

    private static final int THREADS = 2;

    /// Longer than any question that makes sense; what is cut off is malformed.
    private static final int LARGEST_QUERY = 4096;

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final DatagramSocket socket;
    private final int port;
    private final PacketAnswers answers;
    private final Consumer<RuntimeException> faults;

    private UdpPort(DatagramSocket socket, PacketAnswers answers, Consumer<RuntimeException> faults) {
        this.socket = socket;
        this.port = socket.getLocalPort();
        this.answers = answers;
        this.faults = faults;
    }

    static UdpPort open(InetSocketAddress address, PacketAnswers answers, Consumer<RuntimeException> faults)
            throws SocketException {
        return new UdpPort(new DatagramSocket(address), answers, faults);
    }

    int port() {
        return port;
    }

    void start() {
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().daemon().name("dns-udp-" + i).start(this::serve);
        }
    }

    private void serve() {
        byte[] buffer = new byte[LARGEST_QUERY];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (IOException closedOrFailing) {
                // closed as a rule; whatever else it is must not make this a busy loop
                LockSupport.parkNanos(PAUSE.toNanos());
                continue;
            }
            try {
                answer(packet);
            } catch (IOException lost) {
                // what could not be sent is asked for again
            } catch (RuntimeException fault) {
                faults.accept(fault);
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        if (packet.getPort() == 0) {
            return;
        }
        byte[] answer = answers.overUdp(Arrays.copyOf(packet.getData(), packet.getLength()), packet.getAddress());
        if (answer != null) {
            socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
