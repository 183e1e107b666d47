package dev.tidegate.controller.source.folder;

/// Texts of manifests for tests, as people write them.
final class Manifests {

    private Manifests() {}

    static String ingress(String name, String host) {
        return """
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: %s}
            spec:
              rules: [{host: %s}]
            """.formatted(name, host);
    }

    static String service(String name, Object port) {
        return """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: %s}
            spec:
              ports: [{port: %s}]
            """.formatted(name, port);
    }
}
