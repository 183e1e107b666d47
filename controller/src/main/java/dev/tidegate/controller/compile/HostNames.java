package dev.tidegate.controller.compile;

import dev.tidegate.address.AddressLiteral;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which hosts an Ingress may name.
///
/// Source: Ingress v1 `rules[].host` and `tls[].hosts`, as the API server checks them; a folder has none, so we do.
final class HostNames {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile("(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*");

    private HostNames() {}

    /// Shape: a host → what is wrong with it, or empty.
    static Optional<String> problem(String host) {
        if (AddressLiteral.parse(host) != null) {
            return Optional.of(host + " (expected: a name, not an address)");
        }
        if (host.length() > 253 || !NAME.matcher(host).matches()) {
            return Optional.of(host + " (expected: a lower-case DNS name, or *. and one, without port)");
        }
        return Optional.empty();
    }
}
