package dev.tidegate.controller.process;

import dev.tidegate.address.Cidr;
import dev.tidegate.controller.admin.AdminOptions;
import dev.tidegate.controller.admin.MetricScope;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.NamedSecrets;
import dev.tidegate.controller.fixture.Story;
import dev.tidegate.controller.process.ControllerOptions.ListenOptions;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.Source;
import dev.tidegate.controller.source.cluster.ClusterScope;
import dev.tidegate.controller.source.cluster.ConnectedCluster;
import dev.tidegate.dns.resolve.ResolvConf;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Real controllers on loopback, on ports that the system chose.
public final class Controllers {

    private Controllers() {}

    static ControllerOptions options(int httpPort, int adminPort) {
        return options(httpPort, adminPort, Duration.ZERO);
    }

    static ControllerOptions options(int httpPort, int adminPort, Duration warmUp) {
        return new ControllerOptions(
                CompilerOptions.DEFAULT,
                ResolvConf.system(),
                new ListenOptions("127.0.0.1", httpPort, 0, 2, TlsEngine.AUTO, warmUp),
                new AdminOptions("127.0.0.1", adminPort, "/healthz", List.of()),
                new MetricScope("tidegate.dev/ingress-controller", "infra", "tidegate-0"),
                Optional.empty(),
                AccessLogFormat.OFF,
                Duration.ofSeconds(2));
    }

    /// A replica that listens for its administrators at an address of its own, and knows the others by a Service.
    static RunningController startReplica(String pod, String adminHost, int adminPort, Source source) {
        ControllerOptions usual = options(0, adminPort);
        return RunningController.start(
                new ControllerOptions(
                        usual.compiler(),
                        usual.resolver(),
                        usual.listen(),
                        new AdminOptions(adminHost, adminPort, "/healthz", List.of()),
                        new MetricScope("tidegate.dev/ingress-controller", "infra", pod),
                        Optional.of(new ObjectKey("infra", "tidegate")),
                        AccessLogFormat.OFF,
                        Duration.ofSeconds(2)),
                source,
                OutputStream.nullOutputStream());
    }

    /// One whose API may be read from these ranges too.
    static RunningController startAllowing(Source source, Cidr... allow) {
        ControllerOptions usual = options(0, 0);
        return RunningController.start(
                new ControllerOptions(
                        usual.compiler(),
                        usual.resolver(),
                        usual.listen(),
                        new AdminOptions("127.0.0.1", 0, "/healthz", List.of(allow)),
                        usual.scope(),
                        usual.publishService(),
                        AccessLogFormat.OFF,
                        Duration.ofSeconds(2)),
                source,
                OutputStream.nullOutputStream());
    }

    /// One that follows the ConfigMap `default/tidegate`.
    static RunningController startConfigured(Source source) {
        return start(source, new Story(Path.of("."), Map.of("options", "--configmap=default/tidegate")).options());
    }

    public static RunningController start(Source source, CompilerOptions compiler) {
        ControllerOptions usual = options(0, 0);
        return RunningController.start(
                new ControllerOptions(
                        compiler,
                        usual.resolver(),
                        usual.listen(),
                        usual.admin(),
                        usual.scope(),
                        usual.publishService(),
                        AccessLogFormat.OFF,
                        Duration.ofSeconds(2)),
                source,
                OutputStream.nullOutputStream());
    }

    /// The cluster of an API server on loopback. `folder`: for the kubeconfig that says so.
    static Source cluster(Path folder, int port) throws IOException {
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
            apiVersion: v1
            kind: Config
            current-context: test
            clusters: [{name: test, cluster: {server: "http://localhost:%d"}}]
            contexts: [{name: test, context: {cluster: test, user: test}}]
            users: [{name: test, user: {token: t}}]
            """.formatted(port));
        return ConnectedCluster.byKubeconfig(
                kubeconfig, ClusterScope.ALL, NamedSecrets.following(CompilerOptions.DEFAULT));
    }

    static RunningController start(Source source) {
        return RunningController.start(options(0, 0), source, OutputStream.nullOutputStream());
    }
}
