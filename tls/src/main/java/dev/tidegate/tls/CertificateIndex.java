package dev.tidegate.tls;

import static java.util.Objects.requireNonNull;

import dev.tidegate.persistent.PersistentMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which certificate a handshake presents: that of the exact name, else that of the one-label wildcard, else the
/// default.
///
/// Shape: `byHost` is keyed by host as a manifest writes it, lower case: `shop.example`, `*.shop.example`. Threads:
/// any; immutable. Source: Ingress v1 `tls`, RFC 6066 §3.
public final class CertificateIndex {

    /// A certificate, and how many hosts it stands for.
    private record Shared(ServerCertificate certificate, int hosts) {}

    private final PersistentMap<String, ServerCertificate> byHost;
    private final PersistentMap<String, Shared> byId;
    private final ServerCertificate defaultCertificate;

    private CertificateIndex(
            PersistentMap<String, ServerCertificate> byHost,
            PersistentMap<String, Shared> byId,
            ServerCertificate defaultCertificate) {
        this.byHost = byHost;
        this.byId = byId;
        this.defaultCertificate = requireNonNull(defaultCertificate);
    }

    public static CertificateIndex of(Map<String, ServerCertificate> byHost, ServerCertificate defaultCertificate) {
        CertificateIndex index = new CertificateIndex(PersistentMap.empty(), PersistentMap.empty(), defaultCertificate);
        for (Map.Entry<String, ServerCertificate> entry : byHost.entrySet()) {
            index = index.with(entry.getKey(), entry.getValue());
        }
        return index;
    }

    /// The index in which the host has this certificate. Cheap, however many there are.
    public CertificateIndex with(String host, ServerCertificate certificate) {
        ServerCertificate before = byHost.get(host);
        if (certificate.equals(before)) {
            return this;
        }
        return new CertificateIndex(
                byHost.with(host, certificate), including(leaving(byId, before), certificate), defaultCertificate);
    }

    /// The index in which the host has none of its own.
    public CertificateIndex without(String host) {
        ServerCertificate before = byHost.get(host);
        return before == null
                ? this
                : new CertificateIndex(byHost.without(host), leaving(byId, before), defaultCertificate);
    }

    public CertificateIndex withDefault(ServerCertificate certificate) {
        return new CertificateIndex(byHost, byId, certificate);
    }

    private static PersistentMap<String, Shared> including(
            PersistentMap<String, Shared> byId, ServerCertificate certificate) {
        Shared before = byId.get(certificate.id());
        return byId.with(certificate.id(), new Shared(certificate, before == null ? 1 : before.hosts() + 1));
    }

    private static PersistentMap<String, Shared> leaving(
            PersistentMap<String, Shared> byId, @Nullable ServerCertificate certificate) {
        Shared before = certificate == null ? null : byId.get(certificate.id());
        if (before == null) {
            return byId;
        }
        String id = before.certificate().id();
        return before.hosts() == 1
                ? byId.without(id)
                : byId.with(id, new Shared(before.certificate(), before.hosts() - 1));
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
        Shared found = byId.get(id);
        if (found != null) {
            return found.certificate();
        }
        return defaultCertificate.id().equals(id) ? defaultCertificate : null;
    }

    public PersistentMap<String, ServerCertificate> byHost() {
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
