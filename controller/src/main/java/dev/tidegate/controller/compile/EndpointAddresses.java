package dev.tidegate.controller.compile;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.address.Cidr;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /// AWS, Azure, Google and most others; AWS by IPv6, Google by IPv6, Azure's host, Alibaba, Oracle.
    private static final List<Cidr> METADATA = ranges(
            "169.254.169.254", "fd00:ec2::254", "fd20:ce::254", "168.63.129.16", "100.100.100.200", "192.0.0.192");

    private static final List<Cidr> LOOPBACK = ranges("127.0.0.0/8", "::1");
    private static final List<Cidr> LINK_LOCAL = ranges("169.254.0.0/16", "fe80::/10");

    /// This network (RFC 1122 §3.2.1.3), multicast, broadcast, unspecified.
    private static final List<Cidr> NO_HOST = ranges("0.0.0.0/8", "224.0.0.0/4", "255.255.255.255", "::", "ff00::/8");

    /// Where an IPv4 address stands in an IPv6 one: IPv4-compatible, NAT64 (RFC 6052), 6to4 (RFC 3056).
    private static final List<Embedding> EMBEDDINGS =
            List.of(new Embedding("::/96", 12), new Embedding("64:ff9b::/96", 12), new Embedding("2002::/16", 2));

    private record Embedding(Cidr range, int offset) {
        Embedding(String range, int offset) {
            this(Cidr.parse(range).orElseThrow(), offset);
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
        return EMBEDDINGS.stream()
                .filter(embedding -> embedding.range().contains(address))
                .findFirst()
                .flatMap(embedding -> fault(Arrays.copyOfRange(address, embedding.offset(), embedding.offset() + 4)));
    }

    private static boolean isIn(List<Cidr> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<Cidr> ranges(String... texts) {
        return Arrays.stream(texts).map(text -> Cidr.parse(text).orElseThrow()).toList();
    }
}
