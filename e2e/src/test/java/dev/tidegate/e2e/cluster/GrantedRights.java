package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.cluster.AuditLog.Right;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What roles grant, whatever the namespace or the name that they grant it for.
final class GrantedRights {

    private GrantedRights() {}

    /// By the roles among these objects.
    static Set<Right> by(List<HasMetadata> objects) {
        return objects.stream()
                .flatMap(GrantedRights::rules)
                .flatMap(GrantedRights::rights)
                .collect(Collectors.toSet());
    }

    private static Stream<PolicyRule> rules(HasMetadata object) {
        return switch (object) {
            case ClusterRole role -> role.getRules().stream();
            case Role role -> role.getRules().stream();
            default -> Stream.empty();
        };
    }

    private static Stream<Right> rights(PolicyRule rule) {
        return rule.getApiGroups().stream()
                .flatMap(group -> rule.getResources().stream()
                        .flatMap(resource -> rule.getVerbs().stream().map(verb -> new Right(group, resource, verb))));
    }
}
