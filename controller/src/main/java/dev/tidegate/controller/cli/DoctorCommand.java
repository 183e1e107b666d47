package dev.tidegate.controller.cli;

import dev.tidegate.controller.cni.NetworkPlugin;
import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.doctor.Examination;
import dev.tidegate.controller.doctor.Finding;
import dev.tidegate.controller.doctor.Level;
import dev.tidegate.controller.doctor.NeededRights;
import dev.tidegate.controller.doctor.OwnPods;
import dev.tidegate.controller.doctor.Patient;
import dev.tidegate.controller.duty.DutyOptions;
import dev.tidegate.controller.duty.DutyOptions.StatusOptions;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.policy.Population;
import dev.tidegate.controller.records.RecordOptions;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.look.ClusterSight;
import dev.tidegate.controller.source.look.FolderSight;
import dev.tidegate.controller.source.look.Sight;
import dev.tidegate.controller.view.DoctorView;
import dev.tidegate.controller.view.Json;
import dev.tidegate.dns.rfc2136.Backoff;
import dev.tidegate.dns.rfc2136.NameServer;
import dev.tidegate.dns.rfc2136.NameServerTrial;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `doctor`: what is wrong around Tidegate, with the flags that it runs with: what was found, what it means here, and
/// what to do.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Look for what is wrong around Tidegate, with the flags that it runs with; exit code 1 if something"
                        + " does not work.")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SourceFlags source = new SourceFlags();

    @Mixin
    private CompilerFlags compiler = new CompilerFlags();

    @Mixin
    private DutyFlags duties = new DutyFlags();

    @Mixin
    private DnsFlags dns = new DnsFlags();

    @Mixin
    private RecordFlags records = new RecordFlags();

    @Mixin
    private NameServerFlags nameServer = new NameServerFlags();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json. Default: text")
    private OutputFormat output = OutputFormat.TEXT;

    @Mixin
    private LogFlags logs = new LogFlags();

    @Override
    public Integer call() {
        logs.apply();
        source.refuseContradictions();
        List<Finding> findings = Examination.of(patient());
        DoctorView view = DoctorView.of(findings);
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case TEXT -> DoctorText.of(findings).forEach(out::println);
            case JSON -> out.println(Json.pretty(view));
        }
        return findings.stream().anyMatch(it -> it.level() == Level.FAIL) ? 1 : 0;
    }

    private Patient patient() {
        CompilerOptions options = compiler.options(source.manifests().isPresent());
        DutyOptions duty = duties.options();
        Optional<ObjectKey> self = options.ownPod();
        String namespace = self.map(ObjectKey::namespace)
                .or(() -> duties.publishService().map(ObjectKey::namespace))
                .or(() -> options.configMap().map(ObjectKey::namespace))
                .orElse("tidegate");
        Optional<ObjectKey> lease = duty.electionId().map(id -> new ObjectKey(namespace, id));
        List<NeededRights.Need> needs = new ArrayList<>(NeededRights.of(new NeededRights.Asked(
                source.namespaces(),
                namespace,
                lease,
                options.configMap(),
                duties.publishService(),
                source.byLabels(),
                duty.status().isPresent(),
                duty.status().isPresent() && duty.where().ofNodes(),
                duty.status().filter(StatusOptions::withdrawAtEnd).isPresent(),
                options.networkPolicy() != PolicyMode.OFF)));
        if (records.asObjects()) {
            needs.addAll(NeededRights.ofDnsEndpoints(namespace));
        }
        Sight sight = source.manifests().isPresent()
                ? FolderSight.of(source.manifests().get(), lease)
                : ClusterSight.of(
                        source.kubeconfig(),
                        new ClusterSight.Wish(
                                source.namespaces(),
                                options.configMap(),
                                lease,
                                needs.stream().map(NeededRights.Need::right).toList()));
        NetworkPlugin plugin = NetworkPlugin.of(sight.evidence());
        Compilation compilation = OneCompilation.of(sight.snapshot(), options, plugin.enforcement());
        return new Patient(
                sight,
                options,
                compilation.table(),
                new Surroundings(sight.snapshot(), compilation, options),
                plugin,
                duties.publishService(),
                lease,
                nameServer(),
                OwnPods.in(Population.of(sight.snapshot()), self),
                needs);
    }

    /// Asked as `run` would ask it.
    private Optional<NameServerTrial> nameServer() {
        return records.options(dns.zones(), dns.targets(), dns.ttl(), nameServer, false)
                .flatMap(options -> options.where() instanceof RecordOptions.AtNameServer(NameServer server)
                        ? Optional.of(NameServerTrial.of(
                                server, options.zones().zones(), options.us(), Backoff.of(new SplittableRandom())))
                        : Optional.empty());
    }
}
