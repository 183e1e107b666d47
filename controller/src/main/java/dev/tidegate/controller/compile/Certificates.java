package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.Validity;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The certificates of all hosts that ask for one.
///
/// A Secret that is the same instance as before is not read again; a host is looked at again when somebody else
/// claims it, or when a Secret that its claimants name has changed.
record Certificates(
        Map<ObjectKey, SecretState> secrets, Map<String, CertificateChoice> choices, CertificateIndex index) {

    static Certificates none(ServerCertificate selfSigned) {
        return new Certificates(Map.of(), Map.of(), CertificateIndex.of(Map.of(), selfSigned));
    }

    /// Shape: who claims what, all Secrets, the Secret of the default certificate if the command line names one, and
    /// the certificate to fall back on → the certificates.
    Certificates next(
            Declarations declarations,
            Map<ObjectKey, Secret> objects,
            Optional<ObjectKey> defaultSecret,
            ServerCertificate selfSigned,
            Instant now) {
        Set<ObjectKey> changed = new HashSet<>();
        Map<ObjectKey, SecretState> states = states(declarations, objects, defaultSecret, now, changed);
        Set<String> hosts = new HashSet<>(declarations.tlsHosts().touched());
        for (ObjectKey secret : changed) {
            declarations.secrets().of(secret).forEach(claimant -> hosts.addAll(claimant.tlsHosts()));
        }
        ServerCertificate ofDefault =
                defaultSecret.map(states::get).flatMap(SecretState::certificate).orElse(selfSigned);
        if (hosts.isEmpty() && ofDefault.equals(index.defaultCertificate())) {
            return Same.instance(states, secrets) ? this : new Certificates(states, choices, index);
        }
        Map<String, CertificateChoice> chosen = new HashMap<>(choices);
        for (String host : hosts) {
            List<Declaration> claimants = declarations.tlsHosts().of(host);
            if (claimants.isEmpty()) {
                chosen.remove(host);
            } else {
                chosen.put(host, CertificateChoice.of(host, claimants, states));
            }
        }
        return new Certificates(states, Collections.unmodifiableMap(chosen), index(chosen, ofDefault));
    }

    private Map<ObjectKey, SecretState> states(
            Declarations declarations,
            Map<ObjectKey, Secret> objects,
            Optional<ObjectKey> defaultSecret,
            Instant now,
            Set<ObjectKey> changed) {
        Map<ObjectKey, SecretState> edits = new HashMap<>();
        Set<ObjectKey> named = new HashSet<>(declarations.secrets().claimants().keySet());
        defaultSecret.ifPresent(named::add);
        for (ObjectKey name : named) {
            SecretState before = secrets.get(name);
            SecretState next = read(name, objects.get(name), before, now);
            if (!Same.instance(next, before)) {
                edits.put(name, next);
                changed.add(name);
            }
        }
        if (edits.isEmpty() && named.size() == secrets.size()) {
            return secrets;
        }
        Map<ObjectKey, SecretState> next = new HashMap<>(secrets);
        next.keySet().retainAll(named);
        next.putAll(edits);
        return Collections.unmodifiableMap(next);
    }

    private static SecretState read(
            ObjectKey name, @Nullable Secret secret, @Nullable SecretState before, Instant now) {
        return Guard.over(
                ResourceRef.of("Secret", name.namespace(), name.name()),
                () -> SecretState.next(name, secret, before, now),
                fault -> SecretState.unreadable(name, secret, before, fault.message(), now));
    }

    private CertificateIndex index(Map<String, CertificateChoice> chosen, ServerCertificate ofDefault) {
        Map<String, ServerCertificate> byHost = new HashMap<>();
        chosen.forEach((host, choice) -> {
            if (choice.listed() || choice.certificate().isPresent()) {
                byHost.put(host, choice.certificate().orElse(ofDefault));
            }
        });
        CertificateIndex next = CertificateIndex.of(byHost, ofDefault);
        return next.equals(index) ? index : next;
    }

    /// The certificate that a host's handshake presents, if it is not the default one.
    Optional<String> idFor(HostPattern host) {
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        return switch (host) {
            case HostPattern.Any _ -> Optional.empty();
            case HostPattern.Wildcard it ->
                own(it.text()).flatMap(CertificateChoice::certificate).map(ServerCertificate::id);
            case HostPattern.Exact it ->
                own(it.name())
                        .or(() -> it.name().indexOf('.') > 0
                                ? own("*" + it.name().substring(it.name().indexOf('.')))
                                : Optional.empty())
                        .flatMap(CertificateChoice::certificate)
                        .map(ServerCertificate::id);
        };
    }

    private Optional<CertificateChoice> own(String host) {
        return Optional.ofNullable(choices.get(host))
                .filter(choice -> choice.listed() || choice.certificate().isPresent());
    }

    /// `defaultSecret`: it belongs to no Ingress, so its problems are its own.
    Stream<Diagnostic> diagnostics(Optional<ObjectKey> defaultSecret) {
        return Stream.concat(
                choices.values().stream().flatMap(choice -> choice.diagnostics().stream()),
                defaultSecret.stream().flatMap(name -> ofDefault(name, secrets.get(name))));
    }

    private static Stream<Diagnostic> ofDefault(ObjectKey name, @Nullable SecretState state) {
        ResourceRef source = ResourceRef.of("Secret", name.namespace(), name.name());
        if (state == null) {
            return Stream.empty();
        }
        Stream<Diagnostic> problem = state.problem().stream()
                .map(it -> Diagnostic.error(source, "", it.reason(), it.message() + " (--default-ssl-certificate)"));
        return state.validity() == Validity.VALID
                ? problem
                : Stream.concat(
                        problem,
                        Stream.of(Diagnostic.warning(
                                source,
                                "",
                                DiagnosticReason.CERTIFICATE_EXPIRED,
                                "the default certificate is outside its time; it is served all the same")));
    }
}
