package dev.tidegate.tls;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which certificate a handshake presents: that of the exact name, else that of the one-label wildcard, else the
/// default.
///
/// Shape: `byHost` is keyed by host as a manifest writes it, lower case: `shop.example`, `*.shop.example`. Threads:
/// any; immutable. Source: Ingress v1 `tls`, RFC 6066 §3.
public final class CertificateIndex {

    private final Map<String, ServerCertificate> byHost;
    private final Map<String, ServerCertificate> byId;
    private final ServerCertificate defaultCertificate;

    private CertificateIndex(Map<String, ServerCertificate> byHost, ServerCertificate defaultCertificate) {
        this.byHost = Map.copyOf(byHost);
        this.defaultCertificate = requireNonNull(defaultCertificate);
        this.byId = Stream.concat(byHost.values().stream(), Stream.of(defaultCertificate))
                .collect(Collectors.toUnmodifiableMap(ServerCertificate::id, identity(), (one, same) -> one));
    }

    public static CertificateIndex of(Map<String, ServerCertificate> byHost, ServerCertificate defaultCertificate) {
        return new CertificateIndex(byHost, defaultCertificate);
    }

    /// Shape: the name a client indicated, in any case, or null if it indicated none → the certificate to present.
    public ServerCertificate find(@Nullable String serverName) {
        if (serverName == null || byHost.isEmpty()) {
            return defaultCertificate;
        }
        String name = canonical(serverName);
        ServerCertificate found = byHost.get(name);
        if (found == null) {
            int dot = name.indexOf('.');
            found = dot > 0 ? byHost.get("*" + name.substring(dot)) : null;
        }
        return found != null ? found : defaultCertificate;
    }

    /// Shape: a [ServerCertificate#id()] → that certificate, if it is among these.
    @Nullable
    ServerCertificate byId(String id) {
        return byId.get(id);
    }

    public Map<String, ServerCertificate> byHost() {
        return byHost;
    }

    public ServerCertificate defaultCertificate() {
        return defaultCertificate;
    }

    private static String canonical(String serverName) {
        String name = serverName.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CertificateIndex that
                && byHost.equals(that.byHost)
                && defaultCertificate.equals(that.defaultCertificate);
    }

    @Override
    public int hashCode() {
        return byHost.hashCode();
    }
}
