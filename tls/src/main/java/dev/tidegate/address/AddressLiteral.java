package dev.tidegate.address;

import java.net.Inet4Address;
import java.net.Inet6Address;
import org.jspecify.annotations.Nullable;

/// IP addresses as text, without ever asking a name server.
///
/// Source: RFC 4291 §2.2, RFC 6943 §3.1.1 (dotted quads only; `010.1` and `1` are not addresses here).
public final class AddressLiteral {

    private static final int GROUPS = 8;

    private AddressLiteral() {}

    /// Shape: text → 4 or 16 bytes in network order, or null. An IPv4-mapped IPv6 address becomes the IPv4 one.
    public static byte @Nullable [] parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            if (colon < 0) {
                return isDottedQuad(text, 0) ? Inet4Address.ofLiteral(text).getAddress() : null;
            }
            boolean plain = text.indexOf('[') < 0 && text.indexOf('%') < 0;
            boolean mixed = text.indexOf('.', colon) >= 0;
            return plain && (!mixed || isDottedQuad(text, colon + 1))
                    ? Inet6Address.ofLiteral(text).getAddress()
                    : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    /// Four decimal numbers without leading zeros; the JDK also takes `1` and `010.0.0.1`, which others read as other
    /// addresses. That each is below 256 is its own check.
    private static boolean isDottedQuad(String text, int start) {
        int numbers = 1;
        int digits = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && digits > 0) {
                numbers++;
                digits = 0;
            } else if (c < '0' || c > '9' || (digits > 0 && text.charAt(i - digits) == '0')) {
                return false;
            } else {
                digits++;
            }
        }
        return numbers == 4 && digits > 0;
    }

    /// Shape: 4 or 16 bytes in network order → the one text that the address has: dotted decimals, or lower-case groups
    /// with the longest run of zeros left out (the first of equal ones, never a single group).
    ///
    /// Fails: [IllegalArgumentException] for any other number of bytes. Source: RFC 5952 §4.
    public static String text(byte[] address) {
        return switch (address.length) {
            case 4 ->
                (address[0] & 0xff) + "." + (address[1] & 0xff) + "." + (address[2] & 0xff) + "." + (address[3] & 0xff);
            case 16 -> groups(address);
            default -> throw new IllegalArgumentException("address: " + address.length + " bytes (expected: 4 or 16)");
        };
    }

    private static String groups(byte[] address) {
        int left = -1;
        int leftOut = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zeros(address, i);
            if (zeros > leftOut) {
                left = i;
                leftOut = zeros;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == left) {
                text.append("::");
                i += leftOut - 1;
            } else {
                text.append(i == 0 || i == left + leftOut ? "" : ":").append(Integer.toHexString(group(address, i)));
            }
        }
        return text.toString();
    }

    private static int zeros(byte[] address, int from) {
        int to = from;
        while (to < GROUPS && group(address, to) == 0) {
            to++;
        }
        return to - from;
    }

    private static int group(byte[] address, int index) {
        return (address[2 * index] & 0xff) << 8 | (address[2 * index + 1] & 0xff);
    }
}
