package dev.tidegate.controller.doctor;

import dev.tidegate.controller.cni.NodeMarks;
import dev.tidegate.gateway.table.Forwarding;
import java.util.stream.Stream;

/// Does the gateway see clients' addresses, or those of nodes? Where a Service's traffic may be passed on to another
/// node, kube-proxy gives it the node's own address, so that the answer finds its way back. Session affinity, which
/// goes by addresses too, changes nothing about that.
final class ClientAddressCheck {

    private static final String NAME = "client-address";

    private ClientAddressCheck() {}

    static Stream<Finding> of(Patient patient) {
        return FrontService.of(patient).stream()
                .filter(FrontService::fromOutside)
                .map(it -> finding(it, patient));
    }

    private static Finding finding(FrontService service, Patient patient) {
        if ("Local".equals(service.spec().getExternalTrafficPolicy())) {
            return Finding.ok(NAME, service.text() + " keeps clients' addresses: externalTrafficPolicy is Local");
        }
        Forwarding forwarding = patient.table().forwarding();
        if (forwarding.proxyProtocol().isPresent() || !forwarding.trusted().isEmpty()) {
            return Finding.ok(
                    NAME,
                    service.text() + " loses clients' addresses, and the global settings trust "
                            + (forwarding.proxyProtocol().isPresent() ? "the PROXY protocol" : "X-Forwarded-For")
                            + " to bring them");
        }
        return Finding.warn(
                NAME,
                service.text() + " is of type " + service.type() + " with externalTrafficPolicy Cluster",
                "The gateway sees addresses of nodes where clients' should be: access logs, allow lists, limits by"
                        + " address, X-Forwarded-For and --network-policy=client all go by the wrong one.",
                remedy(service, patient));
    }

    private static String remedy(FrontService service, Patient patient) {
        String local = "Set externalTrafficPolicy: Local (chart: controller.service.externalTrafficPolicy)";
        return switch (place(patient)) {
            case "aws" ->
                local + "; with the AWS load balancer controller, target type `ip` keeps them too"
                        + " (preserve_client_ip.enabled=true).";
            case "gce" -> local + "; GCE's health check then takes away nodes without a pod of ours.";
            case "azure" ->
                local + "; on AKS set service.beta.kubernetes.io/azure-load-balancer-health-probe-request-path:"
                        + " /healthz with it.";
            case "k3s" ->
                local + "; k3s' ServiceLB keeps them then, and needs a pod of ours on each node that clients come to.";
            case "kind" -> local + "; on kind, map the host's ports to the node that the gateway runs on.";
            default ->
                local
                        + (service.balanced()
                                ? ", and have a pod of ours on each node that is sent to; MetalLB in L2 mode and"
                                        + " kube-vip keep them then"
                                : ", and send clients to the nodes that have a pod of ours")
                        + ". Behind a proxy that speaks HTTP, trust its X-Forwarded-For instead: use-forwarded-headers"
                        + " and proxy-real-ip-cidr; behind one that sends PROXY headers, those: use-proxy-protocol.";
        };
    }

    /// As the nodes' provider says.
    private static String place(Patient patient) {
        return patient.sight().evidence().nodes().stream()
                .map(NodeMarks::providerId)
                .filter(it -> it.contains(":"))
                .map(it -> it.substring(0, it.indexOf(':')))
                .findFirst()
                .orElse("");
    }
}
