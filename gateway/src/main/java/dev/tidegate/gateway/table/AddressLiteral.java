package dev.tidegate.gateway.table;

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
        try {
            return text.indexOf(':') >= 0
                    ? Inet6Address.ofLiteral(text).getAddress()
                    : Inet4Address.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
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
