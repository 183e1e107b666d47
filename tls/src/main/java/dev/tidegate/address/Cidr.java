package dev.tidegate.address;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A range of IP addresses, as `10.0.0.0/8`, `fd00::/8`, or one address alone.
///
/// Source: RFC 4632 §3.1, RFC 4291 §2.3. Bits outside the prefix are cleared; IPv4 never matches IPv6.
public final class Cidr {

    private final byte[] network;
    private final int bits;

    private Cidr(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /// Empty if the text is not an address literal with an optional prefix length.
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        byte @Nullable [] address = AddressLiteral.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return Optional.empty();
        }
        int bits = slash < 0 ? address.length * 8 : prefixLength(text.substring(slash + 1), address.length * 8);
        return bits < 0 ? Optional.empty() : Optional.of(new Cidr(masked(address, bits), bits));
    }

    /// Shape: an address in network order, 4 or 16 bytes → is it in the range?
    public boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || (address[whole] & (0xff << (8 - rest)) & 0xff) == (network[whole] & 0xff);
    }

    /// The range that holds this address and no other.
    public static Cidr of(IpAddress address) {
        return parse(address.toString()).orElseThrow();
    }

    public IpAddress first() {
        return IpAddress.of(network);
    }

    public IpAddress last() {
        byte[] last = network.clone();
        for (int i = 0; i < last.length; i++) {
            int fixed = Math.clamp(bits - i * 8L, 0, 8);
            last[i] |= (byte) (0xff >>> fixed);
        }
        return IpAddress.of(last);
    }

    /// Is every address of the other range one of this, and some of this not of the other? Ranges of different families
    /// hold nothing of each other.
    public boolean isWiderThan(Cidr other) {
        return bits < other.bits && contains(other.network);
    }

    private static int prefixLength(String text, int max) {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int bits = Integer.parseInt(text);
        return bits <= max ? bits : -1;
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] network = address.clone();
        for (int i = 0; i < network.length; i++) {
            int keep = Math.clamp(bits - i * 8L, 0, 8);
            network[i] &= (byte) (0xff << (8 - keep));
        }
        return network;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cidr that && bits == that.bits && Arrays.equals(network, that.network);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(network) + bits;
    }

    @Override
    public String toString() {
        return AddressLiteral.text(network) + "/" + bits;
    }
}
