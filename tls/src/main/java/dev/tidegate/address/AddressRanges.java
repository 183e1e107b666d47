package dev.tidegate.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A set of IP addresses as ranges that neither meet nor overlap, in order: asked by binary search, without
/// allocating.
///
/// IPv4 addresses are never taken for IPv6 ones. Immutable; threads: any.
public final class AddressRanges {

    public static final AddressRanges NONE = new AddressRanges(new byte[0][], new byte[0][]);

    /// Every address of both families.
    public static final AddressRanges ALL =
            new AddressRanges(new byte[][] {new byte[4], filled(4)}, new byte[][] {new byte[16], filled(16)});

    /// First and last address of each range, by turns; all of one length.
    private final byte[][] ipv4;

    private final byte[][] ipv6;

    private AddressRanges(byte[][] ipv4, byte[][] ipv6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    /// Collects ranges in order. Threads: one.
    public static final class Builder {

        private final List<byte[]> ipv4 = new ArrayList<>();
        private final List<byte[]> ipv6 = new ArrayList<>();

        /// Both ends belong to the range. One that follows right after the last joins it.
        ///
        /// Fails: [IllegalArgumentException] if the range is not after the last, or of two families.
        public Builder add(IpAddress first, IpAddress last) {
            byte[] from = first.bytes();
            byte[] to = last.bytes();
            List<byte[]> ends = from.length == 4 ? ipv4 : ipv6;
            boolean ordered = ends.isEmpty() || Arrays.compareUnsigned(ends.getLast(), from) < 0;
            if (from.length != to.length || Arrays.compareUnsigned(from, to) > 0 || !ordered) {
                throw new IllegalArgumentException("range: " + first + " to " + last + " (expected: after the last)");
            }
            if (!ends.isEmpty() && isNext(ends.getLast(), from)) {
                ends.set(ends.size() - 1, to);
            } else {
                ends.add(from);
                ends.add(to);
            }
            return this;
        }

        public AddressRanges build() {
            return ipv4.isEmpty() && ipv6.isEmpty()
                    ? NONE
                    : new AddressRanges(ipv4.toArray(byte[][]::new), ipv6.toArray(byte[][]::new));
        }

        private static boolean isNext(byte[] address, byte[] following) {
            return new BigInteger(1, address).add(BigInteger.ONE).equals(new BigInteger(1, following));
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Shape: an address in network order, 4 or 16 bytes → is it in one of the ranges? Nothing else is.
    public boolean contains(byte[] address) {
        return address.length == 4 ? contains(ipv4, address) : address.length == 16 && contains(ipv6, address);
    }

    private static boolean contains(byte[][] ends, byte[] address) {
        int low = 0;
        int high = ends.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(address, ends[2 * middle]) < 0) {
                high = middle - 1;
            } else if (Arrays.compareUnsigned(address, ends[2 * middle + 1]) > 0) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    private static byte[] filled(int length) {
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 0xff);
        return ones;
    }

    public boolean isEmpty() {
        return ipv4.length == 0 && ipv6.length == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressRanges that
                && Arrays.deepEquals(ipv4, that.ipv4)
                && Arrays.deepEquals(ipv6, that.ipv6);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(ipv4) + Arrays.deepHashCode(ipv6);
    }

    /// `10.0.0.0-10.0.0.255, fd00::1`
    @Override
    public String toString() {
        List<String> texts = new ArrayList<>();
        for (byte[][] ends : List.of(ipv4, ipv6)) {
            for (int i = 0; i < ends.length; i += 2) {
                String first = AddressLiteral.text(ends[i]);
                texts.add(Arrays.equals(ends[i], ends[i + 1]) ? first : first + "-" + AddressLiteral.text(ends[i + 1]));
            }
        }
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }
}
