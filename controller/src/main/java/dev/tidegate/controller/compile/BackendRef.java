package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.annotation.IngressPolicies.ProtocolOverride;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.BackendId;
import java.util.Optional;

/// A backend as an Ingress asks for it, before anybody looked at the Service.
record BackendRef(ObjectKey service, Port port, Optional<ProtocolOverride> protocol) {

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

    BackendRef {
        requireNonNull(service);
        requireNonNull(port);
        requireNonNull(protocol);
    }

    /// `default/web:80`, `default/web:http+grpc`, `default/web` for the first port.
    BackendId id() {
        String port = this.port.text();
        return new BackendId(service.path()
                + (port.isEmpty() ? "" : ":" + port)
                + protocol.map(it -> "+" + it.name()).orElse(""));
    }
}
