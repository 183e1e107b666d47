package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.annotation.Settings;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Does anybody want clients judged by network policies? Then any pod of the cluster may be such a client.
///
/// It remembers what it was asked last, and looks at what has changed since. Threads: one.
public final class ClientWishes implements Predicate<Snapshot> {

    private final CompilerOptions options;
    private final SettingsReader settingsReader;
    private final Set<ObjectKey> wishing = new HashSet<>();
    private PersistentMap<ObjectKey, Ingress> seen = PersistentMap.empty();

    public ClientWishes(CompilerOptions options) {
        this.options = requireNonNull(options);
        this.settingsReader = new SettingsReader(options);
    }

    @Override
    public boolean test(Snapshot snapshot) {
        snapshot.ingresses().changesSince(seen, (key, _, ingress) -> {
            if (wishes(ingress)) {
                wishing.add(key);
            } else {
                wishing.remove(key);
            }
        });
        seen = snapshot.ingresses();
        Settings settings = settingsReader.read(snapshot);
        return settings.networkPolicy() == PolicyMode.CLIENT || !wishing.isEmpty();
    }

    private boolean wishes(@Nullable Ingress ingress) {
        Map<String, String> annotations =
                ingress == null ? null : ingress.getMetadata().getAnnotations();
        return annotations != null
                && options.annotationPrefixes().stream()
                        .map(prefix -> annotations.get(prefix + "/" + Settings.NETWORK_POLICY))
                        .anyMatch(value -> value != null && value.strip().equals(PolicyMode.CLIENT.word()));
    }
}
