package dev.tidegate.controller.cli;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.address.Cidr;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.snapshot.ObjectKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What flags take, and what is said of anything else.
final class FlagTypes {

    /// As Go's `ParseBool` has them.
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");

    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

    private FlagTypes() {}

    /// 0 asks the system for a free one.
    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return number(value, 0, 65535, "a port, 0 to 65535");
        }
    }

    static final class Mode implements ITypeConverter<PolicyMode> {
        @Override
        public PolicyMode convert(String value) {
            return PolicyMode.parse(value).orElseThrow(() -> expected(PolicyMode.EXPECTED));
        }
    }

    static final class Threads implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return number(value, 1, 1024, "a number, 1 to 1024");
        }
    }

    static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            return Duration.ofSeconds(number(value, 0, 86_400, "whole seconds, 0 to 86400"));
        }
    }

    static final class Milliseconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            return Duration.ofMillis(number(value, 0, 600_000, "whole milliseconds, 0 to 600000"));
        }
    }

    /// An address, or a range of addresses.
    static final class Range implements ITypeConverter<Cidr> {
        @Override
        public Cidr convert(String value) {
            return Cidr.parse(value.strip()).orElseThrow(() -> expected("an address or CIDR, as 10.0.0.0/8"));
        }
    }

    /// As Go's `ParseDuration` has them, in whole seconds: `15s`, `1m30s`.
    static final class Span implements ITypeConverter<Duration> {
        private static final Pattern SHAPE = Pattern.compile("(?:(\\d{1,2})h)?(?:(\\d{1,4})m)?(?:(\\d{1,5})s)?");

        @Override
        public Duration convert(String value) {
            Matcher shape = SHAPE.matcher(value);
            if (!value.isEmpty() && shape.matches()) {
                Duration span = Duration.ofHours(part(shape, 1))
                        .plusMinutes(part(shape, 2))
                        .plusSeconds(part(shape, 3));
                if (span.compareTo(SHORTEST) >= 0) {
                    return span;
                }
            }
            throw expected("a time in seconds, minutes and hours, as 15s; at least 3s");
        }

        private static final Duration SHORTEST = Duration.ofSeconds(3);

        private static long part(Matcher shape, int group) {
            return shape.group(group) == null ? 0 : Long.parseLong(shape.group(group));
        }
    }

    /// `10.96.0.10`, `10.96.0.10:5353`, `fd00::a`, `[fd00::a]:5353`.
    static final class NameServer implements ITypeConverter<InetSocketAddress> {
        private static final String EXPECTED =
                "the IP address of a name server, as 10.96.0.10, 10.96.0.10:53 or fd00::a";
        private static final Pattern SERVER = Pattern.compile("(?:\\[(?<v6>[^]]+)]|(?<v4>[^:]+))(:(?<port>\\d{1,5}))?");

        @Override
        public InetSocketAddress convert(String value) {
            String text = value.strip();
            Matcher server = SERVER.matcher(AddressLiteral.parse(text) == null ? text : "[" + text + "]");
            if (!server.matches()) {
                throw expected(EXPECTED);
            }
            String address = server.group("v6") == null ? server.group("v4") : server.group("v6");
            if (AddressLiteral.parse(address) == null) {
                throw expected(EXPECTED);
            }
            String port = server.group("port");
            return new InetSocketAddress(
                    InetAddress.ofLiteral(address), port == null ? 53 : number(port, 1, 65535, EXPECTED));
        }
    }

    /// Where to listen: `0.0.0.0` for every address of this machine.
    record HostPort(String host, int port) {}

    /// As Go has them: `:8443`, `127.0.0.1:8443`, `[::1]:8443`.
    static final class ListenAddress implements ITypeConverter<HostPort> {
        private static final String EXPECTED = "an address and a port, or a port alone, as :8443";
        private static final Pattern SHAPE = Pattern.compile("(?:\\[(?<v6>[^]]+)]|(?<v4>[^:]*)):(?<port>\\d{1,5})");

        @Override
        public HostPort convert(String value) {
            Matcher shape = SHAPE.matcher(value.strip());
            if (!shape.matches()) {
                throw expected(EXPECTED);
            }
            String host = shape.group("v6") == null ? shape.group("v4") : shape.group("v6");
            if (!host.isEmpty() && AddressLiteral.parse(host) == null) {
                throw expected(EXPECTED);
            }
            return new HostPort(host.isEmpty() ? "0.0.0.0" : host, number(shape.group("port"), 0, 65535, EXPECTED));
        }
    }

    /// `NAMESPACE/NAME`.
    static final class Key implements ITypeConverter<ObjectKey> {
        @Override
        public ObjectKey convert(String value) {
            String[] parts = value.split("/", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw expected("NAMESPACE/NAME");
            }
            return new ObjectKey(parts[0], parts[1]);
        }
    }

    /// A path of an HTTP request.
    static final class RootedPath implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (!value.startsWith("/")) {
                throw expected("a path with a leading /");
            }
            return value;
        }
    }

    /// An http or https URL with a host; `http://` may be left out.
    static final class Url implements ITypeConverter<URI> {
        @Override
        public URI convert(String value) {
            try {
                URI url = new URI(value.contains("://") ? value : "http://" + value);
                String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
                if ((scheme.equals("http") || scheme.equals("https")) && url.getRawAuthority() != null) {
                    return url;
                }
            } catch (URISyntaxException malformed) {
                throw expected("a URL, as https://shop.example/cart; " + malformed.getReason());
            }
            throw expected("a URL, as https://shop.example/cart");
        }
    }

    /// A constant of an enum, in any case.
    static <E extends Enum<E>> E constant(Class<E> type, String value) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(value)) {
                return each;
            }
        }
        throw expected(Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
    }

    static boolean truth(String value) {
        if (!TRUE.contains(value) && !FALSE.contains(value)) {
            throw expected("true or false");
        }
        return TRUE.contains(value);
    }

    static TypeConversionException expected(String what) {
        return new TypeConversionException("not understood (expected: " + what + ")");
    }

    private static int number(String value, int least, int most, String expected) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw expected(expected);
        }
        throw expected(expected);
    }
}
