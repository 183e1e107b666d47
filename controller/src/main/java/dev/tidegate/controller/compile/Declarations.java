package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.HostPattern;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What all Ingresses ask for, and who claims each host, TLS host, Secret and backend.
///
/// An Ingress that is the same instance as before is not read again, and one that reads the same as before (a change
/// of its status, say) counts as unchanged. If the map of all of them is the same, none is looked at.
record Declarations(
        @Nullable IngressReader reader,
        Map<ObjectKey, Ingress> seen,
        Map<ObjectKey, Declared> byIngress,
        ClaimIndex<HostPattern> hosts,
        ClaimIndex<String> tlsHosts,
        ClaimIndex<ObjectKey> secrets,
        ClaimIndex<BackendRef> backends) {

    static final Declarations NONE = new Declarations(
            null, Map.of(), Map.of(), ClaimIndex.empty(), ClaimIndex.empty(), ClaimIndex.empty(), ClaimIndex.empty());

    record Declared(Ingress ingress, Declaration declaration) {}

    /// Shape: all Ingresses and how to read them → their declarations. `standing` is what the command line declares.
    Declarations next(Map<ObjectKey, Ingress> ingresses, IngressReader reader, List<Declaration> standing) {
        List<Declaration> gone = new ArrayList<>();
        List<Declaration> come = new ArrayList<>(this.reader == null ? standing : List.of());
        Map<ObjectKey, Declared> changed = new HashMap<>();
        boolean readAlike = reader.equals(this.reader);
        int known = 0;
        if (readAlike && Same.instance(seen, ingresses)) {
            return after(ingresses, reader, byIngress, gone, come);
        }
        for (Map.Entry<ObjectKey, Ingress> entry : ingresses.entrySet()) {
            Declared before = byIngress.get(entry.getKey());
            known += before == null ? 0 : 1;
            if (before != null && readAlike && Same.instance(before.ingress(), entry.getValue())) {
                continue;
            }
            Declaration read = read(reader, entry.getKey(), entry.getValue());
            if (before != null && before.declaration().equals(read)) {
                read = before.declaration();
            } else {
                come.add(read);
                if (before != null) {
                    gone.add(before.declaration());
                }
            }
            changed.put(entry.getKey(), new Declared(entry.getValue(), read));
        }
        Map<ObjectKey, Declared> all = byIngress;
        if (!changed.isEmpty() || known < byIngress.size()) {
            Map<ObjectKey, Declared> next = new HashMap<>(byIngress);
            if (known < byIngress.size()) {
                next.keySet().retainAll(ingresses.keySet());
                byIngress.forEach((key, declared) -> {
                    if (!next.containsKey(key)) {
                        gone.add(declared.declaration());
                    }
                });
            }
            next.putAll(changed);
            all = next;
        }
        return after(ingresses, reader, all, gone, come);
    }

    private Declarations after(
            Map<ObjectKey, Ingress> seen,
            IngressReader reader,
            Map<ObjectKey, Declared> all,
            List<Declaration> gone,
            List<Declaration> come) {
        return new Declarations(
                reader,
                seen,
                all,
                hosts.after(gone, come, it -> it.hosts().keySet()),
                tlsHosts.after(gone, come, Declaration::tlsHosts),
                secrets.after(gone, come, Declaration::secrets),
                backends.after(gone, come, Declaration::backendRefs));
    }

    void tell(Consumer<Diagnostic> listener) {
        byIngress.values().forEach(it -> it.declaration().diagnostics().forEach(listener));
    }

    private static Declaration read(IngressReader reader, ObjectKey key, Ingress ingress) {
        return Guard.over(
                IngressReader.ref(key),
                () -> reader.read(key, ingress),
                fault -> Declaration.ofNothing(IngressReader.ref(key), List.of(fault)));
    }
}
