package dev.tidegate.controller.cli;

import dev.tidegate.controller.admin.AdminOptions;
import dev.tidegate.controller.admin.MetricScope;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.demo.Invitation;
import dev.tidegate.controller.demo.SampleBackends;
import dev.tidegate.controller.demo.SampleNames;
import dev.tidegate.controller.process.AccessLogFormat;
import dev.tidegate.controller.process.ControllerOptions;
import dev.tidegate.controller.process.ControllerOptions.ListenOptions;
import dev.tidegate.controller.process.RunningController;
import dev.tidegate.controller.process.StartException;
import dev.tidegate.controller.process.StopSignal;
import dev.tidegate.controller.process.TlsEngine;
import dev.tidegate.controller.respond.DnsOptions;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.dns.cluster.ClusterZones;
import dev.tidegate.dns.record.Zones;
import dev.tidegate.dns.resolve.ResolvConf;
import dev.tidegate.gateway.table.RoutingTable;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `demo`: the main job with no cluster, on loopback only. What it serves are real manifests, watched as `run` does.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Serve sample manifests with sample backends, and print the curl lines to try.")
final class DemoCommand implements Callable<Integer> {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);

    /// Short, as hosts come and go here.
    private static final Duration TTL = Duration.ofSeconds(5);

    /// Where the launcher lies, which knows where the samples are.
    private static final String HOME = "tidegate.home";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--manifests",
            paramLabel = "DIR",
            description =
                    "Serve this folder. Sample backends are started on its loopback endpoints. Default: the samples")
    private Optional<Path> manifests = Optional.empty();

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            converter = FlagTypes.Port.class,
            description = "Listen here for HTTP. Default: 8080")
    private int httpPort = 8080;

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            converter = FlagTypes.Port.class,
            description = "Listen here for HTTPS. Default: 8443")
    private int httpsPort = 8443;

    @Option(
            names = "--healthz-port",
            paramLabel = "PORT",
            converter = FlagTypes.Port.class,
            description = "Listen here for health checks and metrics. Default: 10254")
    private int healthzPort = 10254;

    @Option(
            names = "--dns-port",
            paramLabel = "PORT",
            converter = FlagTypes.Port.class,
            description = "Answer DNS questions about hosts, Services and Pods here. Default: 8053")
    private int dnsPort = 8053;

    @Option(
            names = "--access-log",
            paramLabel = "FORMAT",
            description = "text, json or off; on standard output. Default: text")
    private AccessLogFormat accessLog = AccessLogFormat.TEXT;

    @Mixin
    private LogFlags logs = new LogFlags();

    @Override
    public Integer call() throws InterruptedException {
        logs.apply();
        Path folder = manifests.orElseGet(DemoCommand::samples);
        ManifestFolder source = new ManifestFolder(folder);
        StopSignal stop = StopSignal.install();
        CompilerOptions compiler = CompilerOptions.DEFAULT.keepingRecords();
        var table = OneCompilation.of(ManifestFolder.read(List.of(folder)), compiler)
                .table();
        try (SampleBackends backends = SampleBackends.start(table)) {
            RunningController controller =
                    RunningController.start(options(compiler).naming(names(table)), source, System.out);
            if (!controller.awaitTable(PATIENCE)) {
                controller.stop();
                throw new StartException(folder + ": not read within " + PATIENCE.toSeconds() + " s");
            }
            invite(controller, backends, folder);
            stop.await();
            controller.stop();
        }
        return 0;
    }

    private ControllerOptions options(CompilerOptions compiler) {
        return new ControllerOptions(
                compiler,
                ResolvConf.system().withNdotsAtMost(1),
                new ListenOptions(
                        LOOPBACK,
                        httpPort,
                        httpsPort,
                        Runtime.getRuntime().availableProcessors(),
                        TlsEngine.AUTO,
                        Duration.ZERO),
                new AdminOptions(LOOPBACK, healthzPort, "/healthz", List.of()),
                new MetricScope(compiler.controllerClass(), "", ""),
                Optional.empty(),
                accessLog,
                GRACE);
    }

    /// Of what is in the folder now; a host in another zone than these has no name before the next start.
    private DnsOptions names(RoutingTable table) {
        return new DnsOptions(
                new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), dnsPort),
                new Zones(new SampleNames(table).zones(ClusterZones.DOMAIN), List.of()),
                List.of(LOOPBACK),
                TTL,
                Optional.of(ClusterZones.DOMAIN));
    }

    private void invite(RunningController controller, SampleBackends backends, Path folder) {
        PrintWriter out = spec.commandLine().getOut();
        Path near = near(folder);
        out.println();
        out.println("Tidegate serves " + near + ". Sample backends:");
        new TreeMap<>(backends.services()).forEach((at, service) -> out.println("  " + service + " at " + at.text()));
        out.println();
        out.println("Try, from another terminal:");
        String trust = certificate(folder).map(file -> "--cacert " + near(file)).orElse("-k");
        new Invitation(controller.current(), controller.httpPort(), controller.httpsPort(), trust)
                .lines()
                .forEach(line -> out.println((line.startsWith("#") ? "\n  " : "  ") + line));
        out.println();
        out.println("  # hosts and Services have names");
        new SampleNames(controller.current().table())
                .lines(controller.dnsPort(), ClusterZones.DOMAIN)
                .forEach(line -> out.println("  " + line));
        out.println();
        out.println("  # ready? and the metrics");
        out.println("  curl http://" + LOOPBACK + ":" + controller.adminPort() + "/readyz");
        out.println("  curl http://" + LOOPBACK + ":" + controller.adminPort() + "/metrics");
        out.println();
        out.println("Edit a file in " + near + " and the next request follows it, with nothing reloaded."
                + edit(folder).map(hint -> " For example,\n" + hint).orElse(""));
        out.println("Ctrl-C ends the demo.");
        out.println();
    }

    /// Only of the samples do we know what stands in them.
    private static Optional<String> edit(Path folder) {
        Path blog = folder.resolve("blog.yaml");
        return folder.equals(samples()) && blog.toFile().isFile()
                ? Optional.of(
                        "in " + near(blog) + " change 'path: /posts' to 'path: /' and ask for /nothing-here again.")
                : Optional.empty();
    }

    /// The one certificate that lies beside the manifests, for curl to trust.
    private static Optional<Path> certificate(Path folder) {
        String[] names = folder.toFile().list((parent, name) -> name.endsWith(".crt"));
        return names != null && names.length == 1 ? Optional.of(folder.resolve(names[0])) : Optional.empty();
    }

    private static Path samples() {
        return Path.of(System.getProperty(HOME, ""), "examples", "demo");
    }

    /// As one would type it here.
    private static Path near(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path there = path.toAbsolutePath().normalize();
        return there.startsWith(here) ? here.relativize(there) : there;
    }
}
