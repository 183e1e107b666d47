package dev.tidegate.dns.record;

import static java.util.Objects.requireNonNull;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/// What a name may lead to: an address, or another name.
///
/// `text`: how it is compared and written; IP literals as `InetAddress` writes them, so that one address has one text.
public record Target(RecordType type, String text) implements Comparable<Target> {

    /// Four numbers: `InetAddress` would take `1` for 0.0.0.1.
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");

    public Target {
        requireNonNull(type);
        requireNonNull(text);
    }

    /// Shape: an IPv4 or IPv6 literal, or else a name.
    ///
    /// Fails: `IllegalArgumentException` with one line for what is none of them.
    public static Target of(String written) {
        if (written.indexOf(':') >= 0 || DIGITS_AND_DOTS.matcher(written).matches()) {
            return address(written);
        }
        return new Target(RecordType.CNAME, aliased(written).text());
    }

    private static Target address(String written) {
        try {
            if (written.indexOf('%') < 0
                    && (written.indexOf(':') >= 0 || IPV4.matcher(written).matches())) {
                InetAddress address = InetAddress.ofLiteral(written);
                return new Target(
                        address instanceof Inet4Address ? RecordType.A : RecordType.AAAA, address.getHostAddress());
            }
        } catch (IllegalArgumentException noAddress) {
            // said below
        }
        throw new IllegalArgumentException("target '" + written + "' (expected: an IP address or a host name)");
    }

    private static DomainName aliased(String written) {
        DomainName name;
        try {
            name = DomainName.host(written);
        } catch (IllegalArgumentException noName) {
            throw new IllegalArgumentException("target '" + written + "' (expected: an IP address or a host name)");
        }
        if (name.wildcard()) {
            throw new IllegalArgumentException(
                    "target '" + written + "' (expected: an IP address or a host name without a wildcard)");
        }
        return name;
    }

    @Override
    public int compareTo(Target other) {
        int byType = type.compareTo(other.type);
        return byType == 0 ? text.compareTo(other.text) : byType;
    }
}
