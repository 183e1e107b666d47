package dev.tidegate.controller.cli;

import dev.tidegate.controller.admin.MetricScope;
import dev.tidegate.controller.admission.AdmissionOptions;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.duty.ClusterDuties;
import dev.tidegate.controller.duty.DutyOptions;
import dev.tidegate.controller.process.ControllerOptions;
import dev.tidegate.controller.process.RunningController;
import dev.tidegate.controller.process.StopSignal;
import dev.tidegate.controller.records.RecordOptions;
import dev.tidegate.controller.respond.DnsOptions;
import dev.tidegate.controller.source.Source;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `run`: the controller itself, until a signal ends it.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Run the controller, on a cluster or on a folder of manifests.")
final class RunCommand implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger(RunCommand.class);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SourceFlags source = new SourceFlags();

    @Mixin
    private DutyFlags duties = new DutyFlags();

    @Mixin
    private CompilerFlags compiler = new CompilerFlags();

    @Mixin
    private NameFlags externalNames = new NameFlags();

    @Mixin
    private DnsFlags dns = new DnsFlags();

    @Mixin
    private RecordFlags records = new RecordFlags();

    @Mixin
    private NameServerFlags nameServer = new NameServerFlags();

    @Mixin
    private ListenFlags listen = new ListenFlags();

    @Mixin
    private WebhookFlags webhook = new WebhookFlags();

    @Mixin
    private LastGoodFlags lastGood = new LastGoodFlags();

    @Mixin
    private LogFlags logs = new LogFlags();

    @Override
    public Integer call() throws InterruptedException {
        OtherFlags.refuseUnsupported(spec);
        logs.apply();
        OtherFlags.notices(spec).forEach(log::info);
        if (source.fromFolder()) {
            duties.pointlessWithoutCluster().forEach(log::info);
        }
        webhook.pointlessWithoutWebhook().forEach(log::info);
        DutyOptions dutyOptions = duties.options();
        Optional<AdmissionOptions> admission = webhook.options(source);
        Optional<Path> lastGoodFile = lastGood.file();
        Optional<DnsOptions> names = dns.responder(listen.listen().address(), source.fromFolder());
        records.pointlessWithoutPublishing().forEach(log::info);
        Optional<RecordOptions> published =
                records.options(dns.zones(), dns.targets(), dns.ttl(), nameServer, source.fromFolder());
        dns.pointless(published.isPresent()).forEach(log::info);
        CompilerOptions compilerOptions = compilerOptions(names.isPresent() || published.isPresent());
        Source objects = source.open(compilerOptions);
        ControllerOptions forgetful = new ControllerOptions(
                compilerOptions,
                externalNames.resolver(),
                listen.listen(),
                listen.admin(),
                scope(compilerOptions, System.getenv()),
                duties.publishService(),
                listen.accessLog(),
                listen.shutdownGracePeriod());
        ControllerOptions keeping = lastGoodFile.map(forgetful::keeping).orElse(forgetful);
        ControllerOptions admitting = admission.map(keeping::admitting).orElse(keeping);
        ControllerOptions naming = names.map(admitting::naming).orElse(admitting);
        ControllerOptions options = published.map(naming::publishing).orElse(naming);
        StopSignal stop = StopSignal.install();
        RunningController controller = RunningController.start(options, objects, duties(dutyOptions), System.out);
        stop.await();
        controller.stop();
        return 0;
    }

    private CompilerOptions compilerOptions(boolean named) {
        CompilerOptions options = compiler.options(source.fromFolder());
        return named ? options.keepingRecords() : options;
    }

    /// There is nobody to write to in a folder.
    private Optional<ClusterDuties> duties(DutyOptions options) {
        return source.fromFolder()
                ? Optional.empty()
                : Optional.of(ClusterDuties.connect(source.kubeconfig(), System.getenv(), options));
    }

    /// The two variables are those that ingress-nginx's chart sets.
    private static MetricScope scope(CompilerOptions options, Map<String, String> environment) {
        return new MetricScope(
                options.controllerClass(),
                environment.getOrDefault("POD_NAMESPACE", ""),
                environment.getOrDefault("POD_NAME", ""));
    }
}
