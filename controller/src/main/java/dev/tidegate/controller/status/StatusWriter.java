package dev.tidegate.controller.status;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.status.StatusPlan.Outcome;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes one status: reads the object as the server has it, and replaces its `/status`, if nobody was faster.
///
/// What we hold ourselves is never sent: it may be old, and it may be reduced to what routing needs.
///
/// Threads: any.
final class StatusWriter {

    private static final int ATTEMPTS = 4;
    private static final String LEGACY_CLASS = "kubernetes.io/ingress.class";

    private final KubernetesClient client;

    StatusWriter(KubernetesClient client) {
        this.client = requireNonNull(client);
    }

    /// Fails: [KubernetesClientException], with [Outcome#FAILED] for whoever catches it.
    Outcome write(StatusWrite write) {
        Resource<Ingress> resource = client.network()
                .v1()
                .ingresses()
                .inNamespace(write.key().namespace())
                .withName(write.key().name());
        KubernetesClientException conflict = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            Ingress fresh = resource.get();
            if (fresh == null || !stillMeant(write.base(), fresh)) {
                return Outcome.MOOT;
            }
            if (!write.over(StatusAddress.in(fresh))) {
                return write instanceof StatusWrite.Set ? Outcome.STOOD : Outcome.MOOT;
            }
            try {
                client.resource(with(fresh, write.addresses())).updateStatus();
                return Outcome.WRITTEN;
            } catch (KubernetesClientException failure) {
                if (failure.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                    throw failure;
                }
                conflict = failure;
            }
        }
        throw requireNonNull(conflict);
    }

    /// The same object, and of the same class: who changed that since then wants to be heard first.
    private static boolean stillMeant(Ingress base, Ingress fresh) {
        return Objects.equals(base.getMetadata().getUid(), fresh.getMetadata().getUid())
                && fresh.getMetadata().getDeletionTimestamp() == null
                && classOf(base).equals(classOf(fresh));
    }

    private static List<String> classOf(Ingress ingress) {
        Map<String, String> annotations = ingress.getMetadata().getAnnotations();
        String legacy = annotations == null ? null : annotations.get(LEGACY_CLASS);
        String name = ingress.getSpec() == null ? null : ingress.getSpec().getIngressClassName();
        return List.of(name == null ? "" : name, legacy == null ? "" : legacy);
    }

    private static Ingress with(Ingress fresh, List<StatusAddress> addresses) {
        return new IngressBuilder(fresh)
                .editOrNewStatus()
                .editOrNewLoadBalancer()
                .withIngress(addresses.stream().map(StatusAddress::entry).toList())
                .endLoadBalancer()
                .endStatus()
                .build();
    }
}
