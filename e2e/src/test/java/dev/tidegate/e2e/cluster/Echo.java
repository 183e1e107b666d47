package dev.tidegate.e2e.cluster;

import java.util.List;
import java.util.Map;

/// What a pod says about a request that reached it, and about itself. Header names are as they were sent, but for
/// case.
record Echo(
        String path,
        String host,
        String method,
        String proto,
        Map<String, List<String>> headers,
        String namespace,
        String ingress,
        String service,
        String pod) {

    /// All values of a field, with commas; empty if there is none.
    String header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> String.join(",", entry.getValue()))
                .findFirst()
                .orElse("");
    }
}
