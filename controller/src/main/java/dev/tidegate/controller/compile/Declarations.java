package dev.tidegate.controller.compile;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all Ingresses ask for, and who claims each host, TLS host, Secret and backend.
///
/// An Ingress that is the same instance as before is not read again, and one that reads the same as before (a change
/// of its status, say) counts as unchanged. Only what another map of them holds differently is looked at.
record Declarations(
        @Nullable IngressReader reader,
        PersistentMap<ObjectKey, Ingress> seen,
        PersistentMap<ObjectKey, Declared> byIngress,
        ClaimIndex<HostPattern> hosts,
        ClaimIndex<String> tlsHosts,
        ClaimIndex<ObjectKey> secrets,
        ClaimIndex<BackendRef> backends) {

    static final Declarations NONE = new Declarations(
            null,
            PersistentMap.empty(),
            PersistentMap.empty(),
            ClaimIndex.empty(),
            ClaimIndex.empty(),
            ClaimIndex.empty(),
            ClaimIndex.empty());

    record Declared(Ingress ingress, Declaration declaration) {}

    /// Shape: all Ingresses and how to read them → their declarations. `standing` is what the command line declares.
    Declarations next(
            PersistentMap<ObjectKey, Ingress> ingresses,
            IngressReader reader,
            List<Declaration> standing,
            Telling telling) {
        Edit edit = new Edit(reader, telling);
        edit.come.addAll(this.reader == null ? standing : List.of());
        if (reader.equals(this.reader)) {
            ingresses.changesSince(seen, (key, _, is) -> edit.at(key, is));
        } else {
            seen.keySet().stream().filter(key -> !ingresses.containsKey(key)).forEach(key -> edit.at(key, null));
            ingresses.forEach(edit::at);
        }
        return after(ingresses, reader, edit.byIngress, edit.gone, edit.come);
    }

    /// What becomes of the Ingresses that changed.
    private final class Edit {
        private final IngressReader reader;
        private final Telling telling;
        private final List<Declaration> gone = new ArrayList<>();
        private final List<Declaration> come = new ArrayList<>();
        private PersistentMap<ObjectKey, Declared> byIngress = Declarations.this.byIngress;

        Edit(IngressReader reader, Telling telling) {
            this.reader = reader;
            this.telling = telling;
        }

        void at(ObjectKey key, @Nullable Ingress ingress) {
            Declared before = byIngress.get(key);
            Declaration was = before == null ? null : before.declaration();
            Declaration is = ingress == null ? null : read(reader, key, ingress);
            if (was != null && was.equals(is)) {
                is = was;
            } else {
                note(was, is);
            }
            byIngress = ingress == null || is == null
                    ? byIngress.without(key)
                    : byIngress.with(key, new Declared(ingress, is));
        }

        private void note(@Nullable Declaration was, @Nullable Declaration is) {
            if (was != null) {
                gone.add(was);
            }
            if (is != null) {
                come.add(is);
            }
            telling.instead(was == null ? List.of() : was.diagnostics(), is == null ? List.of() : is.diagnostics());
        }
    }

    private Declarations after(
            PersistentMap<ObjectKey, Ingress> seen,
            IngressReader reader,
            PersistentMap<ObjectKey, Declared> all,
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

    private static Declaration read(IngressReader reader, ObjectKey key, Ingress ingress) {
        return Guard.over(
                IngressReader.ref(key),
                () -> reader.read(key, ingress),
                fault -> Declaration.ofNothing(IngressReader.ref(key), List.of(fault)));
    }
}
