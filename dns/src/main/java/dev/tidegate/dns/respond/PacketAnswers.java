package dev.tidegate.dns.respond;

import dev.tidegate.dns.zone.Reply;
import dev.tidegate.dns.zone.ZoneAnswers;
import dev.tidegate.dns.zone.Zones;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;

/// Answers packets: bytes in, bytes out, or nothing.
///
/// Over UDP three things keep it from being turned against others: answers are no longer than [AnswerSize] says, no
/// more than [RateLimit] admits, and never sent to an answer. A client beyond the rate is dropped, but now and then
/// told to come by TCP, so that one whose address somebody else writes is not shut out. Who has proven his address,
/// by a cookie or by TCP, is neither cut short nor counted.
///
/// Threads: any. Fails: never, whatever the bytes are.
final class PacketAnswers {

    private final Supplier<Zones> zones;
    private final RateLimit limit;
    private final Cookies cookies;
    private final Tally tally;
    private final Predicate<InetAddress> trusted;
    private final int slip;
    private final AtomicInteger beyond = new AtomicInteger();

    PacketAnswers(
            Supplier<Zones> zones,
            RateLimit limit,
            Cookies cookies,
            Tally tally,
            Predicate<InetAddress> trusted,
            int slip) {
        this.zones = zones;
        this.limit = limit;
        this.cookies = cookies;
        this.tally = tally;
        this.trusted = trusted;
        this.slip = slip;
    }

    /// Null if it is not to be answered.
    byte @Nullable [] overUdp(byte[] packet, InetAddress client) {
        return switch (Query.parse(packet)) {
            case Query.Nonsense _ -> dropped();
            case Query.Refused refused ->
                trusted.test(client) || limit.admits(client, RateLimit.Kind.ERROR) ? refusal(refused) : limited();
            case Query.Asked asked -> overUdp(asked, packet.length, client);
        };
    }

    /// Null if there is nothing to say, and the connection is of no use.
    byte @Nullable [] overTcp(byte[] packet, InetAddress client) {
        return switch (Query.parse(packet)) {
            case Query.Nonsense _ -> dropped();
            case Query.Refused refused -> refusal(refused);
            case Query.Asked asked -> {
                Reply reply = reply(asked);
                yield sent(reply, message(asked, reply, client).within(AnswerSize.LARGEST_TCP));
            }
        };
    }

    private byte @Nullable [] overUdp(Query.Asked asked, int queryBytes, InetAddress client) {
        Reply reply = reply(asked);
        OutgoingMessage message = message(asked, reply, client);
        boolean proven = trusted.test(client) || cookies.proves(Cookies.of(asked.opt()), client);
        if (!proven && !limit.admits(client, kind(reply))) {
            limited();
            return Math.floorMod(beyond.incrementAndGet(), slip) == 0 ? sent(reply, message.truncated()) : null;
        }
        return sent(reply, message.within(AnswerSize.overUdp(queryBytes, asked.opt(), proven)));
    }

    private Reply reply(Query.Asked asked) {
        tally.question(asked.question().getType());
        OPTRecord opt = asked.opt();
        return opt != null && opt.getVersion() > 0
                ? new Reply(Rcode.BADVERS, false, List.of(), List.of(), List.of())
                : ZoneAnswers.answer(zones.get(), asked.question());
    }

    private OutgoingMessage message(Query.Asked asked, Reply reply, InetAddress client) {
        return new OutgoingMessage(asked, reply, opt(asked.opt(), client));
    }

    /// With the DO of the question, which says that the flag was understood, not that anything is signed (RFC 3225 §3).
    private @Nullable OPTRecord opt(@Nullable OPTRecord theirs, InetAddress client) {
        if (theirs == null) {
            return null;
        }
        CookieOption cookie = Cookies.of(theirs);
        int flags = theirs.getFlags() & 0x8000;
        return cookie == null
                ? new OPTRecord(AnswerSize.LARGEST_UDP, 0, 0, flags)
                : new OPTRecord(AnswerSize.LARGEST_UDP, 0, 0, flags, cookies.fresh(cookie, client));
    }

    private static RateLimit.Kind kind(Reply reply) {
        return switch (reply.rcode()) {
            case Rcode.NOERROR -> reply.answers().isEmpty() ? RateLimit.Kind.NO_DATA : RateLimit.Kind.RECORDS;
            case Rcode.NXDOMAIN -> RateLimit.Kind.NO_NAME;
            default -> RateLimit.Kind.ERROR;
        };
    }

    private byte @Nullable [] dropped() {
        tally.dropped.increment();
        return null;
    }

    private byte @Nullable [] limited() {
        tally.limited.increment();
        return null;
    }

    private byte[] refusal(Query.Refused refused) {
        tally.answer(refused.rcode());
        return OutgoingMessage.refusal(refused);
    }

    private byte[] sent(Reply reply, byte[] wire) {
        tally.answer(reply.rcode());
        if (OutgoingMessage.truncated(wire)) {
            tally.truncated.increment();
        }
        return wire;
    }
}
