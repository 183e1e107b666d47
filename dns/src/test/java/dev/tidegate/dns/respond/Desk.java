package dev.tidegate.dns.respond;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.zone.Zones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;

/// A responder without sockets, whose times stand until a test moves them.
final class Desk {

    static final InetAddress SOMEBODY = InetAddress.ofLiteral("203.0.113.7");

    final Tally tally = new Tally();
    Zones zones = Served.ZONES;
    long nanos;
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final PacketAnswers answers;

    Desk(int answersPerSecond) {
        answers = new PacketAnswers(
                () -> zones,
                new RateLimit(answersPerSecond, 42, () -> nanos),
                new Cookies(new byte[32], () -> now),
                tally,
                InetAddress::isLoopbackAddress,
                2);
    }

    byte @Nullable [] overUdp(byte[] packet, InetAddress client) {
        return answers.overUdp(packet, client);
    }

    byte @Nullable [] overUdp(byte[] packet) {
        return overUdp(packet, SOMEBODY);
    }

    Message overUdp(Message query) {
        return message(requireNonNull(overUdp(query.toWire())));
    }

    Message overTcp(Message query) {
        return message(requireNonNull(overTcp(query.toWire())));
    }

    byte @Nullable [] overTcp(byte[] packet) {
        return answers.overTcp(packet, SOMEBODY);
    }

    static Message message(byte[] wire) {
        try {
            return new Message(wire);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
