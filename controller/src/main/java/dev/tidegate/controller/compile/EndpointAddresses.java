package dev.tidegate.controller.compile;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.address.Cidr;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which addresses endpoints may have. Whoever may write an EndpointSlice, or a name's record, must not reach the
/// gateway's own machine, or the cloud's credentials, through it.
///
/// An IPv6 address that carries an IPv4 one inside is judged by both.
///
/// Source: EndpointSlice v1 as the API server validates it (no loopback, link-local, multicast or unspecified
/// address), RFC 6890; the metadata services of the large clouds. `loopback`: whether loopback is allowed, as it is
/// in a folder.
record EndpointAddresses(boolean loopback) {

    /// Those that are not link-local besides: AWS by IPv6, with all that it serves to a machine (EKS's credentials of
    /// pods too), Google, Oracle, Scaleway, Linode and Alibaba by IPv6; Azure's host, Alibaba, Oracle.
    private static final List<Cidr> METADATA = ranges(
            "169.254.169.254",
            "fd00:ec2::/32",
            "fd20:ce::254",
            "fd00:c1::a9fe:a9fe",
            "fd00:42::42",
            "fd00:a9fe:a9fe::1",
            "fd00:100::100:200",
            "168.63.129.16",
            "100.100.100.200",
            "192.0.0.192");

    private static final List<Cidr> LOOPBACK = ranges("127.0.0.0/8", "::1");
    private static final List<Cidr> LINK_LOCAL = ranges("169.254.0.0/16", "fe80::/10");

    /// This network (RFC 1122 §3.2.1.3), multicast, broadcast, unspecified.
    private static final List<Cidr> NO_HOST = ranges("0.0.0.0/8", "224.0.0.0/4", "255.255.255.255", "::", "ff00::/8");

    /// Where an IPv4 address stands in an IPv6 one: IPv4-compatible, translated (RFC 2765), NAT64 (RFC 6052), 6to4
    /// (RFC 3056).
    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding("::/96", 12, 13, 14, 15),
            new Embedding("::ffff:0:0:0/96", 12, 13, 14, 15),
            new Embedding("64:ff9b::/96", 12, 13, 14, 15),
            new Embedding("2002::/16", 2, 3, 4, 5));

    /// A NAT64 of one's own (RFC 8215) may have a prefix of any of these lengths, and so the address in any of these
    /// places (RFC 6052 §2.2): 48, 56, 64 and 96 bits.
    private static final List<Embedding> MAYBE_EMBEDDINGS = List.of(
            new Embedding("64:ff9b:1::/48", 6, 7, 9, 10),
            new Embedding("64:ff9b:1::/48", 7, 9, 10, 11),
            new Embedding("64:ff9b:1::/48", 9, 10, 11, 12),
            new Embedding("64:ff9b:1::/48", 12, 13, 14, 15));

    private record Embedding(Cidr range, int first, int second, int third, int fourth) {
        Embedding(String range, int first, int second, int third, int fourth) {
            this(Cidr.parse(range).orElseThrow(), first, second, third, fourth);
        }

        byte[] inside(byte[] address) {
            return new byte[] {address[first], address[second], address[third], address[fourth]};
        }
    }

    /// Shape: an address literal → what is wrong with it, or empty.
    Optional<String> problem(@Nullable String text) {
        byte[] address = text == null ? null : AddressLiteral.parse(text);
        return address == null
                ? Optional.of(text + " (expected: an IP address)")
                : fault(address).map(fault -> text + fault);
    }

    private Optional<String> fault(byte[] address) {
        if (isIn(METADATA, address)) {
            return Optional.of(" is a cloud's metadata service (expected: the address of a pod or server)");
        }
        if (isIn(LOOPBACK, address)) {
            return loopback ? Optional.empty() : Optional.of(" (expected: not a loopback address)");
        }
        if (isIn(LINK_LOCAL, address)) {
            return Optional.of(" (expected: not a link-local address)");
        }
        if (isIn(NO_HOST, address)) {
            return Optional.of(" (expected: the address of one host)");
        }
        return embedded(address).flatMap(inside -> fault(inside).stream()).findFirst();
    }

    /// Zeros in a place where an address may be say that it is in another.
    private static Stream<byte[]> embedded(byte[] address) {
        return Stream.concat(
                inside(EMBEDDINGS, address), inside(MAYBE_EMBEDDINGS, address).filter(inside -> inside[0] != 0));
    }

    private static Stream<byte[]> inside(List<Embedding> embeddings, byte[] address) {
        return embeddings.stream()
                .filter(embedding -> embedding.range().contains(address))
                .map(embedding -> embedding.inside(address));
    }

    private static boolean isIn(List<Cidr> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<Cidr> ranges(String... texts) {
        return Arrays.stream(texts).map(text -> Cidr.parse(text).orElseThrow()).toList();
    }
}
