package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads an Ingress that is not stored yet as the compiler would, among all others as they were when a compilation
/// was made. Nothing is compiled anew: it costs that one Ingress and what is claimed on its hosts.
///
/// Pure; threads: any.
public final class Trials {

    private final Memory memory;
    private final IngressReader reader;
    private final EndpointRules rules;

    private Trials(Memory memory, IngressReader reader, EndpointRules rules) {
        this.memory = requireNonNull(memory);
        this.reader = requireNonNull(reader);
        this.rules = requireNonNull(rules);
    }

    /// Shape: a compilation, and the options that it was made with → what to ask; empty as long as nothing has been
    /// compiled.
    public static Optional<Trials> among(Compilation compilation, CompilerOptions options) {
        Memory memory = compilation.memory();
        return Optional.ofNullable(memory.declarations().reader())
                .map(reader -> new Trials(memory, reader, EndpointRules.of(options)));
    }

    /// Shape: a name and the Ingress that is to have it → what would become of it. What is stored under that name is
    /// taken to be replaced.
    public Trial of(ObjectKey key, Ingress ingress) {
        if (!reader.classes().decide(ingress, IngressReader.ref(key)).ours()) {
            return Trial.OF_ANOTHER_CLASS;
        }
        Declaration declaration = Declarations.read(reader, key, ingress);
        return new Trial(
                true,
                declaration.diagnostics(),
                Rivalry.of(declaration, memory.declarations().hosts()),
                missing(declaration));
    }

    private List<Diagnostic> missing(Declaration declaration) {
        List<Diagnostic> missing = new ArrayList<>();
        for (BackendUse use : declaration.backends()) {
            resolve(use.backend())
                    .problem()
                    .filter(it -> it.severity() == Severity.ERROR)
                    .ifPresent(it -> missing.add(Diagnostic.warning(
                            declaration.source(), use.field() + it.field(), it.reason(), it.message())));
        }
        for (TlsClaim claim : declaration.tlsClaims()) {
            claim.secret()
                    .map(memory.certificates().secrets()::get)
                    .flatMap(SecretState::problem)
                    .ifPresent(it -> missing.add(
                            Diagnostic.warning(declaration.source(), claim.secretField(), it.reason(), it.message())));
        }
        return missing.stream().distinct().sorted().toList();
    }

    /// Without its endpoints: that pods are not there yet is how everything begins.
    private BackendResolution resolve(BackendRef ref) {
        Snapshot snapshot = memory.snapshot();
        Service service = snapshot.services().get(ref.service());
        return Guard.over(
                ResourceRef.of(
                        "Service", ref.service().namespace(), ref.service().name()),
                () -> BackendResolution.resolve(ref, service, List.of(), ExternalTarget.of(service, snapshot), rules),
                fault -> BackendResolution.unreadable(ref, fault));
    }
}
