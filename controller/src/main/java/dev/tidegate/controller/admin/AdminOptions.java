package dev.tidegate.controller.admin;

import static java.util.Objects.requireNonNull;

/// Where the admin listener listens (port 0: wherever the system likes, for tests), and the path of its health check.
public record AdminOptions(String host, int port, String healthPath) {
    public AdminOptions {
        requireNonNull(host);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
        }
        if (!healthPath.startsWith("/")) {
            throw new IllegalArgumentException("healthPath: " + healthPath + " (expected: a leading /)");
        }
    }
}
