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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The certificates of all hosts that ask for one.
///
/// A Secret that is the same instance as before is not read again; a host is looked at again when somebody else
/// claims it, or when a Secret that its claimants name has changed. `changed`: the hosts whose handshakes go
/// another way than with the certificates that these were made from.
record Certificates(
        Map<ObjectKey, SecretState> secrets,
        Map<String, CertificateChoice> choices,
        CertificateIndex index,
        Set<String> changed) {

    static Certificates none(ServerCertificate selfSigned) {
        return new Certificates(Map.of(), Map.of(), CertificateIndex.of(Map.of(), selfSigned), Set.of());
    }

    /// Shape: who claims what, all Secrets, the Secret of the default certificate if the command line names one, and
    /// the certificate to fall back on → the certificates.
    Certificates next(
            Declarations declarations,
            Map<ObjectKey, Secret> objects,
            Optional<ObjectKey> defaultSecret,
            ServerCertificate selfSigned,
            Instant now) {
        Map<ObjectKey, SecretState> edits = edits(declarations, objects, defaultSecret, now);
        Map<ObjectKey, SecretState> states = after(edits, declarations, defaultSecret);
        Set<String> hosts = new HashSet<>(declarations.tlsHosts().touched());
        for (ObjectKey secret : edits.keySet()) {
            declarations.secrets().of(secret).forEach(claimant -> hosts.addAll(claimant.tlsHosts()));
        }
        ServerCertificate ofDefault =
                defaultSecret.map(states::get).flatMap(SecretState::certificate).orElse(selfSigned);
        Map<String, CertificateChoice> next = hosts.isEmpty() ? choices : new HashMap<>(choices);
        Set<String> otherwise = new HashSet<>();
        for (String host : hosts) {
            List<Declaration> claimants = declarations.tlsHosts().of(host);
            CertificateChoice choice = claimants.isEmpty() ? null : CertificateChoice.of(host, claimants, states);
            CertificateChoice before = choice == null ? next.remove(host) : next.put(host, choice);
            if (before == null || choice == null || !choice.servesLike(before)) {
                otherwise.add(host);
            }
        }
        boolean same = otherwise.isEmpty() && ofDefault.equals(index.defaultCertificate());
        return new Certificates(states, next, same ? index : index(next, ofDefault), otherwise);
    }

    /// The Secrets of which something else came than before.
    private Map<ObjectKey, SecretState> edits(
            Declarations declarations, Map<ObjectKey, Secret> objects, Optional<ObjectKey> defaultSecret, Instant now) {
        Map<ObjectKey, SecretState> edits = new HashMap<>();
        Set<ObjectKey> fresh = new HashSet<>(declarations.secrets().touched());
        defaultSecret.ifPresent(fresh::add);
        for (ObjectKey name : fresh) {
            if (!secrets.containsKey(name) && isNamed(name, declarations, defaultSecret)) {
                edits.put(name, read(name, objects.get(name), null, now));
            }
        }
        secrets.forEach((name, before) -> {
            SecretState next = read(name, objects.get(name), before, now);
            if (!Same.instance(next, before)) {
                edits.put(name, next);
            }
        });
        return edits;
    }

    private Map<ObjectKey, SecretState> after(
            Map<ObjectKey, SecretState> edits, Declarations declarations, Optional<ObjectKey> defaultSecret) {
        if (edits.isEmpty() && declarations.secrets().touched().isEmpty()) {
            return secrets;
        }
        Map<ObjectKey, SecretState> next = new HashMap<>(secrets);
        next.putAll(edits);
        for (ObjectKey name : declarations.secrets().touched()) {
            if (!isNamed(name, declarations, defaultSecret)) {
                next.remove(name);
            }
        }
        return next;
    }

    private static boolean isNamed(ObjectKey name, Declarations declarations, Optional<ObjectKey> defaultSecret) {
        return !declarations.secrets().of(name).isEmpty()
                || defaultSecret.filter(name::equals).isPresent();
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
    void tell(Optional<ObjectKey> defaultSecret, Consumer<Diagnostic> listener) {
        choices.values().forEach(choice -> choice.diagnostics().forEach(listener));
        defaultSecret.ifPresent(name -> ofDefault(name, secrets.get(name)).forEach(listener));
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
