package dev.tidegate.controller.process;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.admin.AdminOptions;
import dev.tidegate.controller.admin.MetricScope;
import dev.tidegate.controller.admission.AdmissionOptions;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.records.RecordOptions;
import dev.tidegate.controller.respond.DnsOptions;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.dns.resolve.ResolvConf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What the command line decides about a running controller, its source apart.
///
/// `resolver`: whom to ask for the names of ExternalName Services. `publishService`: the Service in front of all
/// replicas. `shutdownGrace`: the longest that stopping may take, drain included. `dns`: where names are answered.
/// `records`: of what records are kept, and where.
public record ControllerOptions(
        CompilerOptions compiler,
        ResolvConf resolver,
        ListenOptions listen,
        AdminOptions admin,
        MetricScope scope,
        Optional<ObjectKey> publishService,
        AccessLogFormat accessLog,
        Duration shutdownGrace,
        Optional<Path> lastGood,
        Optional<AdmissionOptions> admission,
        Optional<DnsOptions> dns,
        Optional<RecordOptions> records) {

    /// One that keeps nothing beyond its end, has no webhook, answers for no names and keeps no records of them.
    public ControllerOptions(
            CompilerOptions compiler,
            ResolvConf resolver,
            ListenOptions listen,
            AdminOptions admin,
            MetricScope scope,
            Optional<ObjectKey> publishService,
            AccessLogFormat accessLog,
            Duration shutdownGrace) {
        this(
                compiler,
                resolver,
                listen,
                admin,
                scope,
                publishService,
                accessLog,
                shutdownGrace,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The same, keeping what is good in this file.
    public ControllerOptions keeping(Path lastGood) {
        return with(Optional.of(lastGood), admission, dns, records);
    }

    /// The same, with an admission webhook.
    public ControllerOptions admitting(AdmissionOptions admission) {
        return with(lastGood, Optional.of(admission), dns, records);
    }

    /// The same, answering for names.
    public ControllerOptions naming(DnsOptions dns) {
        return with(lastGood, admission, Optional.of(dns), records);
    }

    /// The same, keeping DNS records.
    public ControllerOptions publishing(RecordOptions records) {
        return with(lastGood, admission, dns, Optional.of(records));
    }

    private ControllerOptions with(
            Optional<Path> lastGood,
            Optional<AdmissionOptions> admission,
            Optional<DnsOptions> dns,
            Optional<RecordOptions> records) {
        return new ControllerOptions(
                compiler,
                resolver,
                listen,
                admin,
                scope,
                publishService,
                accessLog,
                shutdownGrace,
                lastGood,
                admission,
                dns,
                records);
    }

    /// Port 0: wherever the system likes, for tests. `eventLoops`: the threads that do all the proxying. `warmUp`:
    /// how long the gateway may serve requests to itself before it is ready.
    public record ListenOptions(
            String address, int httpPort, int httpsPort, int eventLoops, TlsEngine tlsEngine, Duration warmUp) {
        public ListenOptions {
            requireNonNull(address);
            requireNonNull(tlsEngine);
            requireNonNull(warmUp);
        }
    }

    public ControllerOptions {
        requireNonNull(compiler);
        requireNonNull(resolver);
        requireNonNull(listen);
        requireNonNull(admin);
        requireNonNull(scope);
        requireNonNull(publishService);
        requireNonNull(accessLog);
        requireNonNull(shutdownGrace);
        requireNonNull(lastGood);
        requireNonNull(admission);
        requireNonNull(dns);
        requireNonNull(records);
    }
}
