package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.compile.TlsWish;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.ServerCertificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which certificate a host is served with, where it comes from, and why it is the default one if it is.
public final class CertificateViews {

    private final CertificateIndex certificates;
    private final Surroundings around;
    private final Instant now;

    public CertificateViews(CertificateIndex certificates, Surroundings around, Instant now) {
        this.certificates = requireNonNull(certificates);
        this.around = requireNonNull(around);
        this.now = requireNonNull(now);
    }

    /// Shape: a host as a manifest or a client writes it, lower case → what a handshake for it presents.
    public CertificateView of(String host) {
        ServerCertificate presented =
                Optional.ofNullable(certificates.byHost().get(host)).orElseGet(() -> certificates.find(host));
        List<TlsWish> wishes = around.tlsWishes(claimed(host));
        Optional<ObjectKey> secret = wishes.stream()
                .filter(wish ->
                        wish.certificateId().filter(presented.id()::equals).isPresent())
                .findFirst()
                .flatMap(TlsWish::secret);
        return secret.isPresent()
                ? CertificateView.of(host, presented, secret, Optional.empty(), now)
                : CertificateView.of(
                        host, presented, around.secretOfDefault(presented.id()), Optional.of(why(host, wishes)), now);
    }

    /// What every other host is served with.
    public CertificateView ofDefault() {
        ServerCertificate presented = certificates.defaultCertificate();
        Optional<ObjectKey> secret = around.secretOfDefault(presented.id());
        String why = whyAwaited(null)
                .orElse(secret.isPresent() ? "--default-ssl-certificate" : "self-signed by this process");
        return CertificateView.of("*", presented, secret, Optional.of(why), now);
    }

    /// The host under which the certificate was asked for: itself, or the wildcard that covers it.
    public String claimed(String host) {
        if (isIndexed(host)) {
            return host;
        }
        int dot = host.indexOf('.');
        String wildcard = dot > 0 ? "*" + host.substring(dot) : host;
        return isIndexed(wildcard) ? wildcard : host;
    }

    private boolean isIndexed(String host) {
        return certificates.byHost().containsKey(host) || certificates.awaited().containsKey(host);
    }

    private Optional<String> whyAwaited(@Nullable String host) {
        return certificates
                .awaited(host)
                .map(secret -> "Secret " + secret + " has not been read yet; handshakes wait for it");
    }

    private String why(String host, List<TlsWish> wishes) {
        Optional<String> awaited = whyAwaited(host);
        if (awaited.isPresent()) {
            return awaited.get();
        }
        if (wishes.isEmpty()) {
            return "no Ingress lists " + host + " under spec.tls";
        }
        String named = wishes.stream()
                .map(wish -> wish.secret()
                        .map(secret -> "Secret " + secret.path() + " is of no use for it")
                        .orElse("Ingress " + wish.source().path() + " names no Secret for it"))
                .distinct()
                .collect(Collectors.joining("; "));
        return "the default certificate: " + named;
    }
}
