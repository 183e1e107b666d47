package dev.tidegate.e2e;

import dev.tidegate.tls.TestCertificate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Kubernetes objects as text; all in the namespace `default`, Services on port 80.
public final class Manifests {

    public static final String INGRESS_CLASS = """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: tidegate
        spec:
          controller: tidegate.dev/ingress-controller
        """;

    private Manifests() {}

    /// `routes`: paths, each matched as a prefix, and the Services they go to.
    static String ingress(String name, String host, Map<String, String> routes) {
        return ingress(name, host, routes, "");
    }

    /// The same with TLS from the Secret `tls`, and no redirect to it, so that both listeners serve it.
    static String ingressWithTls(String name, String host, Map<String, String> routes) {
        return ingress(name, host, routes, """
              tls:
                - hosts: [%s]
                  secretName: tls
            """.formatted(host));
    }

    private static String ingress(String name, String host, Map<String, String> routes, String tls) {
        String paths = routes.entrySet().stream()
                .map(route -> """
                              - path: "%s"
                                pathType: Prefix
                                backend: {service: {name: "%s", port: {number: 80}}}
                    """.formatted(route.getKey(), route.getValue()))
                .collect(Collectors.joining());
        return """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: %s
              annotations:
                nginx.ingress.kubernetes.io/ssl-redirect: "false"
                nginx.ingress.kubernetes.io/proxy-body-size: "0"
            spec:
              ingressClassName: tidegate
            %s  rules:
                - host: %s
                  http:
                    paths:
            %s\
            """.formatted(name, tls, host, paths);
    }

    static String service(String name) {
        return service(name, "http");
    }

    static String service(String name, String appProtocol) {
        return """
            apiVersion: v1
            kind: Service
            metadata:
              name: %s
            spec:
              ports:
                - {name: main, port: 80, targetPort: main, appProtocol: "%s"}
            """.formatted(name, appProtocol);
    }

    /// One EndpointSlice for each port, as a slice has one port for all of its addresses.
    static String endpoints(String service, int... ports) {
        return IntStream.of(ports)
                .mapToObj(port -> """
                    apiVersion: discovery.k8s.io/v1
                    kind: EndpointSlice
                    metadata:
                      name: %1$s-%2$d
                      labels: {kubernetes.io/service-name: %1$s}
                    addressType: IPv4
                    ports:
                      - {name: main, port: %2$d}
                    endpoints:
                      - addresses: ["127.0.0.1"]
                        conditions: {ready: true}
                    """.formatted(service, port))
                .collect(Collectors.joining("---\n"));
    }

    static String tlsSecret(TestCertificate certificate) {
        return tlsSecret(certificate.certificates(), certificate.key());
    }

    static String tlsSecret(String certificates, String key) {
        return """
            apiVersion: v1
            kind: Secret
            metadata:
              name: tls
            type: kubernetes.io/tls
            stringData:
              tls.crt: |
            %s
              tls.key: |
            %s\
            """.formatted(certificates.indent(4), key.indent(4));
    }

    static String all(String... documents) {
        return String.join("---\n", documents);
    }
}
