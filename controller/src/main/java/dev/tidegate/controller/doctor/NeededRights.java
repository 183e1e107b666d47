package dev.tidegate.controller.doctor;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.look.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every right that the flags ask for, with what does not work without it: the one list of them in code. docs/rbac.md
/// has the same for people, and a test compares them with the chart's roles.
public final class NeededRights {

    private static final String NETWORKING = "networking.k8s.io";

    /// What rights hang on. `namespaces`: that are watched, or all if empty. `own`: our namespace. `lease`,
    /// `configMap` and `service`: if there are any. `byLabels`: namespaces are chosen so. `status`: it is written;
    /// `nodes`: with the addresses of nodes; `withdraws`: and cleared by the last replica. `policies`: they are
    /// looked at.
    public record Asked(
            Set<String> namespaces,
            String own,
            Optional<ObjectKey> lease,
            Optional<ObjectKey> configMap,
            Optional<ObjectKey> service,
            boolean byLabels,
            boolean status,
            boolean nodes,
            boolean withdraws,
            boolean policies) {
        public Asked {
            namespaces = Set.copyOf(namespaces);
            requireNonNull(own);
            requireNonNull(lease);
            requireNonNull(configMap);
            requireNonNull(service);
        }
    }

    /// `without`: what does not work then, as a sentence. `vital`: nothing does.
    public record Need(Right right, String without, boolean vital) {
        public Need {
            requireNonNull(right);
            requireNonNull(without);
        }
    }

    private NeededRights() {}

    public static List<Need> of(Asked asked) {
        List<Need> needs = new ArrayList<>();
        List<String> watched = asked.namespaces().isEmpty()
                ? List.of("")
                : asked.namespaces().stream().sorted().toList();
        for (String namespace : watched) {
            routes(namespace, asked, needs);
        }
        for (String verb : List.of("list", "watch")) {
            needs.add(new Need(
                    Right.everywhere(verb, NETWORKING, "ingressclasses"),
                    "Classes are not known: only the annotation kubernetes.io/ingress.class and"
                            + " --watch-ingress-without-class tell which Ingresses are ours.",
                    false));
            if (asked.byLabels()) {
                needs.add(new Need(
                        Right.everywhere(verb, "", "namespaces"),
                        "--watch-namespace-selector cannot look at labels: nothing is served.",
                        true));
            }
        }
        asked.configMap()
                .ifPresent(key -> List.of("list", "watch")
                        .forEach(verb -> needs.add(new Need(
                                new Right(verb, "", "configmaps", key.namespace(), key.name()),
                                "The global settings of --configmap are not read, and nothing is served before they"
                                        + " are.",
                                true))));
        asked.lease().ifPresent(key -> lease(key, needs));
        if (asked.policies()) {
            policies(watched, needs);
            if (asked.namespaces().isEmpty()) {
                clusterPolicies(needs);
            }
        }
        if (asked.status() && asked.nodes()) {
            needs.add(new Need(
                    Right.everywhere("get", "", "nodes"),
                    "The status of Ingresses cannot be the addresses of nodes.",
                    false));
        }
        if (asked.status() && (asked.nodes() || asked.withdraws())) {
            for (String verb : List.of("get", "list")) {
                needs.add(new Need(
                        new Right(verb, "", "pods", asked.own(), ""),
                        "The other replicas and their nodes are not known, so that the status is not written as asked.",
                        false));
            }
        }
        return List.copyOf(needs);
    }

    /// What `--dns-publish=dnsendpoint` asks for besides. `own`: our namespace.
    public static List<Need> ofDnsEndpoints(String own) {
        return Stream.of("get", "list", "create", "update", "delete")
                .map(verb -> new Need(
                        new Right(verb, "externaldns.k8s.io", "dnsendpoints", own, ""),
                        "DNSEndpoints are not kept as asked: external-dns does not hear of every change of our hosts.",
                        false))
                .toList();
    }

    private static void routes(String namespace, Asked asked, List<Need> needs) {
        for (String verb : List.of("list", "watch")) {
            needs.add(new Need(
                    new Right(verb, NETWORKING, "ingresses", namespace, ""), "No Ingress is served at all.", true));
            needs.add(new Need(
                    new Right(verb, "", "services", namespace, ""), "Nothing is served: no backend is known.", true));
            needs.add(new Need(
                    new Right(verb, "discovery.k8s.io", "endpointslices", namespace, ""),
                    "Nothing is served: no endpoint of any Service is known.",
                    true));
        }
        needs.add(new Need(
                new Right("get", "", "secrets", namespace, ""),
                "Secrets that Ingresses name are read only where a role of their namespace allows it; elsewhere the"
                        + " default certificate is served.",
                false));
        if (asked.status()) {
            for (Right right : List.of(
                    new Right("get", NETWORKING, "ingresses", namespace, ""),
                    new Right("update", NETWORKING, "ingresses/status", namespace, ""))) {
                needs.add(new Need(right, "The status of Ingresses stays empty: nobody sees their address.", false));
            }
            asked.service()
                    .filter(it -> namespace.isEmpty() || it.namespace().equals(namespace))
                    .ifPresent(it -> needs.add(new Need(
                            new Right("get", "", "services", it.namespace(), it.name()),
                            "The address of --publish-service is not known, and the status of Ingresses stays empty.",
                            false)));
        }
        for (String verb : List.of("create", "patch")) {
            needs.add(new Need(
                    new Right(verb, "events.k8s.io", "events", namespace, ""),
                    "Problems with an Ingress are not told by Events; the log and /api still have them.",
                    false));
        }
    }

    private static void policies(List<String> watched, List<Need> needs) {
        for (String verb : List.of("list", "watch")) {
            for (String namespace : watched) {
                needs.add(new Need(
                        new Right(verb, NETWORKING, "networkpolicies", namespace, ""),
                        "Network policies are not known: the gateway neither tells what they deny nor honours them.",
                        false));
                needs.add(new Need(
                        new Right(verb, "", "pods", namespace, ""),
                        "Network policies are judged without the pods' labels, so that few verdicts can be given.",
                        false));
            }
        }
    }

    private static void clusterPolicies(List<Need> needs) {
        needs.add(new Need(
                Right.everywhere("list", "apps", "daemonsets"),
                "The network plug-in is guessed by marks on nodes alone, so that --network-policy=auto may not know"
                        + " whether it enforces.",
                false));
        for (String verb : List.of("list", "watch")) {
            for (String kind :
                    List.of("adminnetworkpolicies", "baselineadminnetworkpolicies", "clusternetworkpolicies")) {
                needs.add(new Need(
                        Right.everywhere(verb, "policy.networking.k8s.io", kind),
                        "Network policies of the whole cluster are not known, where they are installed.",
                        false));
            }
            for (String kind : List.of("namespaces", "nodes")) {
                needs.add(new Need(
                        Right.everywhere(verb, "", kind),
                        "Network policies are judged without the labels of namespaces and nodes: a namespace is known"
                                + " by its name alone.",
                        false));
            }
        }
    }

    private static void lease(ObjectKey key, List<Need> needs) {
        String without = "No replica leads: neither status nor Events are written.";
        needs.add(new Need(new Right("create", "coordination.k8s.io", "leases", key.namespace(), ""), without, false));
        for (String verb : List.of("get", "update")) {
            needs.add(new Need(
                    new Right(verb, "coordination.k8s.io", "leases", key.namespace(), key.name()), without, false));
        }
    }
}
