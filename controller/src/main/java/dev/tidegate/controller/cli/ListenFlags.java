package dev.tidegate.controller.cli;

import dev.tidegate.address.Cidr;
import dev.tidegate.controller.admin.AdminOptions;
import dev.tidegate.controller.process.AccessLogFormat;
import dev.tidegate.controller.process.ControllerOptions.ListenOptions;
import dev.tidegate.controller.process.TlsEngine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where and how `run` listens, and how it ends.
final class ListenFlags {

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            converter = FlagTypes.Port.class,
            description = "Listen here for HTTP. Default: 80, or 8080 where this user may not bind 80")
    private Optional<Integer> httpPort = Optional.empty();

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            converter = FlagTypes.Port.class,
            description = "Listen here for HTTPS. Default: 8443")
    private int httpsPort = 8443;

    @Option(
            names = "--address",
            paramLabel = "IP",
            description = "Listen on this address for HTTP, HTTPS and DNS. Default: 0.0.0.0")
    private String address = "0.0.0.0";

    @Option(
            names = "--healthz-port",
            paramLabel = "PORT",
            converter = FlagTypes.Port.class,
            description = "Listen here for health checks and metrics. Default: 10254")
    private int healthzPort = 10254;

    @Option(
            names = "--healthz-host",
            paramLabel = "IP",
            description = "Listen on this address for health checks and metrics. Default: 0.0.0.0")
    private String healthzHost = "0.0.0.0";

    @Option(
            names = "--health-check-path",
            paramLabel = "PATH",
            converter = FlagTypes.RootedPath.class,
            description = "Path of the health check. Default: /healthz")
    private String healthCheckPath = "/healthz";

    @Option(
            names = "--admin-allow",
            paramLabel = "CIDR",
            split = ",",
            converter = FlagTypes.Range.class,
            description = "These addresses may read the admin API too; several with commas. Default: loopback and"
                    + " the other replicas alone")
    private List<Cidr> adminAllow = List.of();

    @Option(
            names = "--event-loops",
            paramLabel = "N",
            converter = FlagTypes.Threads.class,
            description = "Threads that do all the proxying. Default: the CPUs we may use")
    private int eventLoops = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--tls-engine",
            paramLabel = "ENGINE",
            description = "auto (BoringSSL where it loads, else the JDK), native or jdk. Default: auto")
    private TlsEngine tlsEngine = TlsEngine.AUTO;

    @Option(
            names = "--warm-up",
            paramLabel = "MILLISECONDS",
            converter = FlagTypes.Milliseconds.class,
            description = "How long the gateway may serve requests to itself before it is ready, so that the first"
                    + " clients meet compiled code. Default: 500")
    private Duration warmUp = Duration.ofMillis(500);

    @Option(
            names = "--access-log",
            paramLabel = "FORMAT",
            description = "text, json or off; on standard output. Default: text")
    private AccessLogFormat accessLog = AccessLogFormat.TEXT;

    @Option(
            names = "--shutdown-grace-period",
            paramLabel = "SECONDS",
            converter = FlagTypes.Seconds.class,
            description = "How long requests in flight may take to end once we are asked to stop. Default: 30")
    private Duration shutdownGracePeriod = Duration.ofSeconds(30);

    ListenOptions listen() {
        int http = httpPort.orElseGet(() -> UnprivilegedPort.of(address, 80, 8080));
        return new ListenOptions(address, http, httpsPort, eventLoops, tlsEngine, warmUp);
    }

    AdminOptions admin() {
        return new AdminOptions(
                healthzHost.isEmpty() ? "0.0.0.0" : healthzHost, healthzPort, healthCheckPath, adminAllow);
    }

    AccessLogFormat accessLog() {
        return accessLog;
    }

    Duration shutdownGracePeriod() {
        return shutdownGracePeriod;
    }
}
