package dev.tidegate.controller.compile;

import dev.tidegate.controller.annotation.IngressPolicies;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.RouteAction;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// From the `backend` of a path to what its route does. A backend that cannot be one becomes a route that answers and
/// says so, for a hole would let the next shorter path answer in its place.
///
/// Source: Ingress v1 `IngressBackend`: exactly one of `service` and `resource`; exactly one of port name and number.
final class BackendReader {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    /// Source: RFC 6335 §5.1, as the API server has it.
    private static final Pattern PORT_NAME = Pattern.compile("(?=.*[a-z])(?!.*--)[a-z0-9][-a-z0-9]{0,14}(?<!-)");

    private final ObjectKey ingress;
    private final IngressPolicies policies;
    private final Findings findings;
    private final List<BackendUse> uses = new ArrayList<>();

    BackendReader(ObjectKey ingress, IngressPolicies policies, Findings findings) {
        this.ingress = ingress;
        this.policies = policies;
        this.findings = findings;
    }

    List<BackendUse> uses() {
        return uses;
    }

    RouteAction read(@Nullable IngressBackend backend, String field) {
        if (!policies.closedBy().isEmpty()) {
            String causes = String.join(" and ", policies.closedBy());
            return new RouteAction.Fail(
                    Reason.ACCESS_UNDECIDABLE,
                    "Ingress " + ingress.path() + " is closed, as " + causes + " is not honoured");
        }
        if (backend == null || (backend.getService() == null && backend.getResource() == null)) {
            return refuse(
                    field, DiagnosticReason.INVALID_FIELD, Reason.UNSUPPORTED_BACKEND, "none (expected: a service)");
        }
        if (backend.getService() == null || backend.getResource() != null) {
            String kind = backend.getResource().getKind();
            String also = backend.getService() == null ? "" : " beside a service";
            return refuse(
                    field + ".resource",
                    DiagnosticReason.UNSUPPORTED_BACKEND_RESOURCE,
                    Reason.UNSUPPORTED_BACKEND,
                    kind + " " + backend.getResource().getName() + also + " (expected: a service)");
        }
        return service(backend.getService(), field);
    }

    private RouteAction service(IngressServiceBackend service, String field) {
        String name = service.getName();
        if (name == null || !LABEL.matcher(name).matches()) {
            return refuse(
                    field + ".service.name",
                    DiagnosticReason.INVALID_FIELD,
                    Reason.SERVICE_NOT_FOUND,
                    name + " (expected: the name of a Service)");
        }
        Optional<BackendRef.Port> port = port(service.getPort());
        if (port.isEmpty()) {
            return refuse(
                    field + ".service.port",
                    DiagnosticReason.INVALID_FIELD,
                    Reason.PORT_NOT_FOUND,
                    text(service.getPort()) + " (expected: either a name, or a number from 1 to 65535)");
        }
        BackendRef backend = new BackendRef(
                new ObjectKey(ingress.namespace(), name), port.get(), policies.protocol(), policies.networkPolicy());
        uses.add(new BackendUse(backend, field));
        return new RouteAction.Forward(backend.id());
    }

    private static Optional<BackendRef.Port> port(@Nullable ServiceBackendPort port) {
        if (port == null) {
            return Optional.empty();
        }
        boolean named = port.getName() != null && !port.getName().isEmpty();
        boolean numbered = port.getNumber() != null && port.getNumber() != 0;
        if (named == numbered) {
            return Optional.empty();
        }
        if (named) {
            return Optional.of(port.getName())
                    .filter(name -> PORT_NAME.matcher(name).matches())
                    .map(BackendRef.NamedPort::new);
        }
        int number = port.getNumber();
        return number >= 1 && number <= 65535 ? Optional.of(new BackendRef.NumberedPort(number)) : Optional.empty();
    }

    private static String text(@Nullable ServiceBackendPort port) {
        return port == null ? "none" : "name " + port.getName() + ", number " + port.getNumber();
    }

    private RouteAction refuse(String field, DiagnosticReason why, Reason answer, String message) {
        findings.error(field, why, message);
        return new RouteAction.Fail(answer, "Ingress " + ingress.path() + " " + field + ": " + message);
    }
}
