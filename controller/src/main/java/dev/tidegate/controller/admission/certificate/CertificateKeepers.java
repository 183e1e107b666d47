package dev.tidegate.controller.admission.certificate;

import dev.tidegate.controller.admission.AdmissionOptions.CertificateOrigin;
import dev.tidegate.controller.source.cluster.ClusterConnection;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;

/// From where a certificate comes to who keeps it right.
public final class CertificateKeepers {

    private CertificateKeepers() {}

    /// Shape: the origin, and where the certificate is presented from → a keeper that has not been started.
    ///
    /// Fails: `SourceRefused` as [ClusterConnection] does.
    public static CertificateKeeper of(
            CertificateOrigin origin, ServedCertificate served, KeepPace pace, InstantSource clock) {
        return switch (origin) {
            case CertificateOrigin.Files files ->
                new CertificateKeeper(new FileCertificate(files, served), pace, () -> {});
            case CertificateOrigin.Shared shared -> {
                KubernetesClient client = ClusterConnection.forWriting(shared.kubeconfig());
                yield new CertificateKeeper(new SharedCertificate(client, shared, served, clock), pace, client::close);
            }
        };
    }
}
