package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.annotation.IngressPolicies.ProtocolOverride;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.BackendId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A backend as an Ingress asks for it, before anybody looked at the Service.
///
/// Its id says all that it holds, so two are equal if their ids are: `default/web:80`, `default/web:http+grpc`,
/// `default/web:80~enforce` where the Ingress says what it makes of network policies,
/// `default/web` for the first port. (The name of a port has a letter in it, so it is never taken for a number.)
final class BackendRef {

    /// Source: Ingress v1 `backend.service.port`: the Service's port, never its targetPort or nodePort.
    sealed interface Port {
        /// As people write it; empty for the first.
        String text();
    }

    record NumberedPort(int number) implements Port {
        @Override
        public String text() {
            return Integer.toString(number);
        }
    }

    record NamedPort(String name) implements Port {
        public NamedPort {
            requireNonNull(name);
        }

        @Override
        public String text() {
            return name;
        }
    }

    /// Whichever port the Service lists first: the flag `--default-backend-service` names no port.
    record FirstPort() implements Port {
        @Override
        public String text() {
            return "";
        }
    }

    private final ObjectKey service;
    private final Port port;
    private final Optional<ProtocolOverride> protocol;
    private final Optional<PolicyMode> networkPolicy;
    private final BackendId id;

    BackendRef(ObjectKey service, Port port, Optional<ProtocolOverride> protocol, Optional<PolicyMode> networkPolicy) {
        this.service = requireNonNull(service);
        this.port = requireNonNull(port);
        this.protocol = requireNonNull(protocol);
        this.networkPolicy = requireNonNull(networkPolicy);
        String portSuffix = port.text().isEmpty() ? "" : ":" + port.text();
        String protocolSuffix = protocol.map(it -> "+" + it.name()).orElse("");
        String modeSuffix = networkPolicy.map(it -> "~" + it.word()).orElse("");
        this.id = new BackendId(service.path() + portSuffix + protocolSuffix + modeSuffix);
    }

    /// What a backend's id says of how it is spoken to, beside whose it is: `+grpc~enforce`.
    static String manner(BackendId id) {
        String text = id.value();
        int end = 0;
        while (end < text.length() && text.charAt(end) != '+' && text.charAt(end) != '~') {
            end++;
        }
        return text.substring(end);
    }

    ObjectKey service() {
        return service;
    }

    Port port() {
        return port;
    }

    Optional<ProtocolOverride> protocol() {
        return protocol;
    }

    /// What its Ingress makes of network policies, if that says so itself.
    Optional<PolicyMode> networkPolicy() {
        return networkPolicy;
    }

    BackendId id() {
        return id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BackendRef that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "BackendRef[" + id.value() + "]";
    }
}
