package dev.tidegate.dns.respond;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Predicate;

/// How the responder listens, and how much it gives.
///
/// `address`: port 0 is any free one. `answersPerSecond`: over UDP, of one kind to one network (/24 or /56), with as
/// many at once. `slip`: of those beyond it each so-manieth is answered with TC, the others not at all; 1 is each.
/// `tcpConnections`: in all; one network has at most a quarter of them. `tcpIdle`: for one question and its answer.
/// `trusted`: whose address cannot be forged; to these the limits of rate and amplification do not apply.
public record ResponderOptions(
        InetSocketAddress address,
        int answersPerSecond,
        int slip,
        int tcpConnections,
        Duration tcpIdle,
        Predicate<InetAddress> trusted) {

    /// A resolver that many share keeps what it hears, so this is much for it.
    public static final int ANSWERS_PER_SECOND = 200;

    public static final int SLIP = 2;
    public static final int TCP_CONNECTIONS = 256;
    public static final Duration TCP_IDLE = Duration.ofSeconds(10);

    public ResponderOptions {
        positive("answersPerSecond", answersPerSecond);
        positive("slip", slip);
        positive("tcpConnections", tcpConnections);
        if (!tcpIdle.isPositive()) {
            throw new IllegalArgumentException("tcpIdle: " + tcpIdle + " (expected: > 0)");
        }
    }

    /// On all addresses, with the usual limits, trusting this machine alone.
    public static ResponderOptions of(int port) {
        return of(new InetSocketAddress(port));
    }

    public static ResponderOptions of(InetSocketAddress address) {
        return new ResponderOptions(
                address, ANSWERS_PER_SECOND, SLIP, TCP_CONNECTIONS, TCP_IDLE, InetAddress::isLoopbackAddress);
    }

    public ResponderOptions withTrusted(Predicate<InetAddress> others) {
        return new ResponderOptions(address, answersPerSecond, slip, tcpConnections, tcpIdle, others);
    }

    public ResponderOptions withTcp(int connections, Duration idle) {
        return new ResponderOptions(address, answersPerSecond, slip, connections, idle, trusted);
    }

    public ResponderOptions withAnswersPerSecond(int answers) {
        return new ResponderOptions(address, answers, slip, tcpConnections, tcpIdle, trusted);
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
        }
    }
}
