package dev.tidegate.controller.duty;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where we run. `namespace`: where our Lease is. `pod`: its name, if it is known.
record OwnPod(String namespace, Optional<String> pod, String host) {

    static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    OwnPod {
        requireNonNull(namespace);
        requireNonNull(pod);
        requireNonNull(host);
    }

    /// By the variables that ingress-nginx's chart sets, then by the service account; outside of a pod by the
    /// kubeconfig's context.
    static OwnPod of(Map<String, String> environment, Path serviceAccount, @Nullable String context) {
        String namespace = environment.getOrDefault("POD_NAMESPACE", "");
        if (namespace.isBlank()) {
            namespace = ofServiceAccount(serviceAccount)
                    .or(() -> Optional.ofNullable(context).filter(it -> !it.isBlank()))
                    .orElse("default");
        }
        Optional<String> pod = Optional.ofNullable(environment.get("POD_NAME")).filter(it -> !it.isBlank());
        return new OwnPod(namespace, pod, pod.orElse(environment.getOrDefault("HOSTNAME", "tidegate")));
    }

    Optional<ObjectKey> key() {
        return pod.map(name -> new ObjectKey(namespace, name));
    }

    private static Optional<String> ofServiceAccount(Path serviceAccount) {
        try {
            return Optional.of(Files.readString(serviceAccount.resolve("namespace"))
                            .strip())
                    .filter(it -> !it.isEmpty());
        } catch (IOException outsideOfAPod) {
            return Optional.empty();
        }
    }
}
