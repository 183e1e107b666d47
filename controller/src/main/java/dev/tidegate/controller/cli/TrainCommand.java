package dev.tidegate.controller.cli;

import dev.tidegate.controller.admin.AdminOptions;
import dev.tidegate.controller.admin.MetricScope;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.process.AccessLogFormat;
import dev.tidegate.controller.process.ControllerOptions;
import dev.tidegate.controller.process.ControllerOptions.ListenOptions;
import dev.tidegate.controller.process.RunningController;
import dev.tidegate.controller.process.StartException;
import dev.tidegate.controller.process.TlsEngine;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.dns.resolve.ResolvConf;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `train`: does on loopback what a start and the first requests do, and ends.
///
/// For those who build: run with `-XX:AOTCacheOutput=FILE`, the JVM keeps in that file which classes were needed and
/// how their methods were used (JEP 483, 514, 515); a start with `-XX:AOTCache=FILE` takes little more than half the
/// time.
@Command(
        name = "train",
        hidden = true,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Serve requests to itself and end, for the JVM to learn what a start needs.")
final class TrainCommand implements Callable<Integer> {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(names = "--manifests", paramLabel = "DIR", required = true, description = "Objects to read.")
    private Path manifests = Path.of("");

    @Option(
            names = "--warm-up",
            paramLabel = "MILLISECONDS",
            converter = FlagTypes.Milliseconds.class,
            description = "How long to serve requests. Default: 10000")
    private Duration warmUp = Duration.ofSeconds(10);

    @Mixin
    private LogFlags logs = new LogFlags();

    @Override
    public Integer call() throws InterruptedException {
        logs.apply();
        RunningController controller =
                RunningController.start(options(), new ManifestFolder(manifests), OutputStream.nullOutputStream());
        try {
            if (!controller.awaitReady(PATIENCE.plus(warmUp))) {
                throw new StartException(manifests + ": not served within " + PATIENCE.toSeconds() + " s");
            }
            for (String path : List.of("/readyz", "/metrics", "/api/table", "/api/diagnostics")) {
                ask(URI.create("http://" + LOOPBACK + ":" + controller.adminPort() + path));
            }
        } finally {
            controller.stop();
        }
        return 0;
    }

    private static void ask(URI uri) {
        try (var body = uri.toURL().openStream()) {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failed) {
            throw new StartException(uri + ": " + failed.getMessage());
        }
    }

    private ControllerOptions options() {
        CompilerOptions compiler = CompilerOptions.DEFAULT;
        return new ControllerOptions(
                compiler,
                ResolvConf.system().withNdotsAtMost(1),
                new ListenOptions(LOOPBACK, 0, 0, 1, TlsEngine.AUTO, warmUp),
                new AdminOptions(LOOPBACK, 0, "/healthz", List.of()),
                new MetricScope(compiler.controllerClass(), "", ""),
                Optional.empty(),
                AccessLogFormat.TEXT,
                Duration.ofSeconds(1));
    }
}
