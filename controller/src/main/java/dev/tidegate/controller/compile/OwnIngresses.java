package dev.tidegate.controller.compile;

import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which Ingresses are ours, as they stood when a compilation was made.
///
/// Threads: any.
public final class OwnIngresses {

    private final Declarations declarations;

    OwnIngresses(Declarations declarations) {
        this.declarations = declarations;
    }

    /// Those that hold at least one route. Made anew at each call.
    public Map<ObjectKey, Ingress> routed() {
        Map<ObjectKey, Ingress> routed = new HashMap<>();
        declarations.byIngress().forEach((key, declared) -> {
            if (declared.declaration().routes()) {
                routed.put(key, declared.ingress());
            }
        });
        return routed;
    }

    /// The Ingress of that name, whoever's it is; empty if there is none.
    public Optional<Ingress> find(ObjectKey key) {
        return Optional.ofNullable(declarations.byIngress().get(key)).map(Declarations.Declared::ingress);
    }

    /// Is there an Ingress of that name, and is it of a class that is not ours?
    public boolean foreign(ObjectKey key) {
        IngressReader reader = declarations.reader();
        return reader != null
                && find(key)
                        .filter(it -> !reader.classes()
                                .decide(it, IngressReader.ref(key))
                                .ours())
                        .isPresent();
    }

    /// Has no Ingress changed since then? Cheap.
    public boolean same(OwnIngresses other) {
        return Same.instance(declarations.byIngress(), other.declarations.byIngress())
                && Objects.equals(declarations.reader(), other.declarations.reader());
    }
}
