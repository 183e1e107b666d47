package dev.tidegate.dns.respond;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.OPTRecord;

/// How long an answer may be.
///
/// Over UDP the address of a client proves nothing: whoever writes somebody else's there has the answer sent to him.
/// So that this is not worth while, **an answer to an address that is not proven is at most twice as long on the wire
/// as the question was**, the headers of IP and UDP counted (28 bytes, those of IPv4, on both sides); what does not
/// fit is told with TC, which is as long as the question, and asked again over TCP. That is room for the usual
/// answers: three IPv4 or two IPv6 addresses, or a denial with its SOA. A client proves its address with a cookie
/// ([Cookies]) or is trusted; it has what it says it can take, up to 1232 bytes, which no path fragments.
///
/// Of the payloads alone that is up to three times and a little more, for the shortest of names. A bound on these would
/// send home routers, which ask without EDNS and for short names, to TCP for each AAAA that a host does not have.
///
/// Units: bytes of DNS message.
///
/// Source: RFC 1035 §2.3.4 (512), RFC 6891 §6.2.3 to §6.2.5 (sizes), RFC 5358 (reflection), RFC 9715 §3 (fragments).
final class AnswerSize {

    static final int WITHOUT_EDNS = 512;
    static final int LARGEST_UDP = 1232;
    static final int LARGEST_TCP = 65_535;
    static final int IP_AND_UDP_HEADERS = 28;

    private AnswerSize() {}

    static int overUdp(int queryBytes, @Nullable OPTRecord opt, boolean proven) {
        int taken = opt == null ? WITHOUT_EDNS : Math.clamp(opt.getPayloadSize(), WITHOUT_EDNS, LARGEST_UDP);
        return proven ? taken : Math.min(taken, 2 * queryBytes + IP_AND_UDP_HEADERS);
    }
}
