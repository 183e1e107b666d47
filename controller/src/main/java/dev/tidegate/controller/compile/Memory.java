package dev.tidegate.controller.compile;

import dev.tidegate.controller.annotation.Settings;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.tls.ServerCertificate;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a compilation leaves to the next one: the result of each of its passes. Nothing but time is saved by it, with
/// one exception that is meant: the last good certificate of a Secret that has turned bad.
public final class Memory {

    private final List<Diagnostic> findings;
    private final @Nullable ConfigMap configMap;
    private final Settings settings;
    private final Declarations declarations;
    private final Certificates certificates;
    private final Hosts hosts;
    private final Backends backends;

    Memory(
            List<Diagnostic> findings,
            @Nullable ConfigMap configMap,
            Settings settings,
            Declarations declarations,
            Certificates certificates,
            Hosts hosts,
            Backends backends) {
        this.findings = findings;
        this.configMap = configMap;
        this.settings = settings;
        this.declarations = declarations;
        this.certificates = certificates;
        this.hosts = hosts;
        this.backends = backends;
    }

    static Memory none(ServerCertificate selfSigned) {
        return new Memory(
                List.of(),
                null,
                Settings.DEFAULT,
                Declarations.NONE,
                Certificates.none(selfSigned),
                Hosts.NONE,
                Backends.NONE);
    }

    List<Diagnostic> findings() {
        return findings;
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
