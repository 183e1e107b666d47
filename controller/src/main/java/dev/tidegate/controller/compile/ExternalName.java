package dev.tidegate.controller.compile;

import dev.tidegate.address.AddressLiteral;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands in a Service's `spec.externalName`.
///
/// Source: Service v1 `externalName`: a lower-case RFC 1123 host name, which may end in a dot. The API server takes
/// an IPv4 address for a name made of digits; here it is the address, as ingress-nginx has it.
sealed interface ExternalName {

    /// A name to ask for; absolute if it ends in a dot.
    record Named(String name) implements ExternalName {}

    /// Nobody has to be asked: an address, or `localhost` (RFC 6761 §6.3).
    record Known(List<String> addresses) implements ExternalName {
        public Known {
            addresses = List.copyOf(addresses);
        }
    }

    /// The Kubernetes API server's own name, behind which credentials of others are taken.
    record ApiServer() implements ExternalName {}

    record Malformed() implements ExternalName {}

    Pattern HOST_NAME = Pattern.compile(
            "(?=.{1,254}$)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?" + "(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*\\.?");

    /// A last label of digits, or in hexadecimal, makes others read the name as an address (RFC 3696 §2).
    Pattern ENDS_IN_A_NUMBER = Pattern.compile(".*?(^|\\.)([0-9]+|0x[0-9a-f]*)\\.?");

    Pattern LOCALHOST = Pattern.compile("(.*\\.)?localhost\\.?");

    Pattern API_SERVER = Pattern.compile("kubernetes\\.default(\\.svc(\\..+)?)?\\.?");

    static ExternalName parse(@Nullable String text) {
        String name = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        byte[] address = AddressLiteral.parse(name);
        if (address != null) {
            return new Known(List.of(AddressLiteral.text(address)));
        }
        if (!HOST_NAME.matcher(name).matches() || ENDS_IN_A_NUMBER.matcher(name).matches()) {
            return new Malformed();
        }
        if (LOCALHOST.matcher(name).matches()) {
            return new Known(List.of("127.0.0.1", "::1"));
        }
        return API_SERVER.matcher(name).matches() ? new ApiServer() : new Named(name);
    }
}
