package dev.tidegate.controller.compile;

import dev.tidegate.controller.annotation.Settings;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the global settings of `--configmap`.
record SettingsReader(CompilerOptions options) {

    @Nullable
    ConfigMap object(Snapshot snapshot) {
        return options.configMap().map(snapshot.configMaps()::get).orElse(null);
    }

    Settings read(Snapshot snapshot) {
        Optional<ResourceRef> ref = options.configMap().map(SettingsReader::ref);
        if (ref.isEmpty()) {
            return Settings.of(options.networkPolicy());
        }
        ConfigMap configMap = object(snapshot);
        if (configMap == null) {
            return Settings.missing(ref.get(), options.networkPolicy());
        }
        return Guard.over(
                ref.get(),
                () -> Settings.read(
                        ref.get(),
                        configMap.getData() == null ? Map.of() : configMap.getData(),
                        options.networkPolicy()),
                fault -> Settings.of(options.networkPolicy()).with(List.of(fault)));
    }

    private static ResourceRef ref(ObjectKey key) {
        return ResourceRef.of("ConfigMap", key.namespace(), key.name());
    }
}
