package dev.tidegate.dns.cluster;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;

/// A Pod, as far as its name goes; one of two families is two.
public record ClusterPod(String namespace, InetAddress address) {
    public ClusterPod {
        requireNonNull(namespace);
        requireNonNull(address);
    }
}
