package dev.tidegate.controller.compile;

import dev.tidegate.controller.annotation.Settings;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.tls.ServerCertificate;
import io.fabric8.kubernetes.api.model.ConfigMap;
import org.jspecify.annotations.Nullable;

/// What a compilation leaves to the next one: the result of each of its passes. Nothing but time is saved by it,
/// with two exceptions that are meant: the last good certificate of a Secret that has turned bad, and the last good
/// version of an Ingress that has ([Quarantine]).
public final class Memory {

    private final Snapshot snapshot;
    private final @Nullable ConfigMap configMap;
    private final Settings settings;
    private final Declarations declarations;
    private final Certificates certificates;
    private final Hosts hosts;
    private final Backends backends;

    Memory(
            Snapshot snapshot,
            @Nullable ConfigMap configMap,
            Settings settings,
            Declarations declarations,
            Certificates certificates,
            Hosts hosts,
            Backends backends) {
        this.snapshot = snapshot;
        this.configMap = configMap;
        this.settings = settings;
        this.declarations = declarations;
        this.certificates = certificates;
        this.hosts = hosts;
        this.backends = backends;
    }

    static Memory none(ServerCertificate selfSigned) {
        return new Memory(
                Snapshot.EMPTY,
                null,
                Settings.DEFAULT,
                Declarations.NONE,
                Certificates.none(selfSigned),
                Hosts.NONE,
                Backends.NONE);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    @Nullable
    ConfigMap configMap() {
        return configMap;
    }

    Settings settings() {
        return settings;
    }

    Declarations declarations() {
        return declarations;
    }

    Certificates certificates() {
        return certificates;
    }

    Hosts hosts() {
        return hosts;
    }

    Backends backends() {
        return backends;
    }
}
