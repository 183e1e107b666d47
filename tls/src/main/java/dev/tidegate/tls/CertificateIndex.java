package dev.tidegate.tls;

import static java.util.Objects.requireNonNull;

import dev.tidegate.persistent.PersistentMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which certificate a handshake presents: that of the exact name, else that of the one-label wildcard, else the
/// default. One that is named already but has not been read yet is awaited.
///
/// Shape: `byHost` is keyed by host as a manifest writes it, lower case: `shop.example`, `*.shop.example`. Threads:
/// any; immutable. Source: Ingress v1 `tls`, RFC 6066 §3.
public final class CertificateIndex {

    /// Stands for the default one among those that are awaited.
    private static final String DEFAULT = "*";

    /// A certificate, and how many hosts it stands for.
    private record Shared(ServerCertificate certificate, int hosts) {}

    private final PersistentMap<String, ServerCertificate> byHost;
    private final PersistentMap<String, Shared> byId;
    private final PersistentMap<String, String> awaited;
    private final ServerCertificate defaultCertificate;

    private CertificateIndex(
            PersistentMap<String, ServerCertificate> byHost,
            PersistentMap<String, Shared> byId,
            PersistentMap<String, String> awaited,
            ServerCertificate defaultCertificate) {
        this.byHost = byHost;
        this.byId = byId;
        this.awaited = awaited;
        this.defaultCertificate = requireNonNull(defaultCertificate);
    }

    public static CertificateIndex of(Map<String, ServerCertificate> byHost, ServerCertificate defaultCertificate) {
        CertificateIndex index = new CertificateIndex(
                PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty(), defaultCertificate);
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
                byHost.with(host, certificate),
                including(leaving(byId, before), certificate),
                awaited.without(host),
                defaultCertificate);
    }

    /// The index in which the host has none of its own.
    public CertificateIndex without(String host) {
        return new CertificateIndex(
                byHost.without(host), leaving(byId, byHost.get(host)), awaited.without(host), defaultCertificate);
    }

    /// The index in which the host has one of its own that nobody knows yet. `place`: from where it will be read.
    public CertificateIndex awaiting(String host, String place) {
        CertificateIndex none = without(host);
        return new CertificateIndex(none.byHost, none.byId, awaited.with(host, place), defaultCertificate);
    }

    public CertificateIndex withDefault(ServerCertificate certificate) {
        if (certificate.equals(defaultCertificate) && !awaited.containsKey(DEFAULT)) {
            return this;
        }
        return new CertificateIndex(byHost, byId, awaited.without(DEFAULT), certificate);
    }

    /// The index with a default that nobody knows yet. `until`: what stands in for it.
    public CertificateIndex awaitingDefault(ServerCertificate until, String place) {
        return new CertificateIndex(byHost, byId, awaited.with(DEFAULT, place), until);
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
            found = byHost.get(wildcard(name));
        }
        return found != null ? found : defaultCertificate;
    }

    /// Shape: the name a client indicated, or null → from where its certificate is still to be read; empty if there
    /// is nothing to wait for.
    public Optional<String> awaited(@Nullable String serverName) {
        if (awaited.isEmpty()) {
            return Optional.empty();
        }
        if (serverName != null) {
            String name = canonical(serverName);
            for (String host : List.of(name, wildcard(name))) {
                ServerCertificate known = byHost.get(host);
                if (awaited.containsKey(host)) {
                    return Optional.ofNullable(awaited.get(host));
                } else if (known != null) {
                    return known.equals(defaultCertificate) ? awaitedDefault() : Optional.empty();
                }
            }
        }
        return awaitedDefault();
    }

    private Optional<String> awaitedDefault() {
        return Optional.ofNullable(awaited.get(DEFAULT));
    }

    /// By host, `*` for the default: from where each is still to be read.
    public PersistentMap<String, String> awaited() {
        return awaited;
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

    /// The one that covers a name; of a name that is a single label, a text that no host has.
    private static String wildcard(String name) {
        int dot = name.indexOf('.');
        return dot > 0 ? "*" + name.substring(dot) : "";
    }

    private static String canonical(String serverName) {
        String name = serverName.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CertificateIndex that
                && byHost.equals(that.byHost)
                && awaited.equals(that.awaited)
                && defaultCertificate.equals(that.defaultCertificate);
    }

    @Override
    public int hashCode() {
        return byHost.hashCode();
    }
}
