package dev.tidegate.controller.admin;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.Cidr;
import java.util.List;

/// Where the admin listener listens (port 0: wherever the system likes, for tests), the path of its health check, and
/// who may read its API besides loopback and the other replicas.
public record AdminOptions(String host, int port, String healthPath, List<Cidr> allow) {
    public AdminOptions {
        requireNonNull(host);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
        }
        if (!healthPath.startsWith("/")) {
            throw new IllegalArgumentException("healthPath: " + healthPath + " (expected: a leading /)");
        }
        allow = List.copyOf(allow);
    }
}
