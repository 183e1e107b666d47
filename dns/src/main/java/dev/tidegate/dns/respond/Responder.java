package dev.tidegate.dns.respond;

import dev.tidegate.dns.zone.Zones;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// An authoritative name server on one port, over UDP and TCP.
///
/// It asks its supplier for the zones with each question, so that a swap is seen by the next one. The supplier is
/// called by several threads at once and must be fast: a volatile field. [Zones#UNKNOWN] until something is known.
///
/// Threads: any; its own are two for UDP, one that accepts TCP, and a virtual one for each connection. None keeps the
/// process alive.
public final class Responder implements AutoCloseable {

    private static final int KEY_BYTES = 32;

    /// With any free port it may be taken over TCP by somebody; then another is tried.
    private static final int ATTEMPTS = 10;

    private final UdpPort udp;
    private final TcpPort tcp;
    private final Tally tally;

    private Responder(UdpPort udp, TcpPort tcp, Tally tally) {
        this.udp = udp;
        this.tcp = tcp;
        this.tally = tally;
        udp.start();
        tcp.start();
    }

    /// `faults`: is told of errors of our own, by the thread that had one, which goes on.
    ///
    /// Fails: [ResponderException] if the port cannot be listened on.
    public static Responder start(ResponderOptions options, Supplier<Zones> zones, Consumer<RuntimeException> faults) {
        Tally tally = new Tally();
        PacketAnswers answers = answers(options, zones, tally);
        Consumer<RuntimeException> counted = fault -> {
            tally.faults.increment();
            faults.accept(fault);
        };
        int attempts = options.address().getPort() == 0 ? ATTEMPTS : 1;
        for (int attempt = 1; ; attempt++) {
            UdpPort udp = udp(options.address(), answers, counted);
            try {
                return new Responder(udp, TcpPort.open(options, udp.port(), answers, tally, counted), tally);
            } catch (IOException taken) {
                udp.close();
                if (attempt == attempts) {
                    throw ResponderException.of("TCP", options.address().getPort(), taken);
                }
            }
        }
    }

    private static UdpPort udp(InetSocketAddress address, PacketAnswers answers, Consumer<RuntimeException> faults) {
        try {
            return UdpPort.open(address, answers, faults);
        } catch (IOException taken) {
            throw ResponderException.of("UDP", address.getPort(), taken);
        }
    }

    private static PacketAnswers answers(ResponderOptions options, Supplier<Zones> zones, Tally tally) {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new PacketAnswers(
                zones,
                new RateLimit(options.answersPerSecond(), random.nextLong(), System::nanoTime),
                new Cookies(key, InstantSource.system()),
                tally,
                options.trusted(),
                options.slip());
    }

    /// The one that it listens on, or did.
    public int port() {
        return udp.port();
    }

    public ResponderCounts counts() {
        return tally.counts(tcp.openConnections());
    }

    /// No question is answered after this, and connections are closed. Idempotent.
    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException gone) {
            // closing is all that was wanted
        }
    }
}
