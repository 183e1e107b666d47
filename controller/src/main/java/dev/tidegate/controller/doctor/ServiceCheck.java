package dev.tidegate.controller.doctor;

import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.stream.Stream;

/// Does the Service in front of us lead to us, and is it reached from outside?
final class ServiceCheck {

    private static final String NAME = "service";

    private ServiceCheck() {}

    static Stream<Finding> of(Patient patient) {
        List<FrontService> services = FrontService.of(patient);
        if (!services.isEmpty()) {
            return services.stream().map(it -> finding(it, patient));
        }
        return patient.service().stream()
                .map(key -> patient.sight().unread().containsKey("services")
                        ? Finding.warn(
                                NAME,
                                "Service " + key.path() + " may not be read by this account",
                                "Whether it leads to the gateway is not known.",
                                "Let this account list services.")
                        : Finding.fail(
                                NAME,
                                "Service " + key.path() + ", which --publish-service names, does not exist",
                                "Ingresses get no address in their status, and nobody reaches the gateway by it.",
                                "Create it, or name the one that is in front of the gateway."));
    }

    private static Finding finding(FrontService service, Patient patient) {
        long ready = patient.sight().snapshot().endpointSlices().getOrDefault(service.key(), List.of()).stream()
                .map(EndpointSlice::getEndpoints)
                .filter(it -> it != null)
                .flatMap(List::stream)
                .filter(it -> it.getConditions() == null
                        || !Boolean.FALSE.equals(it.getConditions().getReady()))
                .count();
        if (ready == 0) {
            return Finding.fail(
                    NAME,
                    service.text() + " has no endpoint that is ready",
                    "Clients reach nobody: connections to it are refused or time out.",
                    "See whether the gateway's pods run and are ready, and whether its selector means them: kubectl -n "
                            + service.key().namespace() + " describe service "
                            + service.key().name());
        } else if (service.balanced() && !addressed(service)) {
            return Finding.warn(
                    NAME,
                    service.text() + " is of type LoadBalancer and has no address yet",
                    "Nobody outside reaches it, and Ingresses get no address in their status.",
                    "Something must give it one: the cloud's controller, MetalLB, or k3s' own. Its Events say what is"
                            + " in the way; without any of these, take the type NodePort.");
        }
        return Finding.ok(NAME, service.text() + " leads to " + ready + " ready " + (ready == 1 ? "pod" : "pods"));
    }

    private static boolean addressed(FrontService service) {
        var status = service.service().getStatus();
        return status != null
                && status.getLoadBalancer() != null
                && !status.getLoadBalancer().getIngress().isEmpty();
    }
}
