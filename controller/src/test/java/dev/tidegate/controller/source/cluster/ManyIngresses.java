package dev.tidegate.controller.source.cluster;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.secret;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static dev.tidegate.controller.fixture.Fixtures.slice;
import static dev.tidegate.controller.fixture.Fixtures.withTls;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.NamedSecrets;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.publish.DiagnosticLog;
import dev.tidegate.controller.publish.Publisher;
import dev.tidegate.controller.publish.TableSubscriber;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.ServiceSlices;
import dev.tidegate.gateway.publication.ActiveTable;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.persistent.PersistentMap;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TestCertificate;
import dev.tidegate.tls.TestCertificates;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Map;
import java.util.function.Function;

/// As many Ingresses as one likes, each with a host, a Service, a slice and a certificate of its own, and the way of
/// an edit from the event of a watch to the table that is served: store, snapshot, Secrets wanted, compile, publish,
/// swap, diagnostics. Only sockets, JSON and threads are not there.
final class ManyIngresses {

    private static final TestCertificate SOME = TestCertificates.selfSigned("*.example");
    private static final TestCertificate OTHER = TestCertificates.selfSigned("*.example");

    private final VersionedStore<Ingress> ingresses = new VersionedStore<>(_ -> true);
    private final VersionedStore<Service> services = new VersionedStore<>(_ -> true);
    private final VersionedStore<EndpointSlice> slices = new VersionedStore<>(_ -> true);
    private final VersionedStore<Secret> secrets = new VersionedStore<>(_ -> true);
    private final Function<Snapshot, PersistentMap<ObjectKey, Integer>> wanted =
            NamedSecrets.following(CompilerOptions.DEFAULT);
    private final Compiler compiler;
    private final Publisher publisher = new Publisher();
    private final DiagnosticLog log = new DiagnosticLog();
    private final ActiveTable active;
    private final int size;
    private ServiceSlices groups = ServiceSlices.NONE;
    private Compilation last;
    private final BitSet rotated = new BitSet();
    private int version;
    private int edits;

    ManyIngresses(int size) {
        this.size = size;
        ServerCertificate selfSigned = SelfSignedCertificate.generate(InstantSource.system());
        compiler = new Compiler(CompilerOptions.DEFAULT, InstantSource.system(), selfSigned);
        active = new ActiveTable(new Publication(RoutingTable.EMPTY, CertificateIndex.of(Map.of(), selfSigned)));
        publisher.subscribe(new TableSubscriber() {
            @Override
            public String name() {
                return "gateway";
            }

            @Override
            public void onPublication(Publication publication) {
                active.swap(publication);
            }
        });
        last = compiler.empty();
        for (int i = 0; i < size; i++) {
            put(services, service("service-" + i));
            put(slices, slice("service-" + i, "10.0.0.1"));
            put(secrets, secret("secret-" + i, SOME));
            put(ingresses, anIngress(i, "/"));
        }
        round();
    }

    Publication served() {
        return active.current();
    }

    Diagnostics diagnostics() {
        return last.diagnostics();
    }

    /// Another path of one of them.
    void editRoute() {
        int i = next();
        put(ingresses, anIngress(i, "/edit-" + edits));
        round();
    }

    /// A pod comes, and another goes.
    void changeEndpoints() {
        int i = next();
        put(
                slices,
                slice("service-" + i, "10." + (edits >> 16 & 255) + "." + (edits >> 8 & 255) + "." + (edits & 255)));
        round();
    }

    /// A certificate is renewed.
    void rotateCertificate() {
        int i = next();
        rotated.flip(i);
        put(secrets, secret("secret-" + i, rotated.get(i) ? OTHER : SOME));
        round();
    }

    /// Whose turn it is: far from the one before, and each as often as any other.
    private int next() {
        edits++;
        return (int) (edits * 7919L % size);
    }

    private static Ingress anIngress(int i, String path) {
        return withTls(
                ingress("ingress-" + i, "host-" + i + ".example", prefix(path, "service-" + i)),
                "secret-" + i,
                "host-" + i + ".example");
    }

    private <T extends HasMetadata> void put(VersionedStore<T> store, T object) {
        object.getMetadata().setResourceVersion(Integer.toString(++version));
        store.put(ObjectKey.of(object), object);
    }

    private void round() {
        groups = groups.next(slices.objects());
        Snapshot snapshot = new Snapshot(
                ingresses.objects(),
                PersistentMap.copyOf(Map.of("tidegate", ourClass())),
                services.objects(),
                groups.groups(),
                secrets.objects(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                Diagnostics.NONE);
        if (wanted.apply(snapshot).size() != size) {
            throw new AssertionError("an Ingress lost its Secret");
        }
        last = compiler.compile(snapshot, last);
        publisher.publish(last);
        log.onDiagnostics(last.diagnostics());
    }
}
