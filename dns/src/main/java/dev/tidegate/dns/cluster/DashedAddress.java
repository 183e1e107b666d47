package dev.tidegate.dns.cluster;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An address as a label: `10-1-2-3`, `fd00--a`.
///
/// Source: CoreDNS's plugin `kubernetes`; RFC 5952 §4 (the one way to write an IPv6 address).
final class DashedAddress {

    private static final int GROUPS = 8;

    private DashedAddress() {}

    static String of(InetAddress address) {
        return address instanceof Inet4Address
                ? address.getHostAddress().replace('.', '-')
                : compressed(ByteBuffer.wrap(address.getAddress()));
    }

    /// The first of the longest runs of zeros, if of two groups or more, becomes two dashes.
    private static String compressed(ByteBuffer bytes) {
        int[] groups = IntStream.range(0, GROUPS)
                .map(group -> bytes.getShort(2 * group) & 0xffff)
                .toArray();
        int start = 0;
        int length = 1;
        for (int at = 0; at < GROUPS; at++) {
            int run = zeros(groups, at);
            if (run > length) {
                start = at;
                length = run;
            }
        }
        return length == 1
                ? hex(groups, 0, GROUPS)
                : hex(groups, 0, start) + "--" + hex(groups, start + length, GROUPS);
    }

    private static int zeros(int[] groups, int from) {
        int to = from;
        while (to < GROUPS && groups[to] == 0) {
            to++;
        }
        return to - from;
    }

    private static String hex(int[] groups, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(group -> Integer.toHexString(groups[group]))
                .collect(Collectors.joining("-"));
    }
}
