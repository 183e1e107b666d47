package dev.tidegate.gateway.request;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;

/// What a PROXY header says of a connection: who opened it, and which port was asked for.
public record ProxyHeader(IpAddress source, int destinationPort) {

    public ProxyHeader {
        requireNonNull(source);
    }
}
