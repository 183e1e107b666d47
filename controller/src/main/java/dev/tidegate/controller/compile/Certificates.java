package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.persistent.PersistentMap;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.Validity;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The certificates of all hosts that ask for one.
///
/// A Secret that is the same instance as before is not read again; a host is looked at again when somebody else
/// claims it, or when a Secret that its claimants name has changed. `changed`: the hosts whose handshakes go
/// another way than with the certificates that these were made from. `awaited`: the Secrets that nobody knows yet.
/// `lastGood`: of each Secret the version that is served from. `lookAgainAt`: no certificate begins or ceases to be
/// valid before that moment, so until then nobody looks whether one has.
record Certificates(
        PersistentMap<ObjectKey, Secret> seen,
        PersistentMap<ObjectKey, ObjectKey> awaited,
        PersistentMap<ObjectKey, SecretState> secrets,
        PersistentMap<ObjectKey, Secret> lastGood,
        PersistentMap<String, CertificateChoice> choices,
        CertificateIndex index,
        Set<String> changed,
        Instant lookAgainAt) {

    static Certificates none(ServerCertificate selfSigned) {
        return new Certificates(
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                CertificateIndex.of(Map.of(), selfSigned),
                Set.of(),
                Instant.MAX);
    }

    /// Shape: who claims what, all objects, the Secret of the default certificate if the command line names one, and
    /// the certificate to fall back on → the certificates.
    Certificates next(
            Declarations declarations,
            Snapshot snapshot,
            Optional<ObjectKey> defaultSecret,
            ServerCertificate selfSigned,
            Instant now,
            Telling telling) {
        Map<ObjectKey, SecretState> edits = edits(declarations, snapshot, defaultSecret, now);
        PersistentMap<ObjectKey, SecretState> states = after(edits, declarations, defaultSecret);
        defaultSecret.ifPresent(
                name -> telling.instead(ofDefault(name, secrets.get(name)), ofDefault(name, states.get(name))));
        Set<String> hosts = new HashSet<>(declarations.tlsHosts().touched());
        for (ObjectKey secret : edits.keySet()) {
            declarations.secrets().of(secret).forEach(claimant -> hosts.addAll(claimant.tlsHosts()));
        }
        PersistentMap<String, CertificateChoice> next = choices;
        Set<String> otherwise = new HashSet<>();
        for (String host : hosts) {
            List<Declaration> claimants = declarations.tlsHosts().of(host);
            CertificateChoice choice = claimants.isEmpty() ? null : CertificateChoice.of(host, claimants, states);
            CertificateChoice before = next.get(host);
            next = choice == null ? next.without(host) : next.with(host, choice);
            telling.instead(
                    before == null ? List.of() : before.diagnostics(),
                    choice == null ? List.of() : choice.diagnostics());
            if (before == null || choice == null || !choice.servesLike(before)) {
                otherwise.add(host);
            }
        }
        return new Certificates(
                snapshot.secrets(),
                snapshot.awaitedSecrets(),
                states,
                lastGood(states),
                next,
                index(next, otherwise, withDefault(defaultSecret, states, selfSigned)),
                otherwise,
                lookAgainAt(states, edits.values(), now));
    }

    /// The Secrets of which something else came than before.
    private Map<ObjectKey, SecretState> edits(
            Declarations declarations, Snapshot snapshot, Optional<ObjectKey> defaultSecret, Instant now) {
        Set<ObjectKey> suspects = new HashSet<>(declarations.secrets().touched());
        defaultSecret.ifPresent(suspects::add);
        snapshot.secrets().changesSince(seen, (name, _, _) -> suspects.add(name));
        snapshot.awaitedSecrets().changesSince(awaited, (name, _, _) -> suspects.add(name));
        if (!now.isBefore(lookAgainAt)) {
            suspects.addAll(secrets.keySet());
        }
        // Reading a certificate is the one thing here that takes long, and at the start all are read.
        Map<ObjectKey, SecretState> edits = new ConcurrentHashMap<>();
        suspects.parallelStream()
                .filter(name -> isNamed(name, declarations, defaultSecret))
                .forEach(name -> {
                    SecretState before = secrets.get(name);
                    SecretState next = snapshot.awaitedSecrets().containsKey(name)
                            ? SecretState.unknown(before, now)
                            : read(name, snapshot.secrets().get(name), before, now);
                    if (before == null || !Same.instance(next, before)) {
                        edits.put(name, next);
                    }
                });
        return edits;
    }

    private PersistentMap<ObjectKey, SecretState> after(
            Map<ObjectKey, SecretState> edits, Declarations declarations, Optional<ObjectKey> defaultSecret) {
        PersistentMap<ObjectKey, SecretState> next = secrets.withAll(edits);
        for (ObjectKey name : declarations.secrets().touched()) {
            if (!isNamed(name, declarations, defaultSecret)) {
                next = next.without(name);
            }
        }
        return next;
    }

    private PersistentMap<ObjectKey, Secret> lastGood(PersistentMap<ObjectKey, SecretState> states) {
        AtomicReference<PersistentMap<ObjectKey, Secret>> next = new AtomicReference<>(lastGood);
        states.changesSince(secrets, (name, _, state) -> {
            Secret good = state == null ? null : state.good();
            next.set(good == null ? next.get().without(name) : next.get().with(name, good));
        });
        return next.get();
    }

    /// Exact when all were looked at, else a lower bound: a certificate that was replaced in time is not searched
    /// for.
    private Instant lookAgainAt(
            PersistentMap<ObjectKey, SecretState> states, Collection<SecretState> edits, Instant now) {
        boolean allLookedAt = !now.isBefore(lookAgainAt);
        Instant earliest = allLookedAt ? Instant.MAX : lookAgainAt;
        for (SecretState state : allLookedAt ? states.values() : edits) {
            Instant change = state.validityChangesAfter(now);
            earliest = change.isBefore(earliest) ? change : earliest;
        }
        return earliest;
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

    private CertificateIndex withDefault(
            Optional<ObjectKey> secret, PersistentMap<ObjectKey, SecretState> states, ServerCertificate selfSigned) {
        Optional<SecretState> state = secret.map(states::get);
        Optional<ServerCertificate> known = state.flatMap(SecretState::certificate);
        boolean wait = known.isEmpty() && state.filter(SecretState::awaited).isPresent();
        return wait
                ? index.awaitingDefault(selfSigned, secret.orElseThrow().path())
                : index.withDefault(known.orElse(selfSigned));
    }

    /// `begun`: the index before, with the default certificate of now.
    private CertificateIndex index(
            PersistentMap<String, CertificateChoice> chosen, Set<String> otherwise, CertificateIndex begun) {
        ServerCertificate ofDefault = begun.defaultCertificate();
        boolean sameDefault = ofDefault.equals(index.defaultCertificate());
        CertificateIndex next = begun;
        for (String host : sameDefault ? otherwise : union(otherwise, chosen.keySet())) {
            next = with(host, chosen.get(host), next, ofDefault);
        }
        return next;
    }

    private static CertificateIndex with(
            String host, @Nullable CertificateChoice choice, CertificateIndex index, ServerCertificate ofDefault) {
        if (choice == null) {
            return index.without(host);
        }
        if (choice.awaited().isPresent()) {
            return index.awaiting(host, choice.awaited().get().path());
        }
        return choice.listed() || choice.certificate().isPresent()
                ? index.with(host, choice.certificate().orElse(ofDefault))
                : index.without(host);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
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

    /// It belongs to no Ingress, so its problems are its own.
    private static List<Diagnostic> ofDefault(ObjectKey name, @Nullable SecretState state) {
        ResourceRef source = ResourceRef.of("Secret", name.namespace(), name.name());
        if (state == null) {
            return List.of();
        }
        Stream<Diagnostic> problem = state.problem().stream()
                .map(it -> Diagnostic.error(source, "", it.reason(), it.message() + " (--default-ssl-certificate)"));
        Stream<Diagnostic> time = state.validity() == Validity.VALID
                ? Stream.empty()
                : Stream.of(Diagnostic.warning(
                        source,
                        "",
                        DiagnosticReason.CERTIFICATE_EXPIRED,
                        "the default certificate is outside its time; it is served all the same"));
        return Stream.concat(problem, time).toList();
    }
}
