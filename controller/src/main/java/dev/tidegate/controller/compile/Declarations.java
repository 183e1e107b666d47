package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What all Ingresses ask for, and who claims each host, TLS host, Secret and backend.
///
/// An Ingress that is the same instance as before is not read again, and one that reads the same as before (a change
/// of its status, say) counts as unchanged. One that was edited into something malformed stays what it last was
/// ([Quarantine]). Only what another map of them holds differently is looked at.
record Declarations(
        @Nullable IngressReader reader,
        PersistentMap<ObjectKey, Ingress> seen,
        PersistentMap<ObjectKey, Declared> byIngress,
        PersistentMap<ObjectKey, Quarantine> quarantined,
        ClaimIndex<HostPattern> hosts,
        ClaimIndex<String> tlsHosts,
        ClaimIndex<ObjectKey> secrets,
        ClaimIndex<BackendRef> backends) {

    static final Declarations NONE = new Declarations(
            null,
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            ClaimIndex.empty(),
            ClaimIndex.empty(),
            ClaimIndex.empty(),
            ClaimIndex.empty());

    /// One Ingress as it is now, and what is served for it: what it asks for, or what it did when it last was good.
    record Declared(Ingress ingress, Declaration declaration, Optional<Quarantine> quarantine) {

        /// The version to go back to when the next one is malformed.
        Optional<Ingress> lastGood() {
            return quarantine
                    .map(Quarantine::lastGood)
                    .or(() -> Optional.of(ingress).filter(_ -> !Quarantine.isMalformed(declaration)));
        }
    }

    /// Shape: all Ingresses and how to read them → their declarations. `standing` is what the command line declares.
    Declarations next(
            PersistentMap<ObjectKey, Ingress> ingresses,
            IngressReader reader,
            List<Declaration> standing,
            Instant now,
            Telling telling) {
        Edit edit = new Edit(reader, now, telling);
        edit.come.addAll(this.reader == null ? standing : List.of());
        if (reader.equals(this.reader)) {
            ingresses.changesSince(seen, (key, _, is) -> edit.at(key, is));
        } else {
            seen.keySet().stream().filter(key -> !ingresses.containsKey(key)).forEach(key -> edit.at(key, null));
            ingresses.forEach(edit::at);
        }
        return after(ingresses, reader, edit);
    }

    /// What becomes of the Ingresses that changed.
    private final class Edit {
        private final IngressReader reader;
        private final Instant now;
        private final Telling telling;
        private final List<Declaration> gone = new ArrayList<>();
        private final List<Declaration> come = new ArrayList<>();
        private PersistentMap<ObjectKey, Declared> byIngress = Declarations.this.byIngress;
        private PersistentMap<ObjectKey, Quarantine> quarantined = Declarations.this.quarantined;

        Edit(IngressReader reader, Instant now, Telling telling) {
            this.reader = reader;
            this.now = now;
            this.telling = telling;
        }

        void at(ObjectKey key, @Nullable Ingress ingress) {
            Declared before = byIngress.get(key);
            Declared after = ingress == null ? null : declared(key, ingress, before);
            if (before != null && after != null && before.declaration().equals(after.declaration())) {
                after = new Declared(after.ingress(), before.declaration(), after.quarantine());
            } else {
                note(before == null ? null : before.declaration(), after == null ? null : after.declaration());
            }
            byIngress = after == null ? byIngress.without(key) : byIngress.with(key, after);
            Quarantine quarantine = after == null ? null : after.quarantine().orElse(null);
            quarantined = quarantine == null ? quarantined.without(key) : quarantined.with(key, quarantine);
        }

        private Declared declared(ObjectKey key, Ingress ingress, @Nullable Declared before) {
            Declaration read = read(reader, key, ingress);
            Ingress lastGood = before == null || !Quarantine.isMalformed(read)
                    ? null
                    : before.lastGood().orElse(null);
            Declaration standIn = lastGood == null
                    ? null
                    : Quarantine.standIn(reader, key, ingress, lastGood).orElse(null);
            if (before == null || lastGood == null || standIn == null) {
                return new Declared(ingress, read, Optional.empty());
            }
            Quarantine quarantine = new Quarantine(
                    lastGood,
                    ingress,
                    before.quarantine().map(Quarantine::since).orElse(now),
                    read.diagnostics());
            List<Diagnostic> told = Lists.including(read.diagnostics(), quarantine.diagnostic(read.source()));
            return new Declared(ingress, standIn.telling(told), Optional.of(quarantine));
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

    private Declarations after(PersistentMap<ObjectKey, Ingress> seen, IngressReader reader, Edit edit) {
        return new Declarations(
                reader,
                seen,
                edit.byIngress,
                edit.quarantined,
                hosts.after(edit.gone, edit.come, it -> it.hosts().keySet()),
                tlsHosts.after(edit.gone, edit.come, Declaration::tlsHosts),
                secrets.after(edit.gone, edit.come, Declaration::secrets),
                backends.after(edit.gone, edit.come, Declaration::backendRefs));
    }

    static Declaration read(IngressReader reader, ObjectKey key, Ingress ingress) {
        return Guard.over(
                IngressReader.ref(key),
                () -> reader.read(key, ingress),
                fault -> Declaration.ofNothing(IngressReader.ref(key), List.of(fault)));
    }
}
