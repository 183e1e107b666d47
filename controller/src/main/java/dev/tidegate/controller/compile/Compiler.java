package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.annotation.Settings;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.AnswerRules;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.Provenance;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.tls.ServerCertificate;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// From a snapshot to a routing table, certificates and diagnostics.
///
/// Shape: snapshot and the compilation before it → compilation. The same input gives the same output in whatever
/// order objects arrive. It never throws: what is wrong with an object is told, and spoils only that object. What did
/// not change since the compilation before is the same instance in the next, and making a small change costs little
/// however many objects there are. The generation is left at 0, for the publisher numbers what it publishes.
///
/// Threads: any, one compilation after another.
public final class Compiler {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final CompilerOptions options;
    private final SettingsReader settingsReader;
    private final InstantSource clock;
    private final ServerCertificate selfSigned;
    private final EndpointRules rules;
    private final Optional<DefaultBackend> defaultBackend;

    /// `selfSigned`: what is served where there is no better certificate.
    public Compiler(CompilerOptions options, InstantSource clock, ServerCertificate selfSigned) {
        this.options = requireNonNull(options);
        this.settingsReader = new SettingsReader(options);
        this.clock = requireNonNull(clock);
        this.selfSigned = requireNonNull(selfSigned);
        this.rules = EndpointRules.of(options);
        this.defaultBackend = options.defaultBackendService().map(DefaultBackend::of);
    }

    /// What there is before the first snapshot: an empty table and the self-signed certificate.
    public Compilation empty() {
        Memory memory = Memory.none(selfSigned);
        return new Compilation(RoutingTable.EMPTY, memory.certificates().index(), Diagnostics.NONE, memory);
    }

    public Compilation compile(Snapshot snapshot, Compilation previous) {
        Instant now = clock.instant();
        Memory was = previous.memory();

        ConfigMap configMap = settingsReader.object(snapshot);
        Settings settings = configMap != null && Same.instance(configMap, was.configMap())
                ? was.settings()
                : settingsReader.read(snapshot);
        Telling telling = new Telling();
        telling.also(snapshot.findings().since(was.snapshot().findings()));
        telling.instead(was.settings().diagnostics(), settings.diagnostics());

        IngressClasses classes = IngressClasses.of(snapshot.ingressClasses(), options);
        IngressReader reader = new IngressReader(classes, settings, options.annotationPrefixes(), options.records());

        Declarations declarations = was.declarations().next(snapshot.ingresses(), reader, standing(), now, telling);
        Certificates certificates = was.certificates()
                .next(declarations, snapshot, options.defaultSslCertificate(), selfSigned, now, telling);
        Hosts hosts = was.hosts()
                .next(declarations.hosts(), certificates, defaultBackend.map(DefaultBackend::claim), telling);
        PolicyState policies =
                was.backends().policies().next(snapshot, settings.networkPolicy(), options.ownPod(), telling);
        Backends backends = was.backends().next(declarations.backends(), snapshot, rules, policies, telling);

        Memory memory = new Memory(snapshot, configMap, settings, declarations, certificates, hosts, backends);
        return new Compilation(
                table(previous.table(), memory, now),
                certificates.index(),
                telling.after(previous.diagnostics()),
                memory);
    }

    /// How long until something becomes of this compilation without any change of its snapshot: a certificate
    /// begins or ceases to be valid. Zero if it is time.
    public Duration untilDue(Compilation compilation) {
        Instant now = clock.instant();
        Instant due = compilation.memory().certificates().lookAgainAt();
        if (!due.isAfter(now)) {
            return Duration.ZERO;
        }
        return due.equals(Instant.MAX) ? FOR_EVER : Duration.between(now, due);
    }

    private List<Declaration> standing() {
        return defaultBackend.map(DefaultBackend::declaration).stream().toList();
    }

    /// The table before it, if it is like this one.
    private static RoutingTable table(RoutingTable before, Memory memory, Instant now) {
        Forwarding forwarding = memory.settings().forwarding();
        AnswerRules answers = memory.settings().answers();
        boolean compiled = !before.provenance().equals(Provenance.NONE);
        if (compiled
                && Same.instance(before.hosts(), memory.hosts().index())
                && Same.instance(before.backends(), memory.backends().table())
                && before.forwarding().equals(forwarding)
                && before.answers().equals(answers)) {
            return before;
        }
        ContentHash digest = memory.hosts()
                .hash()
                .plus(memory.backends().hash())
                .plus(ContentHash.of(forwarding))
                .plus(ContentHash.of(answers));
        return new RoutingTable(
                new Provenance(0, now, digest.hex()),
                memory.hosts().index(),
                memory.backends().table(),
                forwarding,
                answers);
    }
}
