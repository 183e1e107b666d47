package dev.tidegate.address;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One IP address as a value: equal to every other spelling of itself, and printed in one way (RFC 5952).
public final class IpAddress {

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Empty if the text is not an address literal. An IPv4-mapped IPv6 address becomes the IPv4 one.
    public static Optional<IpAddress> parse(String text) {
        byte @Nullable [] bytes = AddressLiteral.parse(text);
        return bytes == null ? Optional.empty() : Optional.of(new IpAddress(bytes));
    }

    /// Shape: an address in network order. Fails: [IllegalArgumentException] if it is not 4 or 16 bytes long.
    public static IpAddress of(byte[] address) {
        if (address.length != 4 && address.length != 16) {
            throw new IllegalArgumentException("address: " + address.length + " bytes (expected: 4 or 16)");
        }
        return new IpAddress(address.clone());
    }

    /// In network order, 4 or 16 of them.
    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean isIpv4() {
        return bytes.length == 4;
    }

    public boolean isOfFamilyOf(IpAddress other) {
        return bytes.length == other.bytes.length;
    }

    public boolean isIn(Cidr range) {
        return range.contains(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return AddressLiteral.text(bytes);
    }
}
