package dev.tidegate.controller.compile;

import dev.tidegate.gateway.table.AddressLiteral;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which addresses endpoints may have. Whoever may write an EndpointSlice must not reach the gateway's own machine,
/// or the cloud's credentials, through it.
///
/// Source: EndpointSlice v1 as the API server validates it (no loopback, link-local, multicast or unspecified
/// address); the metadata services of the large clouds. `loopback`: whether loopback is allowed, as it is in a
/// folder.
record EndpointAddresses(boolean loopback) {

    private static final List<String> METADATA = List.of("169.254.169.254", "fd00:ec2::254");

    /// Shape: an address literal → what is wrong with it, or empty.
    Optional<String> problem(@Nullable String text) {
        byte[] bytes = text == null ? null : AddressLiteral.parse(text);
        if (bytes == null) {
            return Optional.of(text + " (expected: an IP address)");
        }
        if (METADATA.stream().anyMatch(it -> Arrays.equals(AddressLiteral.parse(it), bytes))) {
            return Optional.of(text + " is a cloud's metadata service (expected: the address of a pod or server)");
        }
        InetAddress address = address(bytes);
        if (address.isLoopbackAddress()) {
            return loopback ? Optional.empty() : Optional.of(text + " (expected: not a loopback address)");
        }
        if (address.isLinkLocalAddress()) {
            return Optional.of(text + " (expected: not a link-local address)");
        }
        if (address.isMulticastAddress() || address.isAnyLocalAddress()) {
            return Optional.of(text + " (expected: the address of one host)");
        }
        return Optional.empty();
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address has 4 or 16 bytes", impossible);
        }
    }
}
