package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.policy.PolicyReading;
import dev.tidegate.controller.policy.Population;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.PolicyObjects;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.policy.rule.PeerClause;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Namespace;
import dev.tidegate.policy.traffic.Pod;
import dev.tidegate.policy.verdict.Policies;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// All that backends are judged by: the policies, the pods, which of those the gateway is, what it makes of policies,
/// and whether the network plug-in heeds them.
///
/// `ownPod`: the gateway's, if it is known which; `gateway`: that pod as far as it is known.
record PolicyState(
        PolicyMode mode,
        Enforcement enforcement,
        Policies policies,
        List<Diagnostic> faults,
        Population population,
        Optional<ObjectKey> ownPod,
        Pod gateway,
        PolicyObjects seen) {

    static final PolicyState NONE = new PolicyState(
            PolicyMode.OFF,
            Enforcement.UNKNOWN,
            Policies.NONE,
            List.of(),
            Population.NONE,
            Optional.empty(),
            anonymous(),
            PolicyObjects.NONE);

    PolicyState {
        requireNonNull(mode);
        requireNonNull(enforcement);
        requireNonNull(policies);
        faults = List.copyOf(faults);
        requireNonNull(population);
        requireNonNull(ownPod);
        requireNonNull(gateway);
        requireNonNull(seen);
    }

    /// Shape: what is known now, and what is asked for → the state; what it says of the policies themselves is told.
    PolicyState next(Snapshot snapshot, PolicyMode mode, Optional<ObjectKey> ownPod, Telling telling) {
        PolicyObjects objects = snapshot.policyObjects();
        boolean samePolicies = Same.instance(objects.networkPolicies(), seen.networkPolicies())
                && Same.instance(objects.adminPolicies(), seen.adminPolicies())
                && Same.instance(objects.baselinePolicies(), seen.baselinePolicies())
                && Same.instance(objects.clusterPolicies(), seen.clusterPolicies());
        PolicyReading reading = samePolicies ? new PolicyReading(policies, faults) : PolicyReading.of(objects);
        telling.instead(faults, reading.faults());
        Population pods = population.next(snapshot);
        return new PolicyState(
                mode,
                objects.enforcement(),
                samePolicies ? policies : reading.policies(),
                reading.faults(),
                pods,
                ownPod,
                ownPod.map(key -> pod(key, pods)).orElseGet(PolicyState::anonymous),
                objects);
    }

    /// A pod that we were not shown is known by its name and its namespace.
    private static Pod pod(ObjectKey key, Population pods) {
        return pods.pod(key)
                .orElseGet(() -> new Pod(
                        pods.namespace(key.namespace()),
                        key.name(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false));
    }

    private static Pod anonymous() {
        return new Pod(
                new Namespace("", Map.of()), "the gateway", Map.of(), List.of(), List.of(), Optional.empty(), false);
    }

    /// Which backends may have to be judged anew. A namespace's own policies decide of its own pods only; but ours
    /// decide of our way out to everybody, and where clients are judged, any pod may be one.
    Predicate<BackendRef> suspectsSince(PolicyState before) {
        if (policies.isEmpty() && before.policies.isEmpty()) {
            return _ -> false;
        }
        Set<String> namespaces = new HashSet<>();
        seen.networkPolicies()
                .changesSince(before.seen.networkPolicies(), (key, _, _) -> namespaces.add(key.namespace()));
        if (changesForAll(before)
                || ownPod.filter(pod -> namespaces.contains(pod.namespace())).isPresent()) {
            return _ -> true;
        }
        boolean samePods = Same.instance(population.pods(), before.population.pods());
        population.pods().changesSince(before.population.pods(), (key, _, _) -> namespaces.add(key.namespace()));
        Map<String, Boolean> strangers = new HashMap<>();
        return ref -> namespaces.contains(ref.service().namespace())
                || (!samePods
                        && modeOf(ref) == PolicyMode.CLIENT
                        && strangers.computeIfAbsent(ref.service().namespace(), this::letsInStrangers));
    }

    /// Does it hang on pods of other namespaces who is let in here?
    private boolean letsInStrangers(String namespace) {
        return !policies.cluster().isEmpty()
                || policies.in(namespace).stream()
                        .flatMap(policy -> policy.rules(Direction.INGRESS).stream())
                        .flatMap(rule -> rule.peers().stream())
                        .anyMatch(peer -> peer instanceof PeerClause.Pods pods
                                && pods.namespaces().isPresent());
    }

    private boolean changesForAll(PolicyState before) {
        return mode != before.mode
                || enforcement != before.enforcement
                || !policies.cluster().equals(before.policies.cluster())
                || !Same.instance(population.nodes(), before.population.nodes())
                || !ownPod.equals(before.ownPod)
                || !gateway.equals(before.gateway);
    }

    /// What a backend makes of policies, after the plug-in has been looked at.
    PolicyMode modeOf(BackendRef ref) {
        PolicyMode asked = ref.networkPolicy().orElse(mode);
        if (asked != PolicyMode.AUTO) {
            return asked;
        }
        return enforcement == Enforcement.NO ? PolicyMode.ENFORCE : PolicyMode.EXPLAIN;
    }

    /// May it matter which labels the pods of this namespace have?
    private boolean hangsOnLabels(String namespace) {
        return !policies.cluster().isEmpty()
                || isAnyFor(Direction.INGRESS, namespace)
                || ownPod.filter(pod -> isAnyFor(Direction.EGRESS, pod.namespace()))
                        .isPresent();
    }

    private boolean isAnyFor(Direction direction, String namespace) {
        return policies.in(namespace).stream()
                .anyMatch(policy -> policy.directions().contains(direction));
    }

    /// The pods behind these slices that were not shown to us, by their addresses.
    Set<IpAddress> unknownPods(String namespace, List<EndpointSlice> slices) {
        if (!hangsOnLabels(namespace)) {
            return Set.of(); // whatever they are, nothing isolates them, and we may go anywhere
        }
        Map<IpAddress, ObjectKey> pods = new HashMap<>();
        for (EndpointSlice slice : slices) {
            for (Endpoint endpoint : Lists.of(slice.getEndpoints())) {
                ObjectReference target = endpoint.getTargetRef();
                if (target != null && "Pod".equals(target.getKind()) && target.getName() != null) {
                    Lists.of(endpoint.getAddresses()).stream()
                            .flatMap(text -> IpAddress.parse(text).stream())
                            .forEach(address -> pods.put(address, new ObjectKey(namespace, target.getName())));
                }
            }
        }
        pods.values().removeIf(key -> population.pod(key).isPresent());
        return pods.keySet();
    }
}
