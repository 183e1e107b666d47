package dev.tidegate.controller.process;

import dev.tidegate.controller.admin.AdminListener;
import dev.tidegate.controller.admin.ConnectionMetrics;
import dev.tidegate.controller.admin.ControlMetrics;
import dev.tidegate.controller.admin.DutyMetrics;
import dev.tidegate.controller.admin.Health;
import dev.tidegate.controller.admin.LastGoodMetrics;
import dev.tidegate.controller.admin.NameMetrics;
import dev.tidegate.controller.admin.PolicyMetrics;
import dev.tidegate.controller.admin.RequestMetrics;
import dev.tidegate.controller.admin.TableMetrics;
import dev.tidegate.controller.admin.WatchMetrics;
import dev.tidegate.controller.admin.api.ApiState;
import dev.tidegate.controller.admission.AdmissionOptions;
import dev.tidegate.controller.build.BuildInfo;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.Trials;
import dev.tidegate.controller.duty.ClusterDuties;
import dev.tidegate.controller.process.ControllerOptions.ListenOptions;
import dev.tidegate.controller.publish.ControlLoop;
import dev.tidegate.controller.publish.DiagnosticLog;
import dev.tidegate.controller.publish.FaultHandler;
import dev.tidegate.controller.publish.Publisher;
import dev.tidegate.controller.publish.Settle;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.Source;
import dev.tidegate.controller.source.names.ResolvingSource;
import dev.tidegate.dns.resolve.Lookup;
import dev.tidegate.dns.resolve.NameTimes;
import dev.tidegate.gateway.Gateway;
import dev.tidegate.gateway.observe.AccessLog;
import dev.tidegate.gateway.observe.GatewayMetrics;
import dev.tidegate.gateway.publication.ActiveTable;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.Provenance;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.ServerCertificate;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A controller that runs: objects come in from its source, tables go out to its gateway, requests are served.
///
/// What takes longest begins first: the control loop reads while the admin listener and then the gateway are made.
/// Both answer before there is a table, a probe what is missing and a request `not-ready`. It ends in the other
/// direction: not ready, drain, close.
///
/// Threads: `start` and `stop` are called once, by one thread; the rest by any.
public final class RunningController {

    private static final Logger log = LoggerFactory.getLogger(RunningController.class);

    /// What closing may take after the drain, or instead of it.
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ControllerOptions options;
    private final ResolvingSource source;
    private final InstantSource clock = InstantSource.system();
    private final GatewayMetrics gatewayMetrics = new GatewayMetrics();
    private final ControlMetrics controlMetrics;
    private final ActiveTable active;
    private final ControlLoop loop;
    private final Health health;
    private final @Nullable AccessLog accessLog;
    private final Warming warming;
    private final SelfSigning selfSigning;
    private final CountDownLatch firstTable = new CountDownLatch(1);
    private volatile boolean listening;
    private final Optional<ClusterDuties> duties;
    private final LastGood lastGood;
    private @Nullable AdminListener admin;
    private final Naming naming;
    private @Nullable Admission admission;
    private @Nullable Gateway gateway;

    private RunningController(
            ControllerOptions options, Source source, Optional<ClusterDuties> duties, OutputStream accessLogTo) {
        this.options = options;
        this.source = new ResolvingSource(
                source, options.compiler(), new Lookup(options.resolver())::ask, NameTimes.DEFAULT, clock);
        this.duties = duties;
        this.lastGood = options.lastGood()
                .map(file -> LastGood.open(file, source.describe(), clock))
                .orElseGet(LastGood::none);
        this.controlMetrics = new ControlMetrics(clock, options.scope());
        this.naming = new Naming(options, duties, this.source::listing, clock);
        ServerCertificate selfSigned = SelfSignedCertificate.generate(clock);
        this.active = new ActiveTable(new Publication(RoutingTable.EMPTY, CertificateIndex.of(Map.of(), selfSigned)));
        this.loop = controlLoop(selfSigned);
        this.accessLog = AccessLogs.start(options.accessLog(), accessLogTo);
        this.warming = new Warming(options);
        this.health = new Health(List.of(
                new Health.Condition(
                        "objects: " + source.describe() + " has not been read yet",
                        () -> source.synced() || standsIn()),
                new Health.Condition("table: none is published yet", this::published),
                new Health.Condition("listeners: not bound yet", () -> listening),
                new Health.Condition("names: none are known yet", naming::known),
                new Health.Condition("code: not warm yet", warming::done)));
        this.selfSigning = new SelfSigning(selfSigned, () -> health.missing().isEmpty());
    }

    /// A controller that owes nothing to a cluster.
    public static RunningController start(ControllerOptions options, Source source, OutputStream accessLogTo) {
        return start(options, source, Optional.empty(), accessLogTo);
    }

    /// Shape: options, a source that has not been started, and what is owed to its cluster, if it is one → a
    /// controller whose ports are bound. Source and duties are this controller's from here on, to close with it;
    /// `accessLogTo` stays the caller's.
    ///
    /// Fails: [StartException] if a port is taken or the TLS engine does not load; nothing is left running then.
    public static RunningController start(
            ControllerOptions options, Source source, Optional<ClusterDuties> duties, OutputStream accessLogTo) {
        Tls tls = Tls.choose(options.listen().tlsEngine());
        RunningController controller = new RunningController(options, source, duties, accessLogTo);
        try {
            controller.begin(tls);
            return controller;
        } catch (RuntimeException refused) {
            controller.closeAll();
            throw refused;
        }
    }

    private void begin(Tls tls) {
        naming.start();
        active.waits().readBy(secret -> source.hurry(ObjectKey.parse(secret)));
        loop.start(lastGood.recall());
        warming.start(tls);
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(new RequestMetrics(gatewayMetrics, options.scope()));
        registry.register(new ConnectionMetrics(gatewayMetrics, this::logDropped, options.scope()));
        registry.register(new TableMetrics(active, options.scope()));
        registry.register(controlMetrics);
        duties.ifPresent(it -> registry.register(new DutyMetrics(options.scope(), it.lease(), it::state)));
        registry.register(new WatchMetrics(source::watchState));
        registry.register(new PolicyMetrics(
                () -> loop.lastRound().map(it -> it.compilation().policies())));
        registry.register(new NameMetrics(() -> source.names().values()));
        admin = Waiting.forStart(AdminListener.start(options.admin(), health, registry, apiState()));
        if (options.lastGood().isPresent()) {
            registry.register(new LastGoodMetrics(clock, this::standsIn, lastGood::writtenAt));
        }
        admission = options.admission().map(it -> admission(it, registry)).orElse(null);
        naming.listen(registry);
        Gateway started = Waiting.forStart(
                Gateway.start(GatewayListeners.of(options.listen(), tls), active, gatewayMetrics, accessLog));
        gateway = started;
        listening = true;
        JavaMetrics.register(registry);
        duties.ifPresent(ClusterDuties::start);
        log.info(
                "{} serves {}: http {}, https {}, admin {}; {} event loops, {}, TLS by {}",
                BuildInfo.CURRENT.text(),
                source.describe(),
                at(options.listen(), started.httpPort()),
                at(options.listen(), started.httpsPort()),
                options.admin().host() + ":" + adminPort(),
                options.listen().eventLoops(),
                started.nativeTransport() ? "native transport" : "Java NIO (no native transport on this platform)",
                tls.text());
    }

    private Admission admission(AdmissionOptions webhook, PrometheusRegistry registry) {
        return Admission.start(
                webhook,
                () -> loop.lastRound().flatMap(round -> Trials.among(round.compilation(), options.compiler())),
                registry,
                clock);
    }

    private ApiState apiState() {
        return new ApiState(
                active::current,
                loop::lastRound,
                options.compiler(),
                options.scope(),
                options.publishService(),
                naming::account,
                clock);
    }

    private ControlLoop controlLoop(ServerCertificate selfSigned) {
        Publisher publisher = new Publisher();
        publisher.subscribe(new Subscription("gateway", publication -> {
            active.swap(publication);
            firstTable.countDown();
        }));
        publisher.subscribe(new Subscription("certificate", it -> selfSigning.published(it)));
        publisher.subscribe(new Subscription("log", new PublicationLog()::tell));
        publisher.subscribe(new Subscription("metrics", _ -> controlMetrics.published()));
        naming.follow(publisher);
        duties.ifPresent(it -> it.follow(publisher, source::snapshot));
        lastGood.follow(publisher);
        FaultHandler faults = (doing, fault) -> {
            controlMetrics.failed();
            log.error("internal fault while {}; the last table keeps serving", doing, fault);
        };
        return new ControlLoop(
                source,
                new Compiler(options.compiler(), clock, selfSigned),
                publisher,
                List.of(new DiagnosticLog(), controlMetrics::compiled),
                faults,
                Settle.DEFAULT);
    }

    private static String at(ListenOptions listen, int port) {
        return listen.address() + ":" + port;
    }

    /// Is it remembered objects that are served?
    private boolean standsIn() {
        return loop.standIn().isPresent();
    }

    private boolean published() {
        return !active.current().table().provenance().equals(Provenance.NONE);
    }

    private long logDropped() {
        return accessLog == null ? 0 : accessLog.dropped();
    }

    public int httpPort() {
        return gateway == null ? options.listen().httpPort() : gateway.httpPort();
    }

    public int httpsPort() {
        return gateway == null ? options.listen().httpsPort() : gateway.httpsPort();
    }

    public int adminPort() {
        return admin == null ? options.admin().port() : admin.port();
    }

    /// Where names are answered; 0 if they are not.
    public int dnsPort() {
        return naming.port();
    }

    public Publication current() {
        return active.current();
    }

    /// Waits for the first table. Shape: how long at most → is it there?
    public boolean awaitTable(Duration bound) throws InterruptedException {
        return firstTable.await(bound.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Waits until traffic may come. Shape: how long at most → may it?
    public boolean awaitReady(Duration bound) throws InterruptedException {
        long endNs = System.nanoTime() + bound.toNanos();
        while (!health.missing().isEmpty()) {
            if (System.nanoTime() - endNs > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return true;
    }

    /// Not ready at once, and no longer the leader; then waits for requests in flight, within the grace period;
    /// then closes everything. Tables are published up to the end, for the requests in flight.
    public void stop() {
        health.stop();
        naming.stop();
        Thread resigning = Thread.ofVirtual().name("resign").start(() -> duties.ifPresent(ClusterDuties::close));
        if (gateway != null) {
            log.info(
                    "stopping: waiting up to {} s for requests in flight",
                    options.shutdownGrace().toSeconds());
            Waiting.forEnd(
                    gateway.drain(options.shutdownGrace()),
                    options.shutdownGrace().plus(CLOSING));
        }
        Waiting.forEnd(resigning, CLOSING);
        closeAll();
        log.info("stopped");
    }

    private void closeAll() {
        warming.close();
        selfSigning.close();
        naming.stop();
        duties.ifPresent(ClusterDuties::close);
        loop.close();
        lastGood.close();
        source.close();
        if (gateway != null) {
            Waiting.forEnd(gateway.close(), CLOSING);
        }
        if (accessLog != null) {
            accessLog.close();
        }
        naming.close();
        if (admission != null) {
            admission.close();
        }
        if (admin != null) {
            Waiting.forEnd(admin.close(), CLOSING);
        }
    }
}
