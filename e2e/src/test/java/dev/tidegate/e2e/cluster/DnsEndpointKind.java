package dev.tidegate.e2e.cluster;

import dev.tidegate.controller.crd.DnsEndpoint;
import dev.tidegate.e2e.Await;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// external-dns's kind, installed in the cluster; it and all objects of it are gone at the end.
final class DnsEndpointKind implements AutoCloseable {

    private final KubernetesClient admin;
    private final CustomResourceDefinition definition;

    private DnsEndpointKind(KubernetesClient admin, CustomResourceDefinition definition) {
        this.admin = admin;
        this.definition = definition;
    }

    static DnsEndpointKind install(KubernetesClient admin, String namespace) {
        try (InputStream file =
                Objects.requireNonNull(DnsEndpointKind.class.getResourceAsStream("dnsendpoints.yaml"))) {
            CustomResourceDefinition definition = Serialization.unmarshal(file, CustomResourceDefinition.class);
            DnsEndpointKind kind =
                    new DnsEndpointKind(admin, admin.resource(definition).create());
            Await.until("a DNSEndpoint can be made", () -> canBeMade(admin, namespace));
            return kind;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A new kind is unknown at first, and then its storage is not ready.
    private static boolean canBeMade(KubernetesClient admin, String namespace) {
        DnsEndpoint probe = new DnsEndpoint();
        probe.getMetadata().setNamespace(namespace);
        probe.getMetadata().setName("probe");
        try {
            admin.resource(probe).create();
            admin.resource(probe).delete();
            return true;
        } catch (KubernetesClientException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        admin.resource(definition).delete();
        Await.until("dnsendpoints are gone, and may be installed again", this::isGone);
    }

    private boolean isGone() {
        try {
            return admin.resource(definition).get() == null;
        } catch (KubernetesClientException going) {
            return false;
        }
    }
}
