package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// One address that serves a backend: an IP literal (IPv6 without brackets) and a port. Ordered, so that the order in
/// which a Service's slices arrive never changes a table.
public record Endpoint(String address, int port) implements Comparable<Endpoint> {

    public Endpoint {
        requireNonNull(address);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 1 to 65535)");
        }
    }

    /// `10.0.0.1:8080`, or `[fd00::1]:8080`.
    public String text() {
        return address.indexOf(':') < 0 ? address + ":" + port : "[" + address + "]:" + port;
    }

    @Override
    public int compareTo(Endpoint other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(port, other.port);
    }
}
