package dev.tidegate.address;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// IP addresses as text, without ever asking a name server.
///
/// Source: RFC 4291 §2.2, RFC 6943 §3.1.1 (dotted quads only; `010.1` and `1` are not addresses here).
public final class AddressLiteral {

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

    public static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException(
                    "address: " + address.length + " bytes (expected: 4 or 16)", wrongLength);
        }
    }
}
