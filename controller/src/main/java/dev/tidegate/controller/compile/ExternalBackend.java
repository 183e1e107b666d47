package dev.tidegate.controller.compile;

import dev.tidegate.address.AddressLiteral;
import dev.tidegate.controller.annotation.IngressPolicies.ProtocolOverride;
import dev.tidegate.controller.compile.BackendResolution.Problem;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.dns.resolve.Resolution;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Protocol;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A backend whose Service is a name elsewhere: its addresses are the name's, of one family, except those that no
/// backend may have.
///
/// Source: Service v1 `type: ExternalName`. Its ports are optional; what they say beyond their number is followed as
/// for any Service, also a numeric `targetPort`, as ingress-nginx does.
final class ExternalBackend {

    private static final String FIELD = "spec.externalName";

    private final BackendRef ref;
    private final ServiceSpec spec;
    private final ExternalTarget target;
    private final EndpointRules rules;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    ExternalBackend(BackendRef ref, ServiceSpec spec, ExternalTarget target, EndpointRules rules) {
        this.ref = ref;
        this.spec = spec;
        this.target = target;
        this.rules = rules;
    }

    BackendResolution resolve() {
        if (!rules.externalNames()) {
            return BackendResolution.broken(
                    ref,
                    Reason.UNSUPPORTED_BACKEND,
                    DiagnosticReason.UNSUPPORTED_SERVICE,
                    ".service.name",
                    "Service " + ref.service().path()
                            + " is an ExternalName, which --disable-svc-external-name turns off");
        }
        List<ServicePort> ports = Lists.of(spec.getPorts());
        if (ports.isEmpty()) {
            return ref.port() instanceof BackendRef.NumberedPort numbered
                    ? at(null, numbered.number())
                    : BackendResolution.portNotFound(
                            ref, "a number, as Service " + ref.service().path() + " is an ExternalName without ports");
        }
        Optional<ServicePort> port = BackendResolution.port(ref.port(), ports);
        if (port.isEmpty()) {
            return BackendResolution.portNotFound(
                    ref, "a port of Service " + ref.service().path() + ": " + BackendResolution.texts(spec));
        }
        return BackendResolution.isTcp(port.get())
                ? at(port.get(), number(port.get()))
                : BackendResolution.notTcp(ref, port.get());
    }

    private static int number(ServicePort port) {
        Integer target =
                port.getTargetPort() == null ? null : port.getTargetPort().getIntVal();
        return target != null && target >= 1 && target <= 65535 ? target : port.getPort();
    }

    private BackendResolution at(@Nullable ServicePort port, int number) {
        return switch (target.name()) {
            case ExternalName.Malformed _ ->
                nowhere(
                        port,
                        Reason.NAME_NOT_RESOLVED,
                        DiagnosticReason.INVALID_FIELD,
                        "is no name",
                        "a DNS name or an IP address");
            case ExternalName.ApiServer _ ->
                nowhere(
                        port,
                        Reason.FORBIDDEN_ADDRESS,
                        DiagnosticReason.FORBIDDEN_ADDRESS,
                        "is the Kubernetes API server",
                        "another name");
            case ExternalName.Known known -> to(port, number, known.addresses());
            case ExternalName.Named _ -> resolved(port, number);
        };
    }

    private BackendResolution resolved(@Nullable ServicePort port, int number) {
        return switch (target.resolution()) {
            case Resolution.Pending _ -> with(port, List.of(), Reason.NAME_NOT_RESOLVED, Optional.empty());
            case Resolution.Found found -> {
                found.stale().ifPresent(stale -> diagnostics.add(staying(stale)));
                yield to(port, number, found.addresses());
            }
            case Resolution.Missing missing ->
                nowhere(
                        port,
                        Reason.NAME_NOT_RESOLVED,
                        DiagnosticReason.NAME_NOT_RESOLVED,
                        "is " + missing.absence().text(),
                        "a name with an A or AAAA record");
            case Resolution.Failing failing ->
                nowhere(
                        port,
                        Reason.NAME_NOT_RESOLVED,
                        DiagnosticReason.NAME_NOT_RESOLVED,
                        "could not be asked for: " + failing.why(),
                        "an answer");
        };
    }

    private Diagnostic staying(Resolution.Stale stale) {
        return Diagnostic.warning(
                source(),
                FIELD,
                DiagnosticReason.NAME_NOT_RESOLVED,
                target.text() + ": " + stale.why() + "; its last addresses, of " + stale.told() + ", stay until "
                        + stale.until() + " (expected: an answer)");
    }

    private BackendResolution to(@Nullable ServicePort port, int number, List<String> addresses) {
        List<Endpoint> four = new ArrayList<>();
        List<Endpoint> six = new ArrayList<>();
        for (String text : addresses) {
            Optional<String> problem = forbidden(text);
            if (problem.isPresent()) {
                diagnostics.add(Diagnostic.error(
                        source(), FIELD, DiagnosticReason.FORBIDDEN_ADDRESS, target.text() + ": " + problem.get()));
            } else {
                Endpoint endpoint = new Endpoint(canonical(text), number);
                (endpoint.address().indexOf(':') < 0 ? four : six).add(endpoint);
            }
        }
        if (four.isEmpty() && six.isEmpty()) {
            return with(
                    port,
                    List.of(),
                    Reason.FORBIDDEN_ADDRESS,
                    Optional.of(problem(
                            DiagnosticReason.FORBIDDEN_ADDRESS, "leads only to addresses that no backend may have")));
        }
        boolean preferSix = Lists.of(spec.getIpFamilies()).stream()
                .findFirst()
                .filter("IPv6"::equals)
                .isPresent();
        boolean useSix = four.isEmpty() || (preferSix && !six.isEmpty());
        return with(
                port,
                (useSix ? six : four).stream().sorted().distinct().toList(),
                Reason.NO_ENDPOINTS,
                Optional.empty());
    }

    private Optional<String> forbidden(String text) {
        if (target.apiServer().contains(canonical(text))) {
            return Optional.of(text + " is the Kubernetes API server (expected: the address of another server)");
        }
        return rules.addresses().problem(text);
    }

    /// One spelling for each address; what is none stays as it is.
    private static String canonical(String text) {
        byte[] address = AddressLiteral.parse(text);
        return address == null ? text : AddressLiteral.text(address);
    }

    private BackendResolution nowhere(
            @Nullable ServicePort port, Reason answer, DiagnosticReason why, String fault, String expected) {
        diagnostics.add(
                Diagnostic.error(source(), FIELD, why, target.text() + " " + fault + " (expected: " + expected + ")"));
        return with(port, List.of(), answer, Optional.of(problem(why, fault)));
    }

    private Problem problem(DiagnosticReason why, String fault) {
        return new Problem(
                Severity.ERROR,
                why,
                ".service.name",
                "Service " + ref.service().path() + " leads nowhere: its " + FIELD + " " + target.text() + " " + fault);
    }

    private BackendResolution with(
            @Nullable ServicePort port, List<Endpoint> endpoints, Reason whenEmpty, Optional<Problem> problem) {
        Protocol protocol = ref.protocol()
                .map(ProtocolOverride::protocol)
                .orElseGet(() -> BackendResolution.ofAppProtocol(port == null ? null : port.getAppProtocol()));
        String text = port == null ? ref.port().text() : BackendResolution.portText(ref, port);
        return new BackendResolution(
                BackendResolution.backend(ref, text, protocol, endpoints, whenEmpty), problem, diagnostics);
    }

    private ResourceRef source() {
        return ResourceRef.of(
                "Service", ref.service().namespace(), ref.service().name());
    }
}
