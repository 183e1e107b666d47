package dev.tidegate.controller.admission;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the command line decides about the admission webhook: where it listens (port 0: wherever the system likes,
/// for tests), whence its certificate comes, and whose Ingresses are looked at.
///
/// `namespaces`: those that are watched, or all if empty.
public record AdmissionOptions(String host, int port, CertificateOrigin certificate, Set<String> namespaces) {

    public AdmissionOptions {
        requireNonNull(host);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
        }
        requireNonNull(certificate);
        namespaces = Set.copyOf(namespaces);
    }

    /// Whence the certificate comes.
    public sealed interface CertificateOrigin {

        /// Two PEM files, which somebody else keeps right, as cert-manager and a mounted Secret do.
        record Files(Path certificate, Path key) implements CertificateOrigin {
            public Files {
                requireNonNull(certificate);
                requireNonNull(key);
            }
        }

        /// A Secret that the replicas share and keep right themselves. `service`: by whose names the API server
        /// calls us. `configuration`: the ValidatingWebhookConfiguration that is told whom to trust.
        /// `kubeconfig`: of that cluster; empty for the one around us.
        record Shared(ObjectKey secret, ObjectKey service, Optional<String> configuration, Optional<Path> kubeconfig)
                implements CertificateOrigin {
            public Shared {
                requireNonNull(secret);
                requireNonNull(service);
                requireNonNull(configuration);
                requireNonNull(kubeconfig);
            }

            /// The names of the Service in the cluster, the one that the API server uses first.
            public List<String> names() {
                String name = service.name() + "." + service.namespace();
                return List.of(name + ".svc", name + ".svc.cluster.local", name);
            }
        }
    }
}
