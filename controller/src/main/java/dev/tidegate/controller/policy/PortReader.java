package dev.tidegate.controller.policy;

import dev.tidegate.policy.rule.PortClause;
import dev.tidegate.policy.traffic.Protocol;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the ports of one item, which stands at `field`.
///
/// Source: `networking.k8s.io/v1` NetworkPolicyPort; port names by RFC 6335 §5.1 with lower-case letters only.
final class PortReader {

    private static final Pattern NAME = Pattern.compile("(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?");
    private static final int LAST = 65535;

    private final String field;
    private final Faults faults;

    PortReader(String field, Faults faults) {
        this.field = field;
        this.faults = faults;
    }

    PortClause read(@Nullable String protocol, @Nullable IntOrString port, @Nullable Integer endPort) {
        Optional<Protocol> read = protocol(protocol, field + ".protocol");
        if (read.isEmpty()) {
            return new PortClause.Unreadable("its protocol is malformed");
        } else if (port == null) {
            return endPort == null
                    ? new PortClause.AllOf(read.get())
                    : refused("endPort", endPort, "a port beside it, where the range begins");
        } else if (port.getStrVal() != null) {
            return endPort == null
                    ? named(read, port.getStrVal())
                    : refused("endPort", endPort, "none, since the port is a name; or the port as a number");
        }
        int first = port.getIntVal();
        return endPort == null ? range(read.get(), first, first) : upTo(read.get(), first, endPort);
    }

    private PortClause upTo(Protocol protocol, int first, int last) {
        return last < first
                ? refused("endPort", last, first + " or more, since it begins at " + first)
                : range(protocol, first, last);
    }

    private PortClause range(Protocol protocol, int first, int last) {
        if (first < 1 || first > LAST) {
            return refused("port", first, "1 to " + LAST);
        }
        return last > LAST ? refused("endPort", last, "1 to " + LAST) : new PortClause.Numbers(protocol, first, last);
    }

    private PortClause named(Optional<Protocol> protocol, String name) {
        return isName(name)
                ? new PortClause.Named(protocol, name)
                : refused("port", name, "a number, or the name of a container's port, as http");
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.contains("--");
    }

    /// Empty if it is malformed; then it has said so.
    Optional<Protocol> protocol(@Nullable String protocol, String at) {
        return switch (protocol) {
            case null -> Optional.of(Protocol.TCP);
            case "TCP" -> Optional.of(Protocol.TCP);
            case "UDP" -> Optional.of(Protocol.UDP);
            case "SCTP" -> Optional.of(Protocol.SCTP);
            default -> {
                faults.add(at, protocol, "TCP, UDP or SCTP");
                yield Optional.empty();
            }
        };
    }

    private PortClause refused(String name, Object value, String expected) {
        return new PortClause.Unreadable(faults.add(field + "." + name, value, expected));
    }
}
