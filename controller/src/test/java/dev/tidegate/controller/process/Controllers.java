package dev.tidegate.controller.process;

import dev.tidegate.controller.admin.AdminOptions;
import dev.tidegate.controller.admin.MetricScope;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.process.ControllerOptions.ListenOptions;
import dev.tidegate.controller.source.Source;
import dev.tidegate.dns.resolve.ResolvConf;
import java.io.OutputStream;
import java.time.Duration;

/// Real controllers on loopback, on ports that the system chose.
final class Controllers {

    private Controllers() {}

    static ControllerOptions options(int httpPort, int adminPort) {
        return new ControllerOptions(
                CompilerOptions.DEFAULT,
                ResolvConf.system(),
                new ListenOptions("127.0.0.1", httpPort, 0, 2, TlsEngine.AUTO),
                new AdminOptions("127.0.0.1", adminPort, "/healthz"),
                new MetricScope("tidegate.dev/ingress-controller", "infra", "tidegate-0"),
                AccessLogFormat.OFF,
                Duration.ofSeconds(2));
    }

    static RunningController start(Source source) {
        return RunningController.start(options(0, 0), source, OutputStream.nullOutputStream());
    }
}
