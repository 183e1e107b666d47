package dev.tidegate.dns.respond;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.OPTRecord;

/// How long an answer may be.
///
/// Over UDP the address of a client proves nothing: whoever writes somebody else's there has the answer sent to him.
/// So that this is not worth while, **an answer to an address that is not proven is at most twice as long as the
/// question was**, which is a little less on the wire, where both have the same headers. What does not fit is told
/// with TC, which is about as long as the question, and asked again over TCP. A client proves its address with a
/// cookie ([Cookies]) or is trusted; it has what it says it can take, up to 1232 bytes, which no path fragments.
///
/// An IPv4 address always fits. An IPv6 address (28 bytes) and a denial (39 bytes and the zone's name is as short as
/// it gets, see [dev.tidegate.dns.zone.Authority]) fit if the question is that long: with EDNS, which resolvers have,
/// that is any name of 10 letters or more; without it, 21 letters for a denial.
///
/// Units: bytes of DNS message.
///
/// Source: RFC 1035 §2.3.4 (512), RFC 6891 §6.2.3 to §6.2.5 (sizes), RFC 5358 (reflection), RFC 9715 §3 (fragments).
final class AnswerSize {

    static final int WITHOUT_EDNS = 512;
    static final int LARGEST_UDP = 1232;
    static final int LARGEST_TCP = 65_535;
    static final int AMPLIFICATION = 2;

    private AnswerSize() {}

    static int overUdp(int queryBytes, @Nullable OPTRecord opt, boolean proven) {
        int taken = opt == null ? WITHOUT_EDNS : Math.clamp(opt.getPayloadSize(), WITHOUT_EDNS, LARGEST_UDP);
        return proven ? taken : Math.min(taken, AMPLIFICATION * queryBytes);
    }
}
