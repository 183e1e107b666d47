package dev.tidegate.controller.annotation;

import dev.tidegate.address.Cidr;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.ProxyProtocol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The keys of the global ConfigMap that say who is believed about a client's address: forwarded fields, PROXY headers,
/// and one list of those from whom either is.
///
/// Source: ingress-nginx, "ConfigMap". Without the list everybody is believed, as there, and that is told; a list that
/// cannot be read believes nobody.
final class ForwardingSettings {

    private static final String TRUST = "use-forwarded-headers";
    private static final String APPEND = "compute-full-forwarded-for";
    private static final String ADDRESS_HEADER = "forwarded-for-header";
    private static final String TRUSTED = "proxy-real-ip-cidr";
    private static final String PROXY = "use-proxy-protocol";
    private static final String PROXY_TIMEOUT = "proxy-protocol-header-timeout";

    static final Set<String> KEYS = Set.of(TRUST, APPEND, ADDRESS_HEADER, TRUSTED, PROXY, PROXY_TIMEOUT);

    private static final Duration HEADER_TIMEOUT = Duration.ofSeconds(5);

    static final List<Cidr> EVERYBODY =
            List.of(Cidr.parse("0.0.0.0/0").orElseThrow(), Cidr.parse("::/0").orElseThrow());

    private final ValueReader values;
    private final List<Cidr> peers;

    private ForwardingSettings(ValueReader values) {
        this.values = values;
        Optional<List<Cidr>> trusted = values.read(TRUSTED, ValueType.CIDRS);
        boolean unreadable = trusted.isEmpty() && values.text(TRUSTED).isPresent();
        this.peers = unreadable ? List.of() : trusted.orElse(EVERYBODY);
    }

    static Forwarding read(ValueReader values) {
        ForwardingSettings settings = new ForwardingSettings(values);
        return new Forwarding(
                settings.believed(TRUST, "X-Forwarded-*").orElse(List.of()),
                values.read(APPEND, ValueType.BOOLEAN).orElse(false),
                values.read(ADDRESS_HEADER, ValueType.HEADER_NAME)
                        .orElse(Forwarding.TRUST_NOBODY.clientAddressHeader()),
                settings.proxyProtocol());
    }

    private Optional<ProxyProtocol> proxyProtocol() {
        Duration timeout = values.read(PROXY_TIMEOUT, ValueType.SHORT_TIME).orElse(HEADER_TIMEOUT);
        return believed(PROXY, "PROXY header").map(peers -> new ProxyProtocol(peers, timeout));
    }

    /// Whose word is taken, if the key asks that anybody's is.
    private Optional<List<Cidr>> believed(String key, String what) {
        if (!values.read(key, ValueType.BOOLEAN).orElse(false)) {
            return Optional.empty();
        }
        if (peers.stream().anyMatch(EVERYBODY::contains)) {
            values.warning(
                    values.text(TRUSTED).isPresent() ? TRUSTED : key,
                    DiagnosticReason.INVALID_SETTING,
                    "every peer's " + what + " is believed (expected: " + TRUSTED
                            + " with the addresses of your proxies)");
        }
        return Optional.of(peers);
    }
}
