package dev.tidegate.controller.diff;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.diff.Thing.Kind;
import dev.tidegate.controller.view.BackendView;
import dev.tidegate.controller.view.CertificateView;
import dev.tidegate.controller.view.CertificateViews;
import dev.tidegate.controller.view.HostView;
import dev.tidegate.controller.view.PolicyView;
import dev.tidegate.controller.view.RouteView;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.HostPolicies;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All that is compared of one side: each thing, and in words how it is.
public record Standing(SortedMap<Thing, String> things) {

    /// A backend of hundreds of pods is told by how many there are.
    private static final int MOST_ENDPOINTS = 8;

    private static final String DEFAULT_CERTIFICATE = "the default certificate";

    public Standing {
        things = Collections.unmodifiableSortedMap(new TreeMap<>(things));
    }

    /// Shape: what was compiled, and what stands around it → what is compared. `now`: decides nothing that is compared.
    public static Standing of(Compilation compilation, Surroundings around, Instant now) {
        requireNonNull(around);
        TreeMap<Thing, String> things = new TreeMap<>();
        CertificateViews certificates = new CertificateViews(compilation.certificates(), around, now);
        compilation.table().hosts().all().forEach(host -> {
            String name = host.pattern().text();
            add(HostView.of(host), things);
            add(name, host.policies(), things);
            if (!name.equals("*")) {
                things.put(new Thing(Kind.CERTIFICATE, name), text(certificates.of(name)));
            }
        });
        things.put(new Thing(Kind.CERTIFICATE, "*"), text(certificates.ofDefault()));
        compilation.table().backends().values().stream()
                .map(backend -> BackendView.of(backend, around))
                .forEach(backend -> things.put(new Thing(Kind.BACKEND, backend.id()), text(backend)));
        things.put(
                new Thing(Kind.SETTING, "client addresses"),
                text(compilation.table().forwarding()));
        compilation.diagnostics().forEach(it -> things.put(new Thing(Kind.DIAGNOSTIC, it.text()), ""));
        return new Standing(things);
    }

    /// Does it say nothing that is not said of everything?
    static boolean isUsual(Thing thing, String text) {
        return thing.kind() == Kind.CERTIFICATE && text.equals(DEFAULT_CERTIFICATE);
    }

    private static void add(HostView host, Map<Thing, String> things) {
        things.put(new Thing(Kind.HOST, host.host()), "");
        for (RouteView route : host.routes()) {
            String path = host.host() + " " + route.text();
            things.put(new Thing(Kind.PATH, path), text(route));
            for (PolicyView policy : route.policies()) {
                things.merge(
                        new Thing(Kind.POLICY, path + " " + policy.policy()),
                        policy.text(),
                        (one, other) -> one + "; " + other);
            }
        }
    }

    private static void add(String host, HostPolicies policies, Map<Thing, String> things) {
        if (!policies.appRoot().isEmpty()) {
            things.put(new Thing(Kind.POLICY, host + " app-root"), "/ is sent to " + policies.appRoot());
        }
        if (!policies.rest().isAnybody()) {
            things.put(
                    new Thing(Kind.POLICY, host + " source-ranges"),
                    "paths that are nobody's: clients from " + policies.rest().allowed() + ", none from "
                            + policies.rest().denied());
        }
    }

    private static String text(RouteView route) {
        String where = route.backend() == null
                ? Optional.ofNullable(route.reason()).orElse("") + ", "
                        + Optional.ofNullable(route.detail()).orElse("")
                : "to " + route.backend();
        return where + ", by " + route.source().kind() + " " + route.source().path();
    }

    private static String text(BackendView backend) {
        String endpoints = backend.reason() == null ? endpoints(backend) : backend.reason();
        String policies = backend.clients() == null ? "" : ", for clients in " + backend.clients();
        return backend.protocol() + ", " + backend.balance() + ", " + endpoints + policies;
    }

    private static String endpoints(BackendView backend) {
        long taken = backend.endpoints().stream().filter(it -> it.taken()).count();
        return taken > MOST_ENDPOINTS
                ? taken + " endpoints"
                : backend.endpoints().stream()
                        .filter(it -> it.taken())
                        .map(it -> it.address())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    /// The self-signed one is made anew by each process, so nothing of it is compared.
    private static String text(CertificateView certificate) {
        if (certificate.secret() == null
                || (certificate.why() != null && !certificate.host().equals("*"))) {
            return DEFAULT_CERTIFICATE;
        }
        return "of Secret " + certificate.secret().path() + ", " + certificate.subject() + ", until "
                + certificate.notAfter().atOffset(ZoneOffset.UTC).toLocalDate() + ", "
                + certificate.fingerprint().substring(0, 16);
    }

    private static String text(Forwarding forwarding) {
        String believed = forwarding.trusted().isEmpty()
                ? "nobody's " + forwarding.clientAddressHeader() + " is believed"
                : forwarding.clientAddressHeader() + " of " + forwarding.trusted() + " is believed"
                        + (forwarding.appendForwardedFor() ? " and passed on with the peer" : "");
        return believed
                + forwarding
                        .proxyProtocol()
                        .map(it -> ", connections begin with a PROXY header of " + it.trusted())
                        .orElse("");
    }
}
