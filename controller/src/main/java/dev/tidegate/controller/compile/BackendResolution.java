package dev.tidegate.controller.compile;

import dev.tidegate.controller.annotation.IngressPolicies.ProtocolOverride;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Balance;
import dev.tidegate.gateway.table.ClientAccess;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Protocol;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From a backend as it is asked for to the endpoints behind it.
///
/// Source: Service v1 `ports`, EndpointSlice v1: the Service's port leads, by its name, to the slices' port.
record BackendResolution(Backend backend, Optional<Problem> problem, List<Diagnostic> diagnostics) {

    /// Why a backend cannot be had, to be said to each Ingress that names it, at `field` below its backend.
    record Problem(Severity severity, DiagnosticReason reason, String field, String message) {}

    BackendResolution {
        diagnostics = List.copyOf(diagnostics);
    }

    /// Shape: a backend, its Service or null, its slices in any order, its target if that is a name → what is known
    /// of it.
    static BackendResolution resolve(
            BackendRef ref,
            @Nullable Service service,
            List<EndpointSlice> slices,
            @Nullable ExternalTarget target,
            EndpointRules rules) {
        if (service == null) {
            return broken(
                    ref,
                    Reason.SERVICE_NOT_FOUND,
                    DiagnosticReason.SERVICE_NOT_FOUND,
                    ".service.name",
                    "Service " + ref.service().path() + " not found");
        }
        ServiceSpec spec = service.getSpec() == null ? new ServiceSpec() : service.getSpec();
        if (target != null) {
            return new ExternalBackend(ref, spec, target, rules).resolve();
        }
        Optional<ServicePort> port = port(ref.port(), Lists.of(spec.getPorts()));
        if (port.isEmpty()) {
            return portNotFound(
                    ref,
                    "a port of Service " + ref.service().path() + ": " + texts(spec)
                            + PortMistake.hint(ref.port(), Lists.of(spec.getPorts())));
        }
        if (!isTcp(port.get())) {
            return notTcp(ref, port.get());
        }
        return resolved(ref, spec, port.get(), slices, rules);
    }

    static BackendResolution portNotFound(BackendRef ref, String expected) {
        return broken(
                ref,
                Reason.PORT_NOT_FOUND,
                DiagnosticReason.PORT_NOT_FOUND,
                ".service.port",
                ref.port().text() + " (expected: " + expected + ")");
    }

    static BackendResolution notTcp(BackendRef ref, ServicePort port) {
        return broken(
                ref,
                Reason.UNSUPPORTED_BACKEND,
                DiagnosticReason.UNSUPPORTED_SERVICE,
                ".service.port",
                ref.port().text() + " is a " + port.getProtocol() + " port (expected: TCP)");
    }

    /// Reading its Service or slices failed in a way that nobody foresaw.
    static BackendResolution unreadable(BackendRef ref, Diagnostic fault) {
        Backend backend = backend(ref, ref.port().text(), Protocol.HTTP, List.of(), Reason.NO_ENDPOINTS);
        return new BackendResolution(backend, Optional.empty(), List.of(fault));
    }

    private static BackendResolution resolved(
            BackendRef ref, ServiceSpec spec, ServicePort port, List<EndpointSlice> slices, EndpointRules rules) {
        List<String> families = Lists.of(spec.getIpFamilies());
        EndpointSelection.Selected selected = EndpointSelection.select(
                slices,
                port.getName() == null ? "" : port.getName(),
                families.isEmpty() ? "IPv4" : families.getFirst(),
                rules);
        Protocol protocol =
                ref.protocol().map(ProtocolOverride::protocol).orElseGet(() -> ofAppProtocol(port.getAppProtocol()));
        Optional<Problem> problem = selected.endpoints().isEmpty()
                ? Optional.of(new Problem(
                        Severity.WARNING,
                        DiagnosticReason.NO_ENDPOINTS,
                        ".service",
                        "Service " + ref.service().path() + " has no endpoint that can take requests"
                                + (ref.port().text().isEmpty()
                                        ? ""
                                        : " at port " + ref.port().text())
                                + NoEndpoints.why(slices, port.getName() == null ? "" : port.getName())))
                : Optional.empty();
        return new BackendResolution(
                backend(ref, portText(ref, port), protocol, selected.endpoints(), Reason.NO_ENDPOINTS),
                problem,
                selected.diagnostics());
    }

    /// The name under which the slices know the port that a backend asks for: empty text for an unnamed one.
    static Optional<String> portName(BackendRef ref, @Nullable Service service) {
        List<ServicePort> ports = service == null || service.getSpec() == null
                ? List.of()
                : Lists.of(service.getSpec().getPorts());
        return port(ref.port(), ports).map(port -> port.getName() == null ? "" : port.getName());
    }

    static Optional<ServicePort> port(BackendRef.Port wanted, List<ServicePort> ports) {
        return ports.stream()
                .filter(port -> switch (wanted) {
                    case BackendRef.NumberedPort it -> port.getPort() != null && port.getPort() == it.number();
                    case BackendRef.NamedPort it -> it.name().equals(port.getName());
                    case BackendRef.FirstPort ignored -> true;
                })
                .min((a, b) -> Boolean.compare(isTcp(b), isTcp(a))); // 53/UDP may stand beside 53/TCP
    }

    static boolean isTcp(ServicePort port) {
        return port.getProtocol() == null || port.getProtocol().equals("TCP");
    }

    static String texts(ServiceSpec spec) {
        List<String> texts = Lists.of(spec.getPorts()).stream()
                .map(port -> port.getPort() + (port.getName() == null ? "" : " (" + port.getName() + ")"))
                .toList();
        return texts.isEmpty() ? "it has none" : String.join(", ", texts);
    }

    /// Source: Service v1 `appProtocol`, KEP-3726. A hint: what we do not know is HTTP/1.1.
    static Protocol ofAppProtocol(@Nullable String appProtocol) {
        return switch (appProtocol == null ? "" : appProtocol) {
            case "kubernetes.io/h2c", "grpc" -> Protocol.H2C;
            case "https", "kubernetes.io/wss" -> Protocol.HTTPS;
            default -> Protocol.HTTP;
        };
    }

    static BackendResolution broken(
            BackendRef ref, Reason whenEmpty, DiagnosticReason reason, String field, String message) {
        Protocol protocol = ref.protocol().map(ProtocolOverride::protocol).orElse(Protocol.HTTP);
        return new BackendResolution(
                backend(ref, ref.port().text(), protocol, List.of(), whenEmpty),
                Optional.of(new Problem(Severity.ERROR, reason, field, message)),
                List.of());
    }

    static String portText(BackendRef ref, ServicePort port) {
        return ref.port() instanceof BackendRef.FirstPort
                ? String.valueOf(port.getPort())
                : ref.port().text();
    }

    static Backend backend(
            BackendRef ref, String servicePort, Protocol protocol, List<Endpoint> endpoints, Reason whenEmpty) {
        return new Backend(
                ref.id(),
                protocol,
                Balance.ROUND_ROBIN,
                endpoints,
                whenEmpty,
                ClientAccess.EVERYBODY,
                ref.service().name(),
                servicePort,
                ResourceRef.of(
                        "Service", ref.service().namespace(), ref.service().name()));
    }
}
