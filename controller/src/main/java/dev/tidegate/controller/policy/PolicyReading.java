package dev.tidegate.controller.policy;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.crd.ClusterPolicySpec;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.policy.ClusterPolicyReader.Kind;
import dev.tidegate.controller.snapshot.PolicyObjects;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.persistent.PersistentMap;
import dev.tidegate.policy.rule.ClusterPolicy;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.verdict.Policies;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.ArrayList;
import java.util.List;

/// All policies of a snapshot, and what is wrong with them, in order. Total: whatever stands in the objects, it reads
/// them. Pure.
public record PolicyReading(Policies policies, List<Diagnostic> faults) {
    public PolicyReading {
        requireNonNull(policies);
        faults = faults.stream().sorted().toList();
    }

    public static PolicyReading of(PolicyObjects objects) {
        List<Diagnostic> found = new ArrayList<>();
        List<NetworkPolicy> own = new ArrayList<>();
        objects.networkPolicies().forEach((key, policy) -> {
            Faults faults = new Faults(ResourceRef.of("NetworkPolicy", key.namespace(), key.name()));
            own.add(NetworkPolicyReader.read(policy, faults));
            found.addAll(faults.found());
        });
        List<ClusterPolicy> cluster = new ArrayList<>();
        collect(Kind.ADMIN, objects.adminPolicies(), cluster, found);
        collect(Kind.BASELINE, objects.baselinePolicies(), cluster, found);
        collect(Kind.CLUSTER, objects.clusterPolicies(), cluster, found);
        return new PolicyReading(Policies.of(own, cluster), found);
    }

    private static void collect(
            Kind kind,
            PersistentMap<?, ? extends CustomResource<ClusterPolicySpec, ?>> objects,
            List<ClusterPolicy> policies,
            List<Diagnostic> found) {
        objects.values().forEach(object -> {
            String name = object.getMetadata().getName();
            Faults faults = new Faults(ResourceRef.of(kind.word(), "", name));
            policies.add(ClusterPolicyReader.read(kind, name, object.getSpec(), faults));
            found.addAll(faults.found());
        });
    }
}
