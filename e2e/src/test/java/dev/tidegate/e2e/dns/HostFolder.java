package dev.tidegate.e2e.dns;

import dev.tidegate.e2e.ManifestDir;
import dev.tidegate.e2e.Manifests;
import dev.tidegate.e2e.TidegateProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A folder of Ingresses, one a host, and Tidegates that keep records of them on a [KnotServer].
///
/// Their backends do not exist, so hosts answer with 503: records are made of what is routed, well or not.
final class HostFolder {

    /// What hosts lead to, unless a test says otherwise.
    static final String TARGETS = "192.0.2.1,2001:db8::1";

    /// So that what others do is soon read, and a serial that stands still soon says something.
    static final String OFTEN = "--dns-interval=3s";

    static final int OFTEN_SECONDS = 3;

    private final Path path;
    private final ManifestDir manifests;

    /// `name`: of a folder to be made in that one.
    HostFolder(Path parent, String name) {
        try {
            this.path = Files.createDirectory(parent.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.manifests = new ManifestDir(path).put("class.yaml", Manifests.INGRESS_CLASS);
    }

    /// `annotations`: of external-dns, as `target: 192.0.2.7`. A host that is there already is replaced.
    HostFolder put(String name, String host, String... annotations) {
        String written = Arrays.stream(annotations)
                .map(it -> "external-dns.alpha.kubernetes.io/" + it.replaceFirst(": (.*)", ": \"$1\""))
                .collect(Collectors.joining(", "));
        manifests.put(name + ".yaml", """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: %s
              annotations: {%s}
            spec:
              ingressClassName: tidegate
              rules:
                - host: "%s"
                  http:
                    paths:
                      - path: /
                        pathType: Prefix
                        backend: {service: {name: web, port: {number: 80}}}
            """.formatted(name, written, host));
        return this;
    }

    void delete(String name) {
        manifests.delete(name + ".yaml");
    }

    /// A Tidegate that keeps records of these hosts as that owner.
    ///
    /// `more`: flags, `--x=y` each, besides ours or instead of them.
    RecordKeeper publishing(KnotServer knot, String owner, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--manifests=" + path,
                "--warm-up=0",
                "--dns-publish=rfc2136",
                "--dns-zone=" + KnotServer.ZONE,
                "--dns-target=" + TARGETS,
                "--txt-owner-id=" + owner,
                "--rfc2136-host=127.0.0.1",
                "--rfc2136-port=" + knot.address().getPort(),
                "--rfc2136-tsig-keyname=tidegate",
                "--rfc2136-tsig-secret=" + KnotServer.SECRET));
        for (String flag : more) {
            arguments.removeIf(ours -> ours.startsWith(flag.substring(0, flag.indexOf('=') + 1)));
        }
        arguments.addAll(List.of(more));
        return new RecordKeeper(TidegateProcess.run(Map.of(), List.of(), arguments));
    }
}
