package dev.tidegate.controller.policy;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.crd.ClusterPortSpec;
import dev.tidegate.controller.crd.ClusterProtocolSpec;
import dev.tidegate.controller.crd.ClusterProtocolSpec.DestinationPort;
import dev.tidegate.controller.crd.ClusterProtocolSpec.Transport;
import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.traffic.Protocol;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads at which ports a rule of the cluster speaks, in the shape of either version.
final class ClusterPortReader {

    private static final int LAST = 65535;

    private final Faults faults;

    ClusterPortReader(Faults faults) {
        this.faults = faults;
    }

    PortClause read(ClusterPortSpec port, String field) {
        if (count(port.portNumber(), port.portRange(), port.namedPort()) != 1) {
            return notOne(field, "portNumber, portRange or namedPort");
        } else if (port.namedPort() != null) {
            return named(port.namedPort(), field + ".namedPort");
        } else if (port.portNumber() != null) {
            String at = field + ".portNumber";
            Integer number = port.portNumber().port();
            return protocol(port.portNumber().protocol(), at)
                    .map(protocol -> numbers(protocol, number, number, at + ".port"))
                    .orElseGet(() -> new PortClause.Unreadable("its protocol is malformed"));
        }
        ClusterPortSpec.PortRange range = requireNonNull(port.portRange());
        return protocol(range.protocol(), field + ".portRange")
                .map(protocol -> numbers(protocol, range.start(), range.end(), field + ".portRange"))
                .orElseGet(() -> new PortClause.Unreadable("its protocol is malformed"));
    }

    PortClause read(ClusterProtocolSpec spec, String field) {
        if (count(spec.tcp(), spec.udp(), spec.sctp(), spec.destinationNamedPort()) != 1) {
            return notOne(field, "tcp, udp, sctp or destinationNamedPort");
        } else if (spec.destinationNamedPort() != null) {
            return named(spec.destinationNamedPort(), field + ".destinationNamedPort");
        } else if (spec.tcp() != null) {
            return transport(Protocol.TCP, spec.tcp(), field + ".tcp");
        } else if (spec.udp() != null) {
            return transport(Protocol.UDP, spec.udp(), field + ".udp");
        }
        return transport(Protocol.SCTP, spec.sctp(), field + ".sctp");
    }

    private PortClause transport(Protocol protocol, @Nullable Transport transport, String field) {
        DestinationPort port = transport == null ? null : transport.destinationPort();
        String at = field + ".destinationPort";
        if (port == null) {
            return new PortClause.AllOf(protocol);
        } else if (count(port.number(), port.range()) != 1) {
            return notOne(at, "number or range");
        }
        return port.range() == null
                ? numbers(protocol, port.number(), port.number(), at + ".number")
                : numbers(protocol, port.range().start(), port.range().end(), at + ".range");
    }

    private PortClause numbers(Protocol protocol, @Nullable Integer first, @Nullable Integer last, String field) {
        if (first == null || last == null) {
            return new PortClause.Unreadable(faults.missing(field, "1 to " + LAST));
        } else if (first < 1 || last > LAST || last < first) {
            Object told = first.equals(last) ? first : first + "-" + last;
            return new PortClause.Unreadable(faults.add(
                    field, told, "1 to " + LAST + (first.equals(last) ? "" : ", from the lower to the higher")));
        }
        return new PortClause.Numbers(protocol, first, last);
    }

    private PortClause named(String name, String field) {
        return PortReader.isName(name)
                ? new PortClause.Named(Optional.empty(), name)
                : new PortClause.Unreadable(faults.add(field, name, "the name of a container's port, as http"));
    }

    private Optional<Protocol> protocol(@Nullable String protocol, String field) {
        return new PortReader(field, faults).protocol(protocol, field + ".protocol");
    }

    private PortClause notOne(String field, String expected) {
        return new PortClause.Unreadable(faults.add(field, "not one that is known (expected: " + expected + ")"));
    }

    private static long count(@Nullable Object... fields) {
        return Stream.of(fields).filter(Objects::nonNull).count();
    }
}
